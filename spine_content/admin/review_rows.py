"""Everything whose review wants somebody: what the report, the panel and mails list."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import swapper
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from wagtail.models import ReferenceIndex
from wagtail.permissions import page_permission_policy

from spine_content.admin.review_reasons import (
    Concern,
    about_facts,
    about_sources,
    about_status,
    facts,
)
from spine_content.models import ClinicalReview, Measure, Source, Treatment
from spine_content.pages.attention import about_source
from spine_content.pages.review_states import review_statuses
from spine_content.pages.reviewed import ReviewedPageMixin
from spine_content.review import DUE_SOON, Status, statuses


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
