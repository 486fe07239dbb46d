"""What happens where a page may not become public."""

from collections.abc import Collection
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from wagtail.log_actions import log
from wagtail.models import TaskState


def hold_back(page: Any, reasons: Collection[Any], is_copy: bool) -> None:
    """
    Refuse to save a page that may not become public for these reasons, if any.

    Whoever copies a page, or a tree of pages with one, gets a draft of it.
    """
    if reasons and not is_copy:
        raise ValidationError({NON_FIELD_ERRORS: [*reasons]})
    if reasons:
        page.live = False
        page.has_unpublished_changes = True


def is_copied(page: Any) -> bool:
    """Whether a page that is not saved yet has been public as another one."""
    return page._state.adding and page.first_published_at is not None


def nobody_to_tell(revision: Any, log_action: Any) -> bool:
    """Whether a schedule or an approval publishes, not somebody at a form."""
    if log_action == "wagtail.publish.scheduled":
        return True
    approved = revision.task_states.filter(status=TaskState.STATUS_APPROVED)
    return bool(approved.exists())


def refuse(
    page: Any, revision: Any, action: str, reasons: Collection[Any], user: Any
) -> None:
    """
    Leave a revision unpublished, and say why in the history of the page.

    An error would keep every page scheduled after this one from being published, and
    an approval from being kept.
    """
    revision.approved_go_live_at = None
    revision.save(update_fields=["approved_go_live_at"])
    data = {"reasons": [str(reason) for reason in reasons]}
    log(page, action, user=user, data=data)
