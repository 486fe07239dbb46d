"""Pages and treatments that need a reviewer, each with the reasons in sentences."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import swapper
from django.contrib.contenttypes.models import ContentType
from django.db.models import TextChoices
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import ReferenceIndex

from spine_content.admin.reports import editable_pages
from spine_content.facts.evidence_warnings import source_warning
from spine_content.facts.models import Measure, Treatment
from spine_content.facts.raw_data import fact_from_raw
from spine_content.facts.sources import Source
from spine_content.reviews.models import ClinicalReview
from spine_content.reviews.status import (
    DUE_SOON,
    ReviewState,
    ReviewStatus,
    page_review_statuses,
    review_statuses,
)
from spine_content.reviews.types import ReviewedPage


class Reason(TextChoices):
    """Why something needs a reviewer, the most pressing first."""

    OVERDUE = ReviewState.OVERDUE.value, ReviewState.OVERDUE.label
    CHANGED = ReviewState.CHANGED.value, ReviewState.CHANGED.label
    SOURCES = "sources", gettext_lazy("Source retracted or replaced")
    FACTS = "facts", gettext_lazy("Facts to check")
    DUE_SOON = ReviewState.DUE_SOON.value, ReviewState.DUE_SOON.label
    NEVER = ReviewState.NEVER.value, ReviewState.NEVER.label


#: By reason, the sentences to show.
Reasons = Mapping[Reason, list[str]]


@dataclass(frozen=True)
class ReviewRow:
    """A public page or treatment, and every reason to review it."""

    instance: Any
    title: str
    url: str
    status: ReviewStatus
    reasons: Reasons

    @property
    def kind(self) -> str:
        return str(capfirst(str(self.instance._meta.verbose_name)))

    @property
    def state(self) -> Any:
        return self.status.state.label

    @property
    def title_and_kind(self) -> str:
        """A procedure and its facts may have the same title."""
        return f"{self.title} ({self.kind})"

    @property
    def review_lines(self) -> list[str]:
        """The state, the reviewers and the day of the review."""
        day = date_format(self.reviewed_on) if self.reviewed_on else ""
        return [line for line in (str(self.state), self.reviewer, day) if line]

    @property
    def reviewer(self) -> str:
        review = self.status.review
        return "; ".join(r.signature for r in review.signatories) if review else ""

    @property
    def reviewed_on(self) -> datetime.date | None:
        return self.status.review.decided_on if self.status.review else None

    @property
    def due_on(self) -> datetime.date | None:
        return self.status.review.due_on if self.status.review else None

    @property
    def sentences(self) -> list[str]:
        return [sentence for found in self.reasons.values() for sentence in found]

    @property
    def why(self) -> str:
        return "\n".join(self.sentences)

    @property
    def sort_key(self) -> tuple[int, datetime.date, str]:
        first = min(list(Reason).index(each) for each in self.reasons)
        return first, self.due_on or datetime.date.max, self.title


def review_rows(user: Any = None) -> list[ReviewRow]:
    """What needs a reviewer of all that ``user`` may edit, or of everything."""
    found = Source.objects.filter(Source.DOUBTFUL).select_related("superseded_by")
    sources = {source.pk: source for source in found}
    pages = _page_rows(_reviewed_pages(user), sources)
    return _sorted([*pages, *_treatment_rows(user, sources)])


def due_page_rows(user: Any) -> list[ReviewRow]:
    """Pages of ``user`` that are overdue or due soon: quick enough for a home page."""
    page_model = swapper.load_model("wagtailcore", "Page")
    due = ClinicalReview.objects.complete().filter(
        content_type=ContentType.objects.get_for_model(page_model),
        due_on__lte=timezone.localdate() + DUE_SOON,
    )
    keys = [int(key) for key in due.values_list("object_id", flat=True)]
    rows = _page_rows(_reviewed_pages(user).filter(pk__in=keys), {})
    late = {Reason.OVERDUE, Reason.DUE_SOON}
    return _sorted(row for row in rows if late & row.reasons.keys())


def _sorted(rows: Iterable[ReviewRow]) -> list[ReviewRow]:
    return sorted((row for row in rows if row.reasons), key=lambda row: row.sort_key)


def _reviewed_pages(user: Any) -> Any:
    page_model = swapper.load_model("wagtailcore", "Page")
    pages = page_model.objects.live().type(ReviewedPage).filter(alias_of=None)
    return pages if user is None else editable_pages(user, pages)


def _page_rows(pages: Any, sources: dict[int, Source]) -> list[ReviewRow]:
    found = list(pages.specific())
    statuses = page_review_statuses(found)
    cited = _cited_sources(found, sources)
    return [
        _row(
            page,
            page.get_admin_display_title(),
            reverse("wagtailadmin_pages:edit", args=[page.pk]),
            statuses[page.pk],
            {Reason.SOURCES: _source_problems(cited.get(page.pk, ()), sources)},
        )
        for page in found
    ]


def _treatment_rows(user: Any, sources: dict[int, Source]) -> list[ReviewRow]:
    names = [f"spine_content.{verb}_treatment" for verb in ("change", "publish")]
    if user and not any(map(user.has_perm, names)):
        return []
    found = list(Treatment.objects.filter(live=True))
    statuses = review_statuses(found, {})
    facts = {each.pk: [*map(fact_from_raw, each.facts.raw_data)] for each in found}
    measures = Measure.objects.in_bulk(
        {fact.question for every in facts.values() for fact in every if fact.question}
    )
    edit = Treatment.snippet_viewset.get_url_name("edit")
    return [
        _row(
            each,
            str(each),
            reverse(edit, args=[each.pk]),
            statuses[each.pk],
            _fact_reasons(facts[each.pk], measures, sources),
        )
        for each in found
    ]


def _row(
    instance: Any, title: str, url: str, status: ReviewStatus, others: Reasons
) -> ReviewRow:
    found = {**_status_reasons(status), **others}
    reasons = {each: found[each] for each in Reason if found.get(each)}
    return ReviewRow(instance, title, url, status, reasons)


def _status_reasons(status: ReviewStatus) -> Reasons:
    review = status.review
    if review is None:
        return {Reason.NEVER: [_("Nobody has reviewed it yet.")]}
    day = {"day": date_format(review.due_on)}
    found = {Reason.CHANGED: _changes(status)}
    if status.is_overdue:
        found[Reason.OVERDUE] = [_("It was due for review on %(day)s.") % day]
    elif status.is_due_soon:
        found[Reason.DUE_SOON] = [_("It is due for review by %(day)s.") % day]
    return found


def _changes(status: ReviewStatus) -> list[str]:
    found = [_("The text was changed after it was reviewed.")] * status.text_changed
    if at := status.number_changed_at:
        sentence = _(
            "A number of its treatments was changed on %(day)s, after the review."
        )
        found.append(sentence % {"day": date_format(timezone.localdate(at))})
    return found


def _fact_reasons(
    facts: list[Any], measures: dict[int, Measure], sources: dict[int, Source]
) -> Reasons:
    today = timezone.localdate()
    cited = {citation.source for fact in facts for citation in fact.citations}
    to_check = [
        _("“%(question)s” was to be checked by %(day)s.")
        % {"question": measures[fact.question], "day": date_format(fact.check_by)}
        for fact in facts
        if fact.check_by and fact.check_by <= today and fact.question in measures
    ]
    return {Reason.SOURCES: _source_problems(cited, sources), Reason.FACTS: to_check}


def _source_problems(cited: Iterable[int], sources: dict[int, Source]) -> list[str]:
    """A sentence for each cited source that was retracted or replaced."""
    return [source_warning(sources[pk]) for pk in sorted(set(cited) & sources.keys())]


def _cited_sources(pages: Sequence[Any], sources: Iterable[int]) -> dict[int, set[int]]:
    """Which of these sources each page cites itself, by primary key."""
    page_model = swapper.load_model("wagtailcore", "Page")
    references = ReferenceIndex.objects.filter(
        base_content_type=ContentType.objects.get_for_model(page_model),
        object_id__in=[str(page.pk) for page in pages],
        to_content_type=ContentType.objects.get_for_model(Source),
        to_object_id__in=[str(pk) for pk in sources],
    ).values_list("object_id", "to_object_id")
    cited: dict[int, set[int]] = {}
    for page_id, source_id in references:
        cited.setdefault(int(page_id), set()).add(int(source_id))
    return cited
