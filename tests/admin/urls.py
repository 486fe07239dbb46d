"""The demo's addresses and two registers that use everything the base offers."""

from typing import Any

from django.contrib.admin import display
from django.urls import include, path
from wagtail.admin.auth import require_admin_access
from wagtail.utils.urlpatterns import decorate_urlpatterns

from site_project.urls import urlpatterns as demo
from spine_content.admin.registers.base import SpineModelAdmin
from spine_content.models import Source, Treatment


class SourceRegister(SpineModelAdmin):
    model = Source
    base_url_path = "sources"
    list_display = ("title", "kind", "year", "retracted", "is_old")
    list_filter = ("kind", "retracted", "superseded_by", "year")
    list_export = ("title", "kind", "year", "retracted", "authors", "superseded_by")
    search_fields = ("title",)
    inspect_view_fields = ["title", "kind", "retracted", "doi"]

    def get_queryset(self, request: Any) -> Any:
        sources = super().get_queryset(request)
        if request.user.is_superuser:
            return sources
        return sources.exclude(title="Kept from others")

    @display(description="old", boolean=True)
    def is_old(self, obj: Any) -> bool | None:
        return None if obj.year is None else obj.year < 2000


class TreatmentRegister(SpineModelAdmin):
    model = Treatment
    base_url_path = "treatments"


sources, treatments = SourceRegister(), TreatmentRegister()
registers = [
    *sources.get_admin_urls_for_registration(),
    *treatments.get_admin_urls_for_registration(),
]
urlpatterns = [
    path("admin/", include(decorate_urlpatterns(registers, require_admin_access))),
    *demo,
]
