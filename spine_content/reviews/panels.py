from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel

from spine_content.reviews.sign_off import briefing
from spine_content.reviews.task import ClinicalReviewTask


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
