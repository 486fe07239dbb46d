"""
What the patient has read and agreed to, word for word.

An approval is an event of the consent: of one page, in one language, with a checksum of
the text. The latest counts, and any other text needs a new one.
"""

from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from spine_content.blocks.checksum import text_checksum
from spine_content.consent.records import ConsentEvent


class ApprovalStatus(TextChoices):
    """Whether the patient has approved the text of a page."""

    NOT_NEEDED = "not_needed", _("The story is made up: nobody has to approve it.")
    NONE = "none", _("The patient has not approved this text yet.")
    CHANGED = "changed", _("Changed since the patient approved it.")
    APPROVED = "approved", _("Approved by the patient.")

    @property
    def is_missing(self) -> bool:
        """Whether the text may not be published before the patient approves it."""
        return self in {ApprovalStatus.NONE, ApprovalStatus.CHANGED}


def approval_checksum(page: Any) -> str:
    """A checksum of everything on ``page`` that the patient has to approve."""
    return text_checksum(page.texts_to_approve())


def latest_approval(page: Any) -> ConsentEvent | None:
    """The last approval of ``page`` in its language, by the patient it is about."""
    return ConsentEvent.objects.filter(
        consent=page.consent_id,
        page_id=page.pk,
        language=page.locale.language_code,
        kind__in=ConsentEvent.APPROVALS,
    ).first()


def approval_status(page: Any) -> ApprovalStatus:
    """Whether the patient has approved the text of ``page`` as it is in memory."""
    if page.is_fictional:
        return ApprovalStatus.NOT_NEEDED
    event = latest_approval(page) if page.pk and page.consent_id else None
    if event is None:
        return ApprovalStatus.NONE
    is_same = event.text_hash == approval_checksum(page)
    return ApprovalStatus.APPROVED if is_same else ApprovalStatus.CHANGED


def approval_problem(page: Any) -> Any:
    """Why the text of ``page`` may not be published, or ``None``."""
    status = approval_status(page)
    return status.label if status.is_missing else None


def record_approval(
    page: Any, user: Any = None, spelling_only: bool = False
) -> ConsentEvent:
    """
    Keep on record that the patient approved the text of ``page`` as it is in memory.

    With ``spelling_only`` the user vouches that nothing but spelling differs from what
    the patient approved before. Raises ``ValueError`` for a page without a consent, or
    where ``spelling_only`` follows no approval.
    """
    if page.consent is None or (spelling_only and latest_approval(page) is None):
        raise ValueError("There is no consent, or no approval that this could rest on.")
    kinds = ConsentEvent.Kind
    event: ConsentEvent = page.consent.events.create(
        kind=kinds.SPELLING if spelling_only else kinds.APPROVED,
        actor=user,
        page_id=page.pk,
        language=page.locale.language_code,
        text_hash=approval_checksum(page),
    )
    return event
