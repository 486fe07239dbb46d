"""The consent register. Imported from ``wagtail_hooks`` only, see the base."""

from typing import Any

from django.contrib.admin import display
from django.contrib.admin.utils import quote
from django.urls import re_path, reverse
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList

from spine_content.admin.registers.base import (
    FacetFilter,
    RegisterButtons,
    RegisterPermissions,
    SpineModelAdmin,
)
from spine_content.consent.forms import (
    EXPLAINED_FIELDS,
    PROOF_FIELDS,
    consent_edit_handler,
)
from spine_content.consent.models import Consent, ConsentState
from spine_content.consent.records import ConsentFormVersion
from spine_content.consent.register_views import (
    ConsentCreateView,
    ConsentEditView,
    ConsentInspectView,
    ConsentRenewView,
)


class StateFilter(FacetFilter):
    """Consents by their state today."""

    title = _("state")
    parameter_name = "state"

    def lookups(self, request: Any, model_admin: Any) -> Any:
        return ConsentState.choices


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

    def user_can_edit_obj(self, user: Any, obj: Any) -> bool:
        # What was withdrawn stays as it was, and no new last day brings it back.
        return obj.withdrawn_at is None and super().user_can_edit_obj(user, obj)

    def user_can_renew_obj(self, user: Any, obj: Any) -> bool:
        return self.user_can_edit_obj(user, obj)

    def user_can_withdraw_obj(self, user: Any, obj: Any) -> bool:
        return self.user_may(user, "withdraw") and self.user_can_view(user)


class ConsentButtons(RegisterButtons):
    """The buttons of a register, and those to renew and to withdraw a consent."""

    def get_buttons_for_obj(self, obj: Any, **kwargs: Any) -> list[dict[str, Any]]:
        buttons: list[dict[str, Any]] = super().get_buttons_for_obj(obj, **kwargs)
        user, may = self.request.user, self.permission_helper
        if may.user_can_renew_obj(user, obj):
            url = self.url_helper.get_action_url("renew", quote(obj.pk))
            buttons.append({"url": url, "label": _("Renew"), "icon": "rotate"})
        if may.user_can_withdraw_obj(user, obj):
            url = reverse("spine_consent_withdraw", args=[obj.pk])
            buttons.append({"url": url, "label": _("Withdraw"), "icon": "no-view"})
        return buttons


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
    button_helper_class = ConsentButtons
    create_view_class = ConsentCreateView
    edit_view_class = ConsentEditView
    inspect_view_class = ConsentInspectView
    inspect_template_name = "spine_content/admin/consent_inspect.html"
    edit_handler = consent_edit_handler
    list_display = (
        *("reference", "subject_kind", "state_tag"),
        *("covers", "given_on", "expires_on"),
    )
    list_filter = (StateFilter, CoversPhotoFilter)
    list_export = (
        *("reference", "subject_kind", "state"),
        *(f"covers_{scope}" for scope in Consent.SCOPES),
        *(f"channel_{name}" for name in Consent.CHANNELS),
        *("in_languages", "given_on", "expires_on", "withdrawn_at"),
        *("how_given", "form", "form_version"),
    )
    export_filename = "consents"
    inspect_view_fields = [
        "reference",  # there is no room for the title on a narrow screen
        *("state_tag", "covers", "shown_on", "in_languages"),
        *("given_on", "expires_on", "expiry_event", "withdrawn_at"),
        *("subject_kind", "subject_ref", "representative_authority"),
        *("how_given", "form", "form_version", "taken_by"),
        *EXPLAINED_FIELDS,
        *PROOF_FIELDS,
    ]

    def get_queryset(self, request: Any) -> Any:
        consents = super().get_queryset(request)
        return consents.with_state().select_related("form__locale")

    def get_admin_urls_for_registration(self) -> Any:
        pattern = self.url_helper.get_action_url_pattern("renew")
        name = self.url_helper.get_action_url_name("renew")
        renew = re_path(pattern, self.renew_view, name=name)
        return (*super().get_admin_urls_for_registration(), renew)

    def renew_view(self, request: Any, instance_pk: str) -> Any:
        view = ConsentRenewView.as_view(model_admin=self, instance_pk=instance_pk)
        return view(request)

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
        return _named(obj, "covers", obj.SCOPES, obj.scopes)

    @display(description=_("shown on or in"))
    def shown_on(self, obj: Any) -> str:
        return _named(obj, "channel", obj.CHANNELS, obj.channels)

    @display(description=_("languages"))
    def in_languages(self, obj: Any) -> str:
        return ", ".join(each.get_display_name() for each in obj.languages.all())


def _named(consent: Any, prefix: str, names: Any, chosen: set[str]) -> str:
    fields = [consent._meta.get_field(f"{prefix}_{n}") for n in names if n in chosen]
    return str(capfirst(", ".join(str(field.verbose_name) for field in fields)))


#: What tells one version of a form from another.
FORM_FIELDS = ("profile", "locale", "version", "in_force_from", "in_force_to")


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
    list_display = ("name", *FORM_FIELDS)
    list_filter = ("profile",)
    inspect_view_fields = [*FORM_FIELDS, "wording"]

    def get_queryset(self, request: Any) -> Any:
        return super().get_queryset(request).select_related("locale")

    @display(description=_("form"), ordering="version")
    def name(self, obj: Any) -> str:
        return str(obj)
