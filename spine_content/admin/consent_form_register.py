"""Imported from ``wagtail_hooks`` only, see the base of the registers."""

from typing import Any

from django.contrib.admin import display
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList

from spine_content.admin.register_base import SpineModelAdmin
from spine_content.models import ConsentFormVersion


class ConsentFormAdmin(SpineModelAdmin):
    """The wordings that patients have signed: one record for each version."""

    model = ConsentFormVersion
    menu_label = _("Consent forms")
    menu_icon = "doc-full"
    base_url_path = "clinic-registers/consent-forms"
    edit_handler = ObjectList(
        [
            FieldRowPanel(["profile", "locale", "version"]),
            FieldRowPanel(["in_force_from", "in_force_to"]),
            FieldPanel("wording"),
        ]
    )
    list_display = (
        "name",
        "profile",
        "locale",
        "version",
        "in_force_from",
        "in_force_to",
    )
    list_filter = ("profile",)
    inspect_view_fields = [
        "profile",
        "locale",
        "version",
        "in_force_from",
        "in_force_to",
        "wording",
    ]

    def get_queryset(self, request: Any) -> Any:
        return super().get_queryset(request).select_related("locale")

    @display(description=_("form"), ordering="version")
    def name(self, obj: Any) -> str:
        return str(obj)
