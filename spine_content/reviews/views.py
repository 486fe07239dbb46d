"""Says in words why a sign-off did not go through, or what it waits for."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import TaskState

from spine_content.reviews.models import waiting
from spine_content.reviews.rules import specific
from spine_content.reviews.task import CHANGED, ClinicalReviewTask


def tell(request: Any, obj: Any) -> None:
    """After somebody pressed “Sign off”: tell them, if the text waits as before."""
    if request.POST.get("workflow-action-name") != "approve":
        return
    tell_outcome(request, obj)


def told(request: Any, task_state_id: int) -> Any:
    """Where a sign-off that did not go through leads: to the form, with the reason."""
    state = get_object_or_404(TaskState, pk=task_state_id)
    obj = specific(state.workflow_state.content_object)
    url = AdminURLFinder(request.user).get_edit_url(obj) if obj else None
    if url is None:
        raise PermissionDenied
    tell_outcome(request, obj)
    return redirect(url)


def tell_outcome(request: Any, obj: Any) -> None:
    """Why the text of ``obj`` still waits for a sign-off, if it does."""
    task = obj.current_workflow_task
    if not isinstance(task, ClinicalReviewTask):
        return
    draft = specific(obj).get_latest_revision_as_object()
    if waiting(draft).filter(reviewer=request.user.pk).exists():
        messages.success(
            request,
            _(
                "Your sign-off is kept. A second reviewer without ties has to sign "
                "too, before this can be published."
            ),
        )
        return
    reasons = task.refusals(obj, request.user) or [str(CHANGED)]
    messages.error(
        request, _("It is not signed off. %(why)s") % {"why": " ".join(reasons)}
    )
