"""What a reviewer is shown: the panel in the form, and messages after a sign-off."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.panels import Panel
from wagtail.models import TaskState

from spine_content.reviews.models import pending_second_review
from spine_content.reviews.sign_off import briefing, specific
from spine_content.reviews.task import TEXT_CHANGED, ClinicalReviewTask


class ReviewPanel(Panel):
    """The last sign-off, what has changed since, and why it may need another one."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"heading": _("Clinical review"), **kwargs})

    class BoundPanel(Panel.BoundPanel):
        template_name = "spine_content/admin/review_panel.html"

        class Media:
            css = {"all": ["spine_content/css/admin/review.css"]}

        def is_shown(self) -> bool:
            return bool(self.instance.pk and not _is_alias(self.instance))

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            task = self.instance.current_workflow_task
            in_review = isinstance(task, ClinicalReviewTask)
            user = self.request.user
            context.update(
                briefing=briefing(self.instance, user),
                in_review=in_review,
                refusals=task.refusals(self.instance, user) if in_review else [],
            )
            return context


class SubmittedReviewPanel(ReviewPanel):
    """The same for pages whose readers expect no review: only while in review."""

    class BoundPanel(ReviewPanel.BoundPanel):
        def is_shown(self) -> bool:
            task = self.instance.current_workflow_task if self.instance.pk else None
            return super().is_shown() and isinstance(task, ClinicalReviewTask)


def _is_alias(instance: Any) -> bool:
    return getattr(instance, "alias_of_id", None) is not None


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
