"""What somebody has to know before they sign a text off."""

import datetime
from dataclasses import dataclass, field
from typing import Any

from django.contrib.admin.utils import quote
from django.urls import NoReverseMatch, reverse

from spine_content.facts.changes import FactChange
from spine_content.facts.models import Treatment
from spine_content.reviews.checksum import text_checksum
from spine_content.reviews.models import ClinicalReview, needs_second, waiting
from spine_content.reviews.rules import due_day, person_of, specific


@dataclass(frozen=True)
class Briefing:
    """The latest version of an object beside the one that was signed off last."""

    draft: Any
    last: ClinicalReview | None
    same_text: bool
    compare_url: str
    seen: str
    waits_for_second: ClinicalReview | None
    numbers: list[tuple[datetime.datetime, str]] = field(default_factory=list)
    user: Any = None

    # What follows is asked by whoever signs, and not by every form.

    @property
    def read_url(self) -> str:
        return read_url(self.draft)

    @property
    def due_on(self) -> datetime.date:
        return due_day(self.draft)

    @property
    def needs_second(self) -> bool:
        person = person_of(self.user) if self.user else None
        return bool(person and needs_second(self.draft, person))


def briefing(obj: Any, user: Any = None) -> Briefing:
    """What changed in ``obj`` since its last sign-off, for somebody who may sign it."""
    draft = specific(obj).get_latest_revision_as_object()
    last = ClinicalReview.objects.of(draft).complete().first()
    seen = text_checksum(draft)
    return Briefing(
        draft=draft,
        last=last,
        same_text=bool(last and last.checksum == seen),
        compare_url=compare_url(draft, last),
        seen=seen,
        waits_for_second=waiting(draft, seen).first(),
        numbers=changed_numbers(draft, last.decided_at) if last else [],
        user=user,
    )


def changed_numbers(
    obj: Any, since: datetime.datetime
) -> list[tuple[datetime.datetime, str]]:
    """Every published number that changed since then, the latest first, with words."""
    shown = obj.shown_treatments() if hasattr(obj, "shown_treatments") else []
    # A translation shows the numbers of what it translates.
    families = Treatment.objects.filter(pk__in=shown).values("translation_key")
    changes = FactChange.objects.filter(
        treatment__translation_key__in=families, changed_at__gt=since
    ).select_related("measure")
    # Most forms have none, and need not wait for the words of every fact.
    if not shown or not changes.exists():
        return []
    if tell := getattr(obj, "changed_numbers", None):
        # A page says it in the words that its readers are shown.
        return list(tell(since))
    return [(change.changed_at, f"“{change.measure}”") for change in changes]


def read_url(obj: Any) -> str:
    """Where the latest version of a page is shown as a whole, or an empty string."""
    if not hasattr(obj, "url_path"):
        return ""
    try:
        return reverse("wagtailadmin_pages:view_draft", args=[obj.pk])
    except NoReverseMatch:
        return ""


def compare_url(obj: Any, last: ClinicalReview | None) -> str:
    """Where Wagtail sets the signed version beside the latest, or an empty string."""
    if last is None or last.revision_id is None:
        return ""
    if last.revision_id == obj.latest_revision_id:
        return ""
    viewset = getattr(obj, "snippet_viewset", None)
    name = (
        viewset.get_url_name("revisions_compare")
        if viewset
        else "wagtailadmin_pages:revisions_compare"
    )
    try:
        return reverse(
            name, args=[quote(obj.pk), last.revision_id, obj.latest_revision_id]
        )
    except NoReverseMatch:
        return ""
