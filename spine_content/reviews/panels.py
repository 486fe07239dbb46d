from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel

from spine_content.reviews.briefing import briefing
from spine_content.reviews.task import ClinicalReviewTask


class ReviewPanel(Panel):
    """Where the text stands with its reviewers, and why it may wait for another one."""

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
            waits = isinstance(task, ClinicalReviewTask)
            user = self.request.user
            context.update(
                briefing=briefing(self.instance, user),
                waits=waits,
                refusals=task.refusals(self.instance, user) if waits else [],
            )
            return context


class ReviewedOnceSubmitted(ReviewPanel):
    """The same where no reader expects a reviewer: only when somebody asks for one."""

    class BoundPanel(ReviewPanel.BoundPanel):
        def is_shown(self) -> bool:
            task = self.instance.current_workflow_task if self.instance.pk else None
            return super().is_shown() and isinstance(task, ClinicalReviewTask)


def _is_alias(instance: Any) -> bool:
    return getattr(instance, "alias_of_id", None) is not None
