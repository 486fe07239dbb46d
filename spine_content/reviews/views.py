"""Messages after a sign-off: why it did not go through, or what it waits for."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import TaskState

from spine_content.reviews.models import pending_second_review
from spine_content.reviews.sign_off import specific
from spine_content.reviews.task import TEXT_CHANGED, ClinicalReviewTask


def after_edit(request: Any, obj: Any) -> None:
    """Show the outcome after somebody pressed “Sign off” in the form."""
    if request.POST.get("workflow-action-name") == "approve":
        show_outcome(request, obj)


def sign_off_outcome(request: Any, task_state_id: int) -> Any:
    """Redirect to the form, with the outcome of a sign-off from another screen."""
    state = get_object_or_404(TaskState, pk=task_state_id)
    obj = specific(state.workflow_state.content_object)
    url = AdminURLFinder(request.user).get_edit_url(obj) if obj else None
    if url is None:
        raise PermissionDenied
    show_outcome(request, obj)
    return redirect(url)


def show_outcome(request: Any, obj: Any) -> None:
    """Say why the text still waits for a sign-off, if it does."""
    task = obj.current_workflow_task
    if not isinstance(task, ClinicalReviewTask):
        return
    draft = specific(obj).get_latest_revision_as_object()
    if pending_second_review(draft).filter(reviewer=request.user.pk).exists():
        messages.success(
            request,
            _(
                "Your sign-off is kept. A second reviewer without ties has to sign "
                "too, before this can be published."
            ),
        )
        return
    reasons = task.refusals(obj, request.user) or [str(TEXT_CHANGED)]
    messages.error(
        request, _("It is not signed off. %(why)s") % {"why": " ".join(reasons)}
    )
