from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, Panel

from spine_content.consent.approval import approval_status, latest_approval
from spine_content.consent.models import CHANGE_PERMISSION


class ConsentPanel(FieldPanel):
    """The consent of a story: everybody who edits it sees which, officers change it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        # The form leaves the field out for those without the right, so that a forged
        # POST changes nothing.
        super().__init__(*args, **{"permission": CHANGE_PERMISSION, **kwargs})

    def format_value_for_display(self, value: Any) -> Any:
        if value is None:
            return _("None yet. Ask a consent officer to attach the consent.")
        return value.reference

    class BoundPanel(FieldPanel.BoundPanel):
        def __init__(self, **kwargs: Any) -> None:
            super().__init__(**kwargs)
            if self.form is not None and self.bound_field is None:
                self.read_only = True
                self.heading = self.panel.heading or capfirst(
                    self.panel.db_field.verbose_name
                )
                self.help_text = self.panel.help_text or self.panel.db_field.help_text

        def is_shown(self) -> bool:
            return True


class ApprovalPanel(Panel):
    """Whether the patient has approved the text, and the officer's button to say so."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "spine_content/admin/approval_panel.html"

        def is_shown(self) -> bool:
            return bool(self.instance.pk and self.instance.consent_id)

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            page = self.instance
            status = approval_status(page)
            may_change = self.request.user.has_perm(CHANGE_PERMISSION)
            context.update(
                page=page,
                status=status,
                event=None if page.is_fictional else latest_approval(page),
                may_record=status.is_missing and may_change,
            )
            return context
