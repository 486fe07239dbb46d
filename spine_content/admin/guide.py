"""The editor's guide as a page of the admin's help menu."""

from typing import Any

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

TITLE = _("Clinic pages: how to")


class GuideView(WagtailAdminTemplateMixin, TemplateView):
    page_title = TITLE
    header_icon = "help"
    template_name = "spine_content/admin/guide.html"

    def get_breadcrumbs_items(self) -> Any:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": TITLE}]


def urls() -> list[Any]:
    return [path("spine-content/guide/", GuideView.as_view(), name="spine_guide")]


def menu_item() -> MenuItem:
    return MenuItem(TITLE, reverse("spine_guide"), icon_name="help", order=900)
