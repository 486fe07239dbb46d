"""When stories come down by themselves: at the end of their consent, or earlier."""

import datetime
from typing import Any

from spine_content.consent.gate import story_models
from spine_content.models import Consent


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
