"""
What the patient has read and agreed to, word for word.

An approval is an event of the consent: of one page, in one language, with a checksum of
the text. The latest counts, and any other text needs a new one.
"""

import hashlib
import json
import re
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from spine_content.consent.records import ConsentEvent

#: What the editor in the browser numbers paragraphs with: not a word of it is read.
BLOCK_KEY = re.compile(r'\sdata-block-key="[^"]*"')


class Approval(TextChoices):
    """Where the text of a page stands with the patient."""

    NOT_NEEDED = "not_needed", _("The story is made up: nobody has to approve it.")
    NONE = "none", _("The patient has not approved this text yet.")
    CHANGED = "changed", _("Changed since the patient approved it.")
    APPROVED = "approved", _("Approved by the patient.")


def text_hash(page: Any) -> str:
    """A checksum of everything on ``page`` that the patient has to approve."""
    told = json.dumps(_plain(page.texts_to_approve()), sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()


def latest(page: Any) -> ConsentEvent | None:
    """The last approval of ``page`` in its language, by the patient it is about."""
    return ConsentEvent.objects.filter(
        consent=page.consent_id,
        page_id=page.pk,
        language=page.locale.language_code,
        kind__in=ConsentEvent.APPROVALS,
    ).first()


def standing(page: Any) -> Approval:
    """Where the text of ``page``, as it is in memory, stands with the patient."""
    if page.is_fictional:
        return Approval.NOT_NEEDED
    event = latest(page) if page.pk and page.consent_id else None
    if event is None:
        return Approval.NONE
    same = event.text_hash == text_hash(page)
    return Approval.APPROVED if same else Approval.CHANGED


def problem(page: Any) -> Any:
    """Why the text of ``page`` may not be published, or ``None``."""
    stands = standing(page)
    return stands.label if stands in {Approval.NONE, Approval.CHANGED} else None


def record_approval(
    page: Any, user: Any = None, spelling_only: bool = False
) -> ConsentEvent:
    """
    Keep on record that the patient approved the text of ``page`` as it is in memory.

    With ``spelling_only`` somebody vouches that nothing but spelling differs from what
    the patient approved before, which needs an approval before.
    """
    if page.consent is None or (spelling_only and latest(page) is None):
        raise ValueError("There is no consent, or no approval that this could rest on.")
    kinds = ConsentEvent.Kind
    return ConsentEvent.objects.create(
        consent=page.consent,
        kind=kinds.SPELLING if spelling_only else kinds.APPROVED,
        actor=user,
        page_id=page.pk,
        language=page.locale.language_code,
        text_hash=text_hash(page),
    )


def _plain(value: Any) -> Any:
    """``value`` without what changes when nobody has changed a word."""
    if isinstance(value, dict):
        # A part of a stream is numbered anew when it is copied.
        numbered = "type" in value and "value" in value
        kept = {k: v for k, v in value.items() if not (numbered and k == "id")}
        return {key: _plain(each) for key, each in kept.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(each) for each in value]
    if isinstance(value, str):
        return " ".join(BLOCK_KEY.sub("", value).split())
    return value
