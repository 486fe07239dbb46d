"""The clinic's registers. Imported from ``wagtail_hooks`` only, see the base."""

from typing import Any

from django.contrib.admin import display
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail_modeladmin.options import ModelAdminGroup

from spine_content.admin.consent_form import consent_edit_handler
from spine_content.admin.consent_state import ConsentState, with_state
from spine_content.admin.register_base import (
    FacetFilter,
    RegisterPermissions,
    SpineModelAdmin,
)
from spine_content.admin.register_views import RegisterCreateView
from spine_content.models import Consent


class StateFilter(FacetFilter):
    """Consents by where they stand today."""

    title = _("state")
    parameter_name = "state"

    def lookups(self, request: Any, model_admin: Any) -> Any:
        return ConsentState.choices

    def queryset(self, request: Any, queryset: Any) -> Any:
        return queryset.filter(state=self.value()) if self.value() else queryset


class CoversPhotoFilter(FacetFilter):
    """Consents by whether photographs of the patient may be shown."""

    title = _("covers photographs")
    parameter_name = "photo"

    def lookups(self, request: Any, model_admin: Any) -> Any:
        return [("yes", _("Yes")), ("no", _("No"))]

    def queryset(self, request: Any, queryset: Any) -> Any:
        if self.value() is None:
            return queryset
        return queryset.filter(covers_photo=self.value() == "yes")


class ConsentPermissions(RegisterPermissions):
    """Consents are proof: they can be withdrawn but never deleted."""

    def user_can_delete_obj(self, user: Any, obj: Any) -> bool:
        return False


class ConsentCreateView(RegisterCreateView):
    """Remembers who took the consent."""

    def get_instance(self) -> Any:
        return Consent(taken_by=self.request.user)


class ConsentAdmin(SpineModelAdmin):
    """
    The consent register: what patients agreed to, and until when.

    ``subject_ref`` is on the form and the page of a single consent, nowhere else.
    """

    model = Consent
    menu_label = _("Consents")
    menu_icon = "key"
    base_url_path = "clinic-registers/consents"
    permission_helper_class = ConsentPermissions
    create_view_class = ConsentCreateView
    edit_handler = consent_edit_handler
    list_display = (
        "reference",
        "subject_kind",
        "state_tag",
        "covers",
        "given_on",
        "expires_on",
    )
    list_filter = (StateFilter, CoversPhotoFilter)
    list_export = (
        "reference",
        "subject_kind",
        "state",
        *(f"covers_{scope}" for scope in Consent.SCOPES),
        "given_on",
        "expires_on",
        "withdrawn_at",
        "how_given",
        "form_version",
    )
    export_filename = "consents"
    inspect_view_fields = [
        "state_tag",
        "covers",
        "given_on",
        "expires_on",
        "withdrawn_at",
        "subject_kind",
        "subject_ref",
        "how_given",
        "form_version",
        "taken_by",
    ]

    def get_queryset(self, request: Any) -> Any:
        return with_state(super().get_queryset(request))

    def get_permissions_for_registration(self) -> Any:
        # A box that no tick makes work would mislead whoever sets up groups.
        permissions = super().get_permissions_for_registration()
        return permissions.exclude(codename="delete_consent")

    def get_extra_attrs_for_row(self, obj: Any, context: Any) -> dict[str, Any]:
        return {"class": f"spine-register__row--{obj.state}"}

    @display(description=_("reference"), ordering="pk")
    def reference(self, obj: Any) -> str:
        return str(obj.reference)

    @display(description=_("state"))
    def state(self, obj: Any) -> Any:
        return ConsentState(obj.state).label

    @display(description=_("state"), ordering="state")
    def state_tag(self, obj: Any) -> str:
        markup = '<span class="spine-state spine-state--{}">{}</span>'
        return format_html(markup, obj.state, self.state(obj))

    @display(description=_("how it was given"))
    def how_given(self, obj: Any) -> str:
        return str(obj.get_method_display())

    @display(description=_("covers"))
    def covers(self, obj: Any) -> str:
        names = [
            str(obj._meta.get_field(f"covers_{scope}").verbose_name)
            for scope in obj.SCOPES
            if scope in obj.scopes
        ]
        return str(capfirst(", ".join(names)))


class ClinicRegisters(ModelAdminGroup):
    """The menu of records that are kept, filtered and inspected, never published."""

    menu_label = _("Clinic registers")
    menu_item_name = "clinic-registers"
    menu_icon = "folder-inverse"
    menu_order = 160
    items = (ConsentAdmin,)
