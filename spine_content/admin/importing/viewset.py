from typing import Any

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from spine_content.admin.importing.base import may_import
from spine_content.admin.importing.preview import PreviewView
from spine_content.admin.importing.progress import RunView, StopView
from spine_content.admin.importing.result import ReportView, ResultView
from spine_content.admin.importing.upload import UploadView


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
