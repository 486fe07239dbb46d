"""The report on clinical reviews, and its first rows on the home page of the admin."""

from typing import Any

import django_filters
from django.forms import RadioSelect
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.components import Component
from wagtail.admin.ui.tables import TitleColumn
from wagtail.permissions import page_permission_policy

from spine_content.admin.reports import PERMISSIONS, ReasonsColumn, SpineReport
from spine_content.facts.models import Treatment
from spine_content.page_types import page_models
from spine_content.reviews.models import ClinicalReview
from spine_content.reviews.report_rows import (
    Reason,
    ReviewRow,
    due_page_rows,
    review_rows,
)

NAME = "spine_review_report"
#: More would push everything else off the home page; the report has them all.
MAX_HOME_ROWS = 10


def kind_choices() -> list[tuple[str, str]]:
    """The names of everything that is reviewed, for readers of the report."""
    models = [*page_models("topic", "procedure", "comparison", "recovery"), Treatment]
    names = [capfirst(str(model._meta.verbose_name)) for model in models]
    return [(name, name) for name in names]


class ReviewFilterSet(WagtailFilterSet):
    """Filters the rows, which are a plain list, by reason and by type."""

    concern = django_filters.ChoiceFilter(
        label=_("Why"),
        choices=Reason.choices,
        empty_label=_("All"),
        widget=RadioSelect,
    )
    kind = django_filters.ChoiceFilter(
        label=_("Type"), choices=kind_choices, empty_label=_("All"), widget=RadioSelect
    )

    class Meta:
        model = ClinicalReview
        fields: list[str] = []

    def filter_queryset(self, queryset: Any) -> Any:
        chosen = self.form.cleaned_data
        reason, kind = chosen.get("concern"), chosen.get("kind")
        return [
            row
            for row in queryset
            if not reason or Reason(reason) in row.reasons
            if not kind or row.kind == kind
        ]


class ReviewReportView(SpineReport):
    """What is due for a clinical review, has changed since, or cites a bad source."""

    page_title = _("Clinical reviews")
    header_icon = "calendar-check"
    slug = "clinic-reviews"
    menu_order = 1190
    index_url_name = NAME
    index_results_url_name = f"{NAME}_results"
    filterset_class = ReviewFilterSet
    paginate_by = 50
    columns = [
        TitleColumn(
            "title_and_kind", label=_("Title"), get_url=lambda row: row.url, width="30%"
        ),
        ReasonsColumn("review_lines", label=_("Review"), width="30%"),
        ReasonsColumn("sentences", label=_("Why")),
    ]
    list_export = [
        "title",
        "kind",
        "state",
        "reviewer",
        "reviewed_on",
        "due_on",
        "why",
    ]
    export_headings = {
        "title": _("Title"),
        "kind": _("Type"),
        "state": _("Review"),
        "reviewer": _("Reviewed by"),
        "reviewed_on": _("Reviewed on"),
        "due_on": _("Next review"),
        "why": _("Why"),
    }

    def get_queryset(self) -> Any:
        return review_rows(self.request.user)

    def get_filename(self) -> str:
        return "clinical-reviews"


class DueReviewsPanel(Component):
    """The pages that are due for a clinical review, on the home page of the admin."""

    name = "spine_due_reviews"
    template_name = "spine_content/admin/due_reviews.html"
    order = 91

    def __init__(self, rows: list[ReviewRow]) -> None:
        self.rows = rows

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {
            "rows": self.rows[:MAX_HOME_ROWS],
            "number": len(self.rows),
            "report_url": reverse(NAME),
        }


def home_panels(user: Any) -> list[Component]:
    """The panel, for those who look after pages, when any page is due."""
    if not page_permission_policy.user_has_any_permission(user, PERMISSIONS):
        return []
    rows = due_page_rows(user)
    return [DueReviewsPanel(rows)] if rows else []
