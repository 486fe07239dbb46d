"""
What every register derives from. Imported from ``wagtail_hooks`` only:
wagtail_modeladmin asks for the site's base page as soon as it is imported.
"""

from typing import Any

from django.contrib.admin import AdminSite, SimpleListFilter
from django.core.exceptions import ImproperlyConfigured
from wagtail_modeladmin.helpers import ButtonHelper, PermissionHelper
from wagtail_modeladmin.options import ModelAdmin

from spine_content.admin.registers.index import RegisterIndexView
from spine_content.admin.registers.views import (
    RegisterCreateView,
    RegisterDeleteView,
    RegisterEditView,
    RegisterHistoryView,
    RegisterInspectView,
)

STYLES = ["spine_content/css/admin/registers.css"]


class RegisterPermissions(PermissionHelper):
    """Who may do what with a register: nothing at all without the right to see it."""

    def user_may(self, user: Any, action: str) -> bool:
        codename = self.get_perm_codename(action)
        return bool(self.user_has_specific_permission(user, codename))

    def user_can_view(self, user: Any) -> bool:
        return self.user_may(user, "view") or self.user_may(user, "change")

    def user_can_list(self, user: Any) -> bool:
        return self.user_can_view(user)

    def user_can_inspect_obj(self, user: Any, obj: Any) -> bool:
        return bool(self.inspect_view_enabled) and self.user_can_view(user)

    def user_can_create(self, user: Any) -> bool:
        return self.user_may(user, "add") and self.user_can_view(user)

    def user_can_delete_obj(self, user: Any, obj: Any) -> bool:
        return self.user_may(user, "delete") and self.user_can_view(user)

    def user_can_export(self, user: Any) -> bool:
        """Taking the whole register away is more than looking something up."""
        return self.user_may(user, "change")


class ReadOnlyPermissions(RegisterPermissions):
    """What happened is on record: nobody adds, changes or deletes it by hand."""

    def user_can_create(self, user: Any) -> bool:
        return False

    def user_can_edit_obj(self, user: Any, obj: Any) -> bool:
        return False

    def user_can_delete_obj(self, user: Any, obj: Any) -> bool:
        return False


class RegisterButtons(ButtonHelper):
    """modeladmin's buttons with the icons that Wagtail uses for the same."""

    def inspect_button(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().inspect_button(*args, **kwargs), "icon": "view"}

    def edit_button(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().edit_button(*args, **kwargs), "icon": "edit"}

    def delete_button(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().delete_button(*args, **kwargs), "icon": "bin"}


class FacetFilter(SimpleListFilter):
    """A filter with a fixed list of choices that ignores any other value."""

    def value(self) -> Any:
        value = super().value()
        return value if value in dict(self.lookup_choices) else None

    def queryset(self, request: Any, queryset: Any) -> Any:
        """Filters by the field that the parameter is named after."""
        chosen = {str(self.parameter_name): self.value()}
        return queryset.filter(**chosen) if self.value() else queryset


class SpineModelAdmin(ModelAdmin):
    """A register: records that are kept, filtered and inspected, never published."""

    permission_helper_class = RegisterPermissions
    button_helper_class = RegisterButtons
    index_view_class = RegisterIndexView
    create_view_class = RegisterCreateView
    edit_view_class = RegisterEditView
    inspect_view_class = RegisterInspectView
    history_view_class = RegisterHistoryView
    delete_view_class = RegisterDeleteView
    index_template_name = "spine_content/admin/register_index.html"
    create_template_name = "wagtailadmin/generic/form.html"
    edit_template_name = "wagtailadmin/generic/form.html"
    inspect_template_name = "spine_content/admin/register_inspect.html"
    history_template_name = "wagtailadmin/generic/listing.html"
    delete_template_name = "spine_content/admin/register_delete.html"
    index_view_extra_css = STYLES
    inspect_view_extra_css = STYLES
    form_view_extra_css = STYLES
    inspect_view_enabled = True
    empty_value_display = "–"
    list_per_page = 50

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        if self.is_pagemodel:
            raise ImproperlyConfigured(
                "A register knows nothing of page permissions. "
                "List pages with wagtail.admin.viewsets.pages.PageListingViewSet."
            )
        # Filters on a relation ask it for an order. Django's own site is there only
        # where django.contrib.admin is installed.
        self.admin_site = AdminSite(name="spine_registers")

    def get_list_export(self, request: Any) -> Any:
        may_export = self.permission_helper.user_can_export(request.user)
        return super().get_list_export(request) if may_export else ()
