"""Why something wants a reviewer, in sentences."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import swapper
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, TextChoices
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import ReferenceIndex
from wagtail.permissions import page_permission_policy

from spine_content.facts.blocks import fact_from_raw
from spine_content.facts.evidence_warnings import about_source
from spine_content.facts.models import Measure, Treatment
from spine_content.facts.sources import Source
from spine_content.pages.review import ReviewedPageMixin
from spine_content.reviews.models import ClinicalReview
from spine_content.reviews.page_status import review_statuses
from spine_content.reviews.status import DUE_SOON, State, Status, statuses


class Concern(TextChoices):
    """Why something is on the report, the most pressing first."""

    OVERDUE = State.OVERDUE.value, State.OVERDUE.label
    CHANGED = State.CHANGED.value, State.CHANGED.label
    SOURCES = "sources", gettext_lazy("Source retracted or replaced")
    FACTS = "facts", gettext_lazy("Facts to check")
    DUE_SOON = State.DUE_SOON.value, State.DUE_SOON.label
    NEVER = State.NEVER.value, State.NEVER.label


def about_status(status: Status) -> dict[Concern, list[str]]:
    review = status.review
    if review is None:
        return {Concern.NEVER: [_("Nobody has reviewed it yet.")]}
    day = {"day": date_format(review.due_on)}
    told = {}
    if status.is_overdue:
        told[Concern.OVERDUE] = [_("It was due for review on %(day)s.") % day]
    elif status.is_due_soon:
        told[Concern.DUE_SOON] = [_("It is due for review by %(day)s.") % day]
    told[Concern.CHANGED] = _about_changes(status)
    return told


def _about_changes(status: Status) -> list[str]:
    told = [_("The text was changed after it was reviewed.")] * status.text_changed
    if at := status.number_changed_at:
        day = date_format(timezone.localdate(at))
        words = _(
            "A number of its treatments was changed on %(day)s, after the review."
        )
        told.append(words % {"day": day})
    return told


def facts(treatment: Treatment) -> list[Any]:
    return [fact_from_raw(raw) for raw in treatment.facts.raw_data]


def about_sources(facts: list[Any], sources: dict[int, Source]) -> list[str]:
    cited = {each.source for fact in facts for each in fact.citations}
    return [about_source(sources[pk]) for pk in sorted(cited & sources.keys())]


def about_facts(facts: list[Any], questions: dict[int, Measure]) -> list[str]:
    today = timezone.localdate()
    return [
        _("“%(question)s” was to be checked by %(day)s.")
        % {"question": questions[fact.question], "day": date_format(fact.check_by)}
        for fact in facts
        if fact.check_by and fact.check_by <= today and fact.question in questions
    ]


@dataclass(frozen=True)
class Row:
    """A public page or treatment, and every reason to look at its review."""

    instance: Any
    title: str
    kind: str
    url: str
    status: Status
    reasons: dict[Concern, list[str]]

    @property
    def state(self) -> Any:
        return self.status.state.label

    @property
    def named(self) -> str:
        """The title, and what it is: a procedure and its facts may be named alike."""
        return f"{self.title} ({self.kind})"

    @property
    def reviewed(self) -> list[str]:
        """Where the review stands, and whose and of when it is; a line for each."""
        lines = [str(self.state), self.reviewer]
        if self.reviewed_on:
            lines.append(date_format(self.reviewed_on))
        return [line for line in lines if line]

    @property
    def reviewer(self) -> str:
        review = self.status.review
        return "; ".join(each.signature for each in review.names) if review else ""

    @property
    def reviewed_on(self) -> datetime.date | None:
        return self.status.review.decided_on if self.status.review else None

    @property
    def due_on(self) -> datetime.date | None:
        return self.status.review.due_on if self.status.review else None

    @property
    def sentences(self) -> list[str]:
        return [words for found in self.reasons.values() for words in found]

    @property
    def why(self) -> str:
        return "\n".join(self.sentences)

    @property
    def rank(self) -> tuple[int, datetime.date, str]:
        first = min(list(Concern).index(each) for each in self.reasons)
        return first, self.due_on or datetime.date.max, self.title


def rows(user: Any = None) -> list[Row]:
    """What ``user`` may look after, or everything; only what wants somebody."""
    sources = {source.pk: source for source in _doubtful_sources()}
    found = [*_pages(_seen_pages(user), sources), *_treatments(user, sources)]
    return sorted(filter(lambda row: row.reasons, found), key=lambda row: row.rank)


def due_rows(user: Any) -> list[Row]:
    """Pages of ``user`` that are overdue or due soon: quick enough for a first page."""
    soon = timezone.localdate() + DUE_SOON
    page_model = swapper.load_model("wagtailcore", "Page")
    due = ClinicalReview.objects.complete().filter(
        content_type=ContentType.objects.get_for_model(page_model), due_on__lte=soon
    )
    keys = [int(key) for key in due.values_list("object_id", flat=True)]
    found = _pages(_seen_pages(user).filter(pk__in=keys), {})
    late = {Concern.OVERDUE, Concern.DUE_SOON}
    return sorted(
        (row for row in found if late & row.reasons.keys()), key=lambda row: row.rank
    )


def _seen_pages(user: Any) -> Any:
    page_model = swapper.load_model("wagtailcore", "Page")
    pages = page_model.objects.live().type(ReviewedPageMixin).filter(alias_of=None)
    if user is None:
        return pages
    seen = page_permission_policy.instances_user_has_any_permission_for(
        user, {"change", "publish"}
    )
    return pages.filter(pk__in=seen.values("pk"))


def _pages(pages: Any, sources: dict[int, Source]) -> list[Row]:
    found = list(pages.specific())
    standing = review_statuses(found)
    named = _named_sources(found, sources)
    return [
        _row(
            page,
            page.get_admin_display_title(),
            reverse("wagtailadmin_pages:edit", args=[page.pk]),
            standing[page.pk],
            {
                Concern.SOURCES: [
                    about_source(sources[pk]) for pk in named.get(page.pk, [])
                ]
            },
        )
        for page in found
    ]


def _treatments(user: Any, sources: dict[int, Source]) -> list[Row]:
    rights = ("change", "publish")
    if user and not any(user.has_perm(f"spine_content.{r}_treatment") for r in rights):
        return []
    found = list(Treatment.objects.filter(live=True))
    standing = statuses(found, {})
    told = {each.pk: facts(each) for each in found}
    questions = Measure.objects.in_bulk(
        {fact.question for every in told.values() for fact in every if fact.question}
    )
    edit = Treatment.snippet_viewset.get_url_name("edit")
    return [
        _row(
            each,
            str(each),
            reverse(edit, args=[each.pk]),
            standing[each.pk],
            {
                Concern.SOURCES: about_sources(told[each.pk], sources),
                Concern.FACTS: about_facts(told[each.pk], questions),
            },
        )
        for each in found
    ]


def _row(
    instance: Any,
    title: str,
    url: str,
    status: Status,
    more: dict[Concern, list[str]],
) -> Row:
    told = {**about_status(status), **more}
    reasons = {each: told[each] for each in Concern if told.get(each)}
    kind = capfirst(str(instance._meta.verbose_name))
    return Row(instance, title, kind, url, status, reasons)


def _doubtful_sources() -> Any:
    doubtful = Q(retracted=True) | Q(superseded_by__isnull=False)
    return Source.objects.filter(doubtful).select_related("superseded_by")


def _named_sources(
    pages: Sequence[Any], sources: Iterable[int]
) -> dict[int, list[int]]:
    """Which of these sources each page names itself."""
    page_model = swapper.load_model("wagtailcore", "Page")
    references = ReferenceIndex.objects.filter(
        base_content_type=ContentType.objects.get_for_model(page_model),
        object_id__in=[str(page.pk) for page in pages],
        to_content_type=ContentType.objects.get_for_model(Source),
        to_object_id__in=[str(pk) for pk in sources],
    ).values_list("object_id", "to_object_id")
    named: dict[int, set[int]] = {}
    for page_id, source_id in references:
        named.setdefault(int(page_id), set()).add(int(source_id))
    return {page_id: sorted(keys) for page_id, keys in named.items()}
