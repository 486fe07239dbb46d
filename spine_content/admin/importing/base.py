from typing import Any

from django.core.exceptions import PermissionDenied
from django.forms import Media
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.permissions import page_permission_policy

from spine_content.importing.building.kinds import may_add_below, page_model
from spine_content.importing.models import ImportRun

STYLES = Media(
    css={
        "all": [
            "spine_content/css/admin/registers.css",
            "spine_content/css/admin/importing.css",
        ]
    }
)


def may_import(user: Any) -> bool:
    """Whether somebody may add pages anywhere at all."""
    return bool(page_permission_policy.user_has_permission(user, "add"))


class ImportPage(WagtailAdminTemplateMixin):
    """A page of the import, for those who may add pages."""

    page_title = _("Import")
    header_icon = "download"
    _show_breadcrumbs = True

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        if not may_import(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        start = {"url": reverse("spine_import:index"), "label": _("Import")}
        steps = [start, *self.crumbs()]
        return [*super().get_breadcrumbs_items(), *steps[:-1], {**steps[-1], "url": ""}]

    def crumbs(self) -> list[dict[str, Any]]:
        return []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        context["media"] = STYLES + context.get("media", Media())
        return context


class RunPage(ImportPage):
    """A page about one run: of the user's own, whatever others may guess."""

    @cached_property
    def run(self) -> ImportRun:
        mine = ImportRun.objects.filter(user=self.request.user)
        return get_object_or_404(mine.select_related("user"), pk=self.kwargs["pk"])

    @cached_property
    def parent(self) -> Any:
        """The page above the drafts, if it is still there and still allowed."""
        page = page_model().objects.filter(pk=self.run.parent_page_id).first()
        if page is None:
            raise Http404
        if not may_add_below(page, self.request.user):
            raise PermissionDenied
        return page

    def crumbs(self) -> list[dict[str, Any]]:
        return [{"label": self.run.source_name}]

    def get_page_subtitle(self) -> str:
        return self.run.source_name

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(run=self.run, **kwargs)
