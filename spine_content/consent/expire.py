"""
What happens when a consent runs out.

Visitors are told at once that the story is gone: the gate sees to that, and needs none
of this. Here the page comes down, so that a site's own lists follow, and the patient's
pictures leave the public folder. Renewed, they come back; else all is erased in time.
"""

import datetime
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone
from wagtail.images import get_image_model

from spine_content.consent.erase.trail import Trail
from spine_content.consent.gate import story_models
from spine_content.consent.hiding import hide, restore
from spine_content.consent.pictures import patient_pictures
from spine_content.consent.withdraw import complete, left_of
from spine_content.models import Consent, ConsentEvent, HiddenPicture

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
