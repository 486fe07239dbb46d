"""Puts on record what a patient agreed to, and until when, whenever it changes."""

import datetime
from functools import partial
from typing import Any

from django.db import transaction

from spine_content.consent.expiry import restore_images, sync_expiry
from spine_content.consent.models import Consent
from spine_content.consent.records import ConsentEvent


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


def record_given(consent: Consent, user: Any = None) -> ConsentEvent:
    """Put on record that a consent was given, and what it covers."""
    given = ConsentEvent.Kind.GIVEN
    detail = {name: [None, value] for name, value in terms(consent).items()}
    detail.pop("expires_on")  # it ends nothing that was there before
    return ConsentEvent.objects.create(
        consent=consent, kind=given, actor=user, detail=detail
    )


def record_change(
    consent: Consent, before: dict[str, Any], user: Any = None
) -> ConsentEvent | None:
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
        return None
    kinds = ConsentEvent.Kind
    is_longer = after["expires_on"] > before["expires_on"]
    event = ConsentEvent.objects.create(
        consent=consent,
        kind=kinds.RENEWED if is_longer else kinds.CHANGED,
        actor=user,
        detail=changed,
    )
    sync_expiry(consent)
    # Files cannot be moved back if the rest of it fails.
    transaction.on_commit(partial(restore_images, consent))
    return event
