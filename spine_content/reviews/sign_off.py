"""A sign-off: what the reviewer is shown before, and what is put on record."""

import datetime
from dataclasses import dataclass, field
from typing import Any

from django.contrib.admin.utils import quote
from django.db.models import Min
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from spine_content.clinic.review_intervals import ReviewTier, add_months
from spine_content.clinic.settings import ClinicSettings
from spine_content.facts.changes import FactChange
from spine_content.facts.models import Treatment
from spine_content.reviews.checksum import instance_checksum
from spine_content.reviews.models import ClinicalReview, pending_second_review
from spine_content.reviews.permissions import needs_second_review, person_for
from spine_content.reviews.types import (
    DescribesNumberChanges,
    HasClinicSettings,
    ReviewedPage,
    treatments_of,
)


def sign(
    draft: Any,
    user: Any,
    note: str = "",
    decided_at: datetime.datetime | None = None,
) -> ClinicalReview:
    """Put on record that whoever signs in as ``user`` stands behind this version."""
    decided_at = decided_at or timezone.now()
    person: Any = person_for(user)
    statuses = ClinicalReview.Status
    status, first = statuses.SINGLE, None
    if needs_second_review(draft, person):
        status = statuses.PENDING
    elif first := pending_second_review(draft).exclude(reviewer=user.pk).first():
        status = statuses.SECOND
    registration = [person.register, person.register_number]
    return ClinicalReview.objects.create(
        content_type=draft.get_base_content_type(),
        object_id=str(draft.pk),
        revision=draft.get_latest_revision(),
        checksum=instance_checksum(draft),
        reviewer=user,
        person=person,
        name=person.name,
        role=person.role,
        credentials=person.credentials,
        registration=" ".join(filter(None, registration)),
        interests="\n".join(filter(None, [person.interests, person.ties])),
        decided_at=decided_at,
        due_on=due_day(draft, timezone.localdate(decided_at)),
        note=note,
        status=status,
        first_review=first,
    )


def due_day(instance: Any, decided_on: datetime.date | None = None) -> datetime.date:
    """When it has to be reviewed again, if it is signed off on that day, or today."""
    return add_months(decided_on or timezone.localdate(), review_months(instance))


def review_months(instance: Any) -> int:
    """For how many months a sign-off of ``instance`` holds."""
    is_page = isinstance(instance, ReviewedPage)
    name = f"months_{instance.review_tier if is_page else ReviewTier.MIDDLE}"
    has_site = isinstance(instance, HasClinicSettings)
    if clinic := instance.clinic_settings() if has_site else None:
        return int(getattr(clinic, name))
    # What belongs to no site is reviewed as often as the strictest asks.
    strictest = ClinicSettings.objects.aggregate(months=Min(name))["months"]
    return int(strictest or ClinicSettings._meta.get_field(name).default)


@dataclass(frozen=True)
class Briefing:
    """The latest version of an object beside the one that was signed off last."""

    draft: Any
    last: ClinicalReview | None
    same_text: bool
    compare_url: str
    checksum: str
    pending_review: ClinicalReview | None
    #: Pairs of time and sentence, the latest first.
    numbers: list[tuple[datetime.datetime, str]] = field(default_factory=list)
    user: Any = None

    # The rest is for the sign-off window only: most forms need not wait for it.

    @property
    def read_url(self) -> str:
        """Where the latest version of a page is shown, or an empty string."""
        if not hasattr(self.draft, "url_path"):
            return ""
        return _reverse("wagtailadmin_pages:view_draft", self.draft.pk)

    @property
    def due_on(self) -> datetime.date:
        return due_day(self.draft)

    @property
    def needs_second_review(self) -> bool:
        person = person_for(self.user) if self.user else None
        return bool(person and needs_second_review(self.draft, person))


def briefing(instance: Any, user: Any = None) -> Briefing:
    """What changed since the last sign-off, for somebody who may sign it off."""
    draft = specific(instance).get_latest_revision_as_object()
    last = ClinicalReview.objects.of(draft).complete().first()
    checksum = instance_checksum(draft)
    return Briefing(
        draft=draft,
        last=last,
        same_text=bool(last and last.checksum == checksum),
        compare_url=_compare_url(draft, last),
        checksum=checksum,
        pending_review=pending_second_review(draft, checksum).first(),
        numbers=changed_numbers(draft, last.decided_at) if last else [],
        user=user,
    )


def specific(instance: Any) -> Any:
    """A page as its own type; anything else as it is."""
    return getattr(instance, "specific", instance)


def changed_numbers(
    instance: Any, since: datetime.datetime
) -> list[tuple[datetime.datetime, str]]:
    """Pairs of time and sentence for each published number that changed since then."""
    treatments = treatments_of(instance)
    # A translation shows the numbers of what it translates.
    families = Treatment.objects.filter(pk__in=treatments).values("translation_key")
    changes = FactChange.objects.filter(
        treatment__translation_key__in=families, changed_at__gt=since
    ).select_related("measure")
    # Most forms have none, and need not wait for the words of every fact.
    if not treatments or not changes.exists():
        return []
    if isinstance(instance, DescribesNumberChanges):
        return list(instance.changed_numbers(since))
    return [(change.changed_at, f"“{change.measure}”") for change in changes]


def _compare_url(draft: Any, last: ClinicalReview | None) -> str:
    """Where Wagtail compares the signed version with the latest, or an empty string."""
    latest = draft.latest_revision_id
    if last is None or last.revision_id in (None, latest):
        return ""
    viewset = getattr(draft, "snippet_viewset", None)
    name = (
        viewset.get_url_name("revisions_compare")
        if viewset
        else "wagtailadmin_pages:revisions_compare"
    )
    return _reverse(name, quote(draft.pk), last.revision_id, latest)


def _reverse(name: str, *args: Any) -> str:
    # A script may run without the urls of the admin.
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""
