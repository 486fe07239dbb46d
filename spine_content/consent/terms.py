"""What a patient agreed to, and until when: put on record whenever it changes."""

import datetime
from functools import partial
from typing import Any

from django.db import transaction

from spine_content.consent.expiry import follow, restore_pictures
from spine_content.consent.models import Consent
from spine_content.consent.records import ConsentEvent


def terms(consent: Consent) -> dict[str, Any]:
    """What a consent covers and until when, in values that can be kept as JSON."""
    return {
        "expires_on": consent.expires_on.isoformat(),
        "scopes": sorted(consent.scopes),
        "channels": sorted(consent.channels),
        "languages": sorted(consent.languages.values_list("language_code", flat=True)),
    }


def note_given(consent: Consent, user: Any = None) -> ConsentEvent:
    """Put on record that a consent was given, and what it covers."""
    given = ConsentEvent.Kind.GIVEN
    detail = {name: [None, value] for name, value in terms(consent).items()}
    detail.pop("expires_on")  # it ends nothing that was there before
    return ConsentEvent.objects.create(
        consent=consent, kind=given, actor=user, detail=detail
    )


def note_change(
    consent: Consent, before: dict[str, Any], user: Any = None
) -> ConsentEvent | None:
    """Put on record what changed since ``before``, and let its stories follow."""
    after = terms(consent)
    changed = {
        name: [before[name], value]
        for name, value in after.items()
        if before[name] != value
    }
    if not changed:
        return None
    kinds = ConsentEvent.Kind
    event = ConsentEvent.objects.create(
        consent=consent,
        kind=kinds.RENEWED
        if after["expires_on"] > before["expires_on"]
        else kinds.CHANGED,
        actor=user,
        detail=changed,
    )
    follow(consent)
    # Files cannot be moved back if the rest of it fails.
    transaction.on_commit(partial(restore_pictures, consent))
    return event


@transaction.atomic
def renew(consent: Consent, until: datetime.date, user: Any = None) -> None:
    """Let a consent last until a later day, as the patient has agreed."""
    before = terms(consent)
    consent.expires_on = until
    consent.full_clean(exclude=["languages"])
    consent.save(update_fields=["expires_on"])
    note_change(consent, before, user)
