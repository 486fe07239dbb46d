"""Until when a consent lasts: renewals, and what the nightly command takes down."""

import datetime
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from django.db import transaction
from django.utils import timezone

from spine_content.consent.erasure import ErasureScope
from spine_content.consent.gate import story_models
from spine_content.consent.image_files import hide_image, restore_image
from spine_content.consent.models import Consent
from spine_content.consent.patient_images import patient_image_ids
from spine_content.consent.records import ConsentEvent, HiddenPicture
from spine_content.consent.withdrawal import remaining, resume

#: How long the content is kept, in case the patient renews: a number of days.
DEFAULT_ERASE_AFTER = 30


@dataclass
class ExpiryResult:
    """What was done, by the references of the consents it was done to."""

    expired: list[str] = field(default_factory=list)
    restored: list[str] = field(default_factory=list)
    erased: list[str] = field(default_factory=list)


def expire(
    at: datetime.datetime | None = None, erase_after: int | None = DEFAULT_ERASE_AFTER
) -> ExpiryResult:
    """
    Take down what no consent covers at ``at`` (an aware time; now unless given).

    What expired more than ``erase_after`` days ago is erased; nothing is for ``None``.
    Interrupted withdrawals are completed. Called again, it does nothing anew.
    """
    day = timezone.localdate(at or timezone.now())
    result = ExpiryResult()
    for consent in _used_consents():
        if consent.withdrawn_at or _is_overdue(consent, day, erase_after):
            if _erase(consent):
                result.erased.append(consent.reference)
        elif consent.expires_on < day:
            if _take_down(consent):
                result.expired.append(consent.reference)
        elif restore_images(consent):
            result.restored.append(consent.reference)
    return result


def restore_images(consent: Consent) -> bool:
    """
    Bring the images of a renewed consent back; it is for an editor to publish.

    Gives whether there were any.
    """
    if not HiddenPicture.objects.exists() or consent.problem():
        return False
    restored = [restore_image(image) for image in ErasureScope(consent).images]
    return any(restored)


def expiry_for(page: Any) -> datetime.datetime | None:
    """
    When ``page`` has to come down: at the end of its consent, or on the day that an
    editor has set, if that is earlier. An end from before a renewal was set by nobody.
    """
    wanted: datetime.datetime | None = page.expire_at
    if page.consent is None:
        return wanted
    end: datetime.datetime = page.consent.ends_at
    if wanted is None or wanted in _former_ends(page.consent):
        return end
    return min(wanted, end)


def sync_expiry(consent: Consent) -> None:
    """Have the public stories of a consent come down when it ends now."""
    for model in story_models():
        for page in model._default_manager.filter(consent=consent, live=True):
            expire_at = expiry_for(page)
            if expire_at != page.expire_at:
                model._base_manager.filter(pk=page.pk).update(expire_at=expire_at)


def _former_ends(consent: Consent) -> set[datetime.datetime]:
    """The ends that a consent had before it was renewed or cut short."""
    details = consent.events.values_list("detail", flat=True)
    days = {detail.get("expires_on", [None])[0] for detail in details}
    return {
        Consent(expires_on=datetime.date.fromisoformat(day)).ends_at
        for day in days
        if day
    }


def _used_consents() -> Any:
    keys = {
        key
        for model in story_models()
        for key in model._base_manager.values_list("consent", flat=True)
        if key
    }
    return Consent.objects.filter(pk__in=keys).order_by("pk")


def _is_overdue(consent: Consent, day: datetime.date, erase_after: int | None) -> bool:
    if erase_after is None or consent.is_fictional:
        return False
    return consent.expires_on + datetime.timedelta(days=erase_after) < day


def _erase(consent: Consent) -> bool:
    is_unfinished = consent.certificates.filter(finished_at=None).exists()
    is_new = is_unfinished or not remaining(consent).is_empty
    if is_new:
        resume(consent, by=None)
    return is_new


def _take_down(consent: Consent) -> bool:
    scope = ErasureScope(consent)
    live = [page for page in scope.pages if page.live]
    for page in live:
        page.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    images = [image for image in scope.images if not _has_other_consent(image)]
    hidden = [hide_image(image) for image in images]
    is_new = bool(live) or any(hidden)
    if is_new:
        _record_expired(consent)
    return is_new


def _record_expired(consent: Consent) -> None:
    expired = {
        "kind": ConsentEvent.Kind.EXPIRED,
        "detail": {"day": consent.expires_on.isoformat()},
    }
    if not consent.events.filter(**expired).exists():
        consent.events.create(**expired)


def _has_other_consent(image: Any) -> bool:
    """Whether a story with a valid consent shows the same image."""
    for model in story_models():
        for page in model._default_manager.filter(consent__in=Consent.objects.valid()):
            if image.pk in patient_image_ids([page]):
                return True
    return False


@transaction.atomic
def renew(consent: Consent, until: datetime.date, user: Any = None) -> None:
    """Let a consent last until a later day, as the patient has agreed."""
    before = terms(consent)
    consent.expires_on = until
    consent.full_clean(exclude=["languages"])
    consent.save(update_fields=["expires_on"])
    record_change(consent, before, user)


def terms(consent: Consent) -> dict[str, Any]:
    """What a consent covers and until when, in values that can be kept as JSON."""
    return {
        "expires_on": consent.expires_on.isoformat(),
        "scopes": sorted(consent.scopes),
        "channels": sorted(consent.channels),
        "languages": sorted(consent.languages.values_list("language_code", flat=True)),
    }


def record_given(consent: Consent, user: Any = None) -> None:
    """Put on record that a consent was given, and what it covers."""
    detail = {name: [None, value] for name, value in terms(consent).items()}
    detail.pop("expires_on")  # it ends nothing that was there before
    consent.events.create(kind=ConsentEvent.Kind.GIVEN, actor=user, detail=detail)


def record_change(consent: Consent, before: dict[str, Any], user: Any = None) -> None:
    """
    Put on record what differs from the terms ``before``, if anything does.

    Its stories then come down at the new end, and hidden images are restored.
    """
    after = terms(consent)
    changed = {
        name: [before[name], value]
        for name, value in after.items()
        if before[name] != value
    }
    if not changed:
        return
    is_longer = after["expires_on"] > before["expires_on"]
    kind = ConsentEvent.Kind.RENEWED if is_longer else ConsentEvent.Kind.CHANGED
    consent.events.create(kind=kind, actor=user, detail=changed)
    sync_expiry(consent)
    # Files cannot be moved back if the rest of it fails.
    transaction.on_commit(partial(restore_images, consent))
