"""Says in words why a sign-off did not go through, or what it waits for."""

from typing import Any

from django.utils.translation import gettext as _
from wagtail.admin import messages

from spine_content.models import ClinicalReviewTask
from spine_content.models.review_rules import specific
from spine_content.models.reviews import CHANGED
from spine_content.models.sign_offs import waiting


def tell(request: Any, obj: Any) -> None:
    """After somebody pressed “Sign off”: tell them, if the text waits as before."""
    if request.POST.get("workflow-action-name") != "approve":
        return
    tell_outcome(request, obj)


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
