"""What our reports on pages have in common: who sees them, and where they are."""

from typing import Any

from django.urls import path, reverse
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView
from wagtail.permissions import page_permission_policy

from spine_content.admin.registers.table import spreadsheet_value

PERMISSIONS = {"add", "change", "publish"}
#: Either lets somebody do something about what a report says.
CHANGE_PERMISSIONS = {"change", "publish"}


def editable_pages(user: Any, pages: Any) -> Any:
    """Those of the queryset ``pages`` that somebody may change or publish."""
    allowed = page_permission_policy.instances_user_has_any_permission_for(
        user, CHANGE_PERMISSIONS
    )
    return pages.filter(pk__in=allowed.values("pk"))


class PagesMenuItem(MenuItem):
    """A menu item for whoever has some right to some page."""

    rights = PERMISSIONS

    def is_shown(self, request: Any) -> bool:
        return bool(
            page_permission_policy.user_has_any_permission(request.user, self.rights)
        )


class SpineReport(ReportView):
    """A report on pages, for those who work on them."""

    #: Its part of the address, and the name of its menu item.
    slug = ""
    menu_order = 0
    permission_policy = page_permission_policy
    any_permission_required = PERMISSIONS
    is_searchable = False

    def to_row_dict(self, item: Any) -> dict[str, Any]:
        row = super().to_row_dict(item)
        return {name: spreadsheet_value(value) for name, value in row.items()}

    @classmethod
    def urls(cls) -> list[Any]:
        """Of the report, and of its results alone."""
        address, results = f"reports/{cls.slug}/", cls.as_view(results_only=True)
        return [
            path(address, cls.as_view(), name=cls.index_url_name),
            path(f"{address}results/", results, name=cls.index_results_url_name),
        ]

    @classmethod
    def menu_item(cls) -> MenuItem:
        item = PagesMenuItem(
            cls.page_title,
            reverse(cls.index_url_name),
            name=cls.slug,
            icon_name=cls.header_icon,
            order=cls.menu_order,
        )
        item.rights = cls.any_permission_required
        return item


class ReasonsColumn(Column):
    """Every reason in a line of its own."""

    cell_template_name = "spine_content/admin/reasons_cell.html"
