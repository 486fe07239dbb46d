"""
The menu item and addresses of the import, and the register of its runs.

Imported from ``wagtail_hooks`` only: see the base of registers.
"""

from typing import Any

from django.contrib.admin import display
from django.contrib.auth import get_user_model
from django.db.models import Count, Exists, OuterRef, Q
from django.urls import path
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from spine_content.admin.registers.base import (
    STYLES,
    FacetFilter,
    ReadOnlyPermissions,
    SpineModelAdmin,
)
from spine_content.admin.registers.views import RegisterInspectView
from spine_content.importing.models import ImportedDocument, ImportRun
from spine_content.importing.preview import PreviewView
from spine_content.importing.report import present_run
from spine_content.importing.views import (
    ReportView,
    ResultView,
    RunView,
    StopView,
    UploadView,
    may_import,
)


class ImportMenuItem(MenuItem):
    """A menu item for those who may add pages."""

    def is_shown(self, request: Any) -> bool:
        return may_import(request.user)


class ImportViewSet(ViewSet):
    """Brings the pages of an old site along, step by step."""

    name = "spine_import"
    url_prefix = "clinic-import"
    icon = "download"
    menu_label = _("Import")
    menu_item_class = ImportMenuItem

    def get_urlpatterns(self) -> list[Any]:
        return [
            path("", UploadView.as_view(), name="index"),
            path("<int:pk>/", RunView.as_view(), name="run"),
            path("<int:pk>/preview/", PreviewView.as_view(), name="preview"),
            path("<int:pk>/stop/", StopView.as_view(), name="stop"),
            path("<int:pk>/result/", ResultView.as_view(), name="result"),
            path(
                "<int:pk>/report.json", ReportView.as_view(), {"form": "json"}, "json"
            ),
            path("<int:pk>/report.txt", ReportView.as_view(), {"form": "txt"}, "text"),
        ]


MAX_FILE_NAME_LENGTH = 24


class StateFilter(FacetFilter):
    """Runs by how far they are."""

    title = _("state")
    parameter_name = "state"

    def lookups(self, request: Any, model_admin: Any) -> Any:
        return ImportRun.State.choices


class UserFilter(FacetFilter):
    """Runs by who began them."""

    title = _("by whom")
    parameter_name = "user"

    def lookups(self, request: Any, model_admin: Any) -> Any:
        ran = ImportRun.objects.exclude(user=None).values("user")
        users = get_user_model()._default_manager.filter(pk__in=ran)
        return [(str(user.pk), user.get_username()) for user in users]


class WarningsFilter(FacetFilter):
    """Runs by whether there is something to look at."""

    title = _("warnings")
    parameter_name = "warnings"

    def lookups(self, request: Any, model_admin: Any) -> Any:
        return [("yes", _("Some")), ("no", _("None"))]

    def queryset(self, request: Any, queryset: Any) -> Any:
        if self.value() is None:
            return queryset
        return queryset.filter(warned=self.value() == "yes")


class ImportRunInspectView(RegisterInspectView):
    """One run with its documents, a page of them at a time."""

    def get_context_data(self, **kwargs: Any) -> Any:
        page = self.pagination_context(self.instance.documents.all(), 50)
        return super().get_context_data(
            page_obj=page["page_obj"],
            **present_run(self.instance, page["object_list"], self.request.user),
            **kwargs,
        )


class ImportRunAdmin(SpineModelAdmin):
    """What was imported from where, by whom, and what became of it."""

    model = ImportRun
    menu_label = _("Imports")
    menu_icon = "download"
    base_url_path = "clinic-registers/imports"
    permission_helper_class = ReadOnlyPermissions
    inspect_view_class = ImportRunInspectView
    inspect_template_name = "spine_content/admin/import_inspect.html"
    inspect_view_extra_css = [*STYLES, "spine_content/css/admin/importing.css"]
    list_display = (
        "file",
        "started_at",
        "by_whom",
        "parent_title",
        "state_told",
        "drafts",
        "warned_documents",
    )
    list_filter = (StateFilter, UserFilter, WarningsFilter)
    list_export = (
        "source_name",
        "started_at",
        "finished_at",
        "by_whom",
        "parent_title",
        "parent_page_id",
        "state_told",
        "drafts",
        "warned_documents",
    )
    export_filename = "imports"
    inspect_view_fields = [
        "source_name",
        "state_told",
        "by_whom",
        "started_at",
        "finished_at",
        "parent_title",
        "drafts",
        "warned_documents",
    ]

    def get_queryset(self, request: Any) -> Any:
        warned = ImportedDocument.objects.filter(run=OuterRef("pk"), has_warnings=True)
        made = Q(documents__outcome__in=["created", "updated"])
        return (
            super()
            .get_queryset(request)
            .select_related("user")
            .annotate(
                warned=Exists(warned),
                made_count=Count("documents", filter=made),
                warned_count=Count("documents", filter=Q(documents__has_warnings=True)),
            )
        )

    def get_permissions_for_registration(self) -> Any:
        # Boxes that no tick makes work would mislead whoever sets up groups.
        permissions = super().get_permissions_for_registration()
        useless = ["add_importrun", "delete_importrun"]
        return permissions.exclude(codename__in=useless)

    @display(description=_("file"), ordering="source_name")
    def file(self, obj: Any) -> str:
        # The whole name stands on the page of the run.
        return Truncator(obj.source_name).chars(MAX_FILE_NAME_LENGTH)

    @display(description=_("by whom"), ordering="user")
    def by_whom(self, obj: Any) -> str:
        return obj.user.get_username() if obj.user else ""

    @display(description=_("state"), ordering="state")
    def state_told(self, obj: Any) -> str:
        return str(obj.get_state_display())

    @display(description=_("drafts"), ordering="made_count")
    def drafts(self, obj: Any) -> int:
        return int(obj.made_count)

    @display(description=_("to look at"), ordering="warned_count")
    def warned_documents(self, obj: Any) -> int:
        return int(obj.warned_count)
