from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel

from spine_content.clinic.placeholders import (
    PLACEHOLDERS,
    ClinicPage,
    placeholder_hints,
)


class PhoneNumbersPanel(Panel):
    """What editors write for a telephone number, and where somebody typed one."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"heading": _("Telephone numbers"), **kwargs})

    class BoundPanel(Panel.BoundPanel):
        template_name = "spine_content/admin/numbers_panel.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            page: ClinicPage = self.instance
            page.planned_parent = getattr(self.form, "parent_page", None)
            clinic = page.clinic_settings()
            context.update(
                hints=[*page.number_hints(clinic), *placeholder_hints(page)],
                numbers={
                    f"{{{name}}}": clinic.phone_for(urgency) if clinic else ""
                    for name, urgency in PLACEHOLDERS.items()
                },
            )
            return context
