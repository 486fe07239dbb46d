from typing import Any

from django.urls import reverse
from wagtail.admin.ui.components import Component
from wagtail.permissions import page_permission_policy

from spine_content.admin.reports import PERMISSIONS
from spine_content.reviews.report import NAME
from spine_content.reviews.rows import Row, due_rows

#: More would push everything else off the page; the report has them all.
SHOWN = 10


class DueReviews(Component):
    """Tells on the first page of the admin what is due for a clinical review."""

    name = "spine_due_reviews"
    template_name = "spine_content/admin/due_reviews.html"
    order = 91

    def __init__(self, found: list[Row]) -> None:
        self.found = found

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {
            "rows": self.found[:SHOWN],
            "number": len(self.found),
            "report_url": reverse(NAME),
        }


def panels(user: Any) -> list[Component]:
    """The panel, for those who look after pages, when there is anything to tell."""
    if not page_permission_policy.user_has_any_permission(user, PERMISSIONS):
        return []
    found = due_rows(user)
    return [DueReviews(found)] if found else []
