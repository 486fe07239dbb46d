"""What happens where a page may not be published and nobody is there to be told."""

from collections.abc import Collection
from typing import Any

from wagtail.log_actions import log
from wagtail.models import TaskState


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
