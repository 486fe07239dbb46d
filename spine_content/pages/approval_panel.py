from typing import Any

from wagtail.admin.panels import Panel

from spine_content.consent.approval import Approval, latest, standing
from spine_content.pages.consent_panel import RIGHT


class ApprovalPanel(Panel):
    """Where the text of a story stands with the patient, and the officer's button."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "spine_content/admin/approval_panel.html"

        def is_shown(self) -> bool:
            return bool(self.instance.pk and self.instance.consent_id)

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            page = self.instance
            stands = standing(page)
            open_ones = {Approval.NONE, Approval.CHANGED}
            context.update(
                page=page,
                standing=stands,
                event=latest(page) if stands != Approval.NOT_NEEDED else None,
                may_record=stands in open_ones and self.request.user.has_perm(RIGHT),
            )
            return context
