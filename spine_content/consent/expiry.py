"""When stories come down by themselves: at the end of their consent, or earlier."""

import datetime
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone
from wagtail.images import get_image_model

from spine_content.consent.erasure.scope import Trail
from spine_content.consent.gate import story_models
from spine_content.consent.models import Consent
from spine_content.consent.patient_images import patient_pictures
from spine_content.consent.private_files import hide, restore
from spine_content.consent.records import ConsentEvent, HiddenPicture
from spine_content.consent.withdrawal import complete, left_of


def expiry_for(page: Any) -> datetime.datetime | None:
    """
    When ``page`` has to come down: at the end of its consent, unless somebody said
    earlier. An end from before a renewal was nobody's wish.
    """
    wished: datetime.datetime | None = page.expire_at
    if page.consent is None:
        return wished
    ends: datetime.datetime = page.consent.ends_at
    if wished is None or wished in former_ends(page.consent):
        return ends
    return min(wished, ends)


def former_ends(consent: Consent) -> set[datetime.datetime]:
    """The ends that a consent had before it was renewed or cut short."""
    details = consent.events.values_list("detail", flat=True)
    days = {detail.get("expires_on", [None])[0] for detail in details}
    return {
        Consent(expires_on=datetime.date.fromisoformat(day)).ends_at
        for day in days
        if day
    }


def follow(consent: Consent) -> None:
    """Bring the stories of a consent into step with a new last day."""
    for model in story_models():
        for page in model._default_manager.filter(consent=consent, live=True):
            ends = expiry_for(page)
            if ends != page.expire_at:
                model._base_manager.filter(pk=page.pk).update(expire_at=ends)


#: How long the content is kept, in case the patient renews.
DAYS_KEPT = 30


@dataclass
class Expiry:
    """What was done, by the references of the consents it was done to."""

    expired: list[str] = field(default_factory=list)
    restored: list[str] = field(default_factory=list)
    erased: list[str] = field(default_factory=list)


def expire(
    at: datetime.datetime | None = None, erase_after: int | None = DAYS_KEPT
) -> Expiry:
    """
    Take down what no consent covers at ``at`` (an aware time; now unless given).

    What expired more than ``erase_after`` days ago is erased; nothing is for ``None``.
    Interrupted withdrawals are completed. Called again, it does nothing anew.
    """
    day = timezone.localdate(at or timezone.now())
    done = Expiry()
    for consent in _used_consents():
        if consent.withdrawn_at or _is_overdue(consent, day, erase_after):
            if _erase(consent):
                done.erased.append(consent.reference)
        elif consent.expires_on < day:
            if _take_down(consent):
                done.expired.append(consent.reference)
        elif restore_pictures(consent):
            done.restored.append(consent.reference)
    return done


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
    is_new = not left_of(consent).is_empty or _is_unfinished(consent)
    if is_new:
        complete(consent, by=None)
    return is_new


def _is_unfinished(consent: Consent) -> bool:
    return bool(consent.certificates.filter(finished_at=None).exists())


def _take_down(consent: Consent) -> bool:
    trail = Trail(consent)
    live = [page for page in trail.pages if page.live]
    for page in live:
        page.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    hidden = [hide(image) for image in _pictures(trail) if not _shown_by_others(image)]
    is_new = bool(live) or any(hidden)
    if is_new:
        _note(consent)
    return is_new


def _note(consent: Consent) -> None:
    detail = {"day": consent.expires_on.isoformat()}
    expired = ConsentEvent.Kind.EXPIRED
    if not consent.events.filter(kind=expired, detail=detail).exists():
        ConsentEvent.objects.create(consent=consent, kind=expired, detail=detail)


def restore_pictures(consent: Consent) -> bool:
    """Bring the pictures of a renewed consent back; it is for an editor to publish."""
    if not HiddenPicture.objects.exists() or consent.problem():
        return False
    restored = [restore(image) for image in _pictures(Trail(consent))]
    return any(restored)


def _pictures(trail: Trail) -> Any:
    keys = patient_pictures(trail.objects, trail.kept)
    return get_image_model()._base_manager.filter(pk__in=keys)


def _shown_by_others(image: Any) -> bool:
    """Whether a story with a consent that counts shows the same picture."""
    for model in story_models():
        for page in model._default_manager.filter(consent__in=Consent.objects.valid()):
            if image.pk in patient_pictures([page], frozenset()):
                return True
    return False
