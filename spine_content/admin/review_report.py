from typing import Any

import django_filters
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permissions import page_permission_policy

from spine_content.admin.evidence_report import ReasonsColumn
from spine_content.admin.register_cells import plain
from spine_content.admin.review_reasons import Concern
from spine_content.admin.review_rows import rows
from spine_content.models import ClinicalReview

NAME = "spine_review_report"
RIGHTS = {"add", "change", "publish"}


class Rows(list[Any]):
    """What Wagtail filters and shows as it would a queryset."""

    model = ClinicalReview

    def all(self) -> "Rows":
        return self


class ReviewFilterSet(WagtailFilterSet):
    concern = django_filters.ChoiceFilter(
        label=_("Why"), choices=Concern.choices, method="by_concern"
    )
    kind = django_filters.ChoiceFilter(label=_("Type"), choices=list, method="by_kind")

    class Meta:
        model = ClinicalReview
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = sorted({row.kind for row in self.queryset})
        self.filters["kind"].extra["choices"] = [(kind, kind) for kind in kinds]

    def by_concern(self, found: Any, name: str, value: str) -> Rows:
        return Rows(row for row in found if Concern(value) in row.reasons)

    def by_kind(self, found: Any, name: str, value: str) -> Rows:
        return Rows(row for row in found if row.kind == value)

    def filter_queryset(self, queryset: Any) -> Any:
        # The original insists on a queryset.
        for name, value in self.form.cleaned_data.items():
            queryset = self.filters[name].filter(queryset, value)
        return queryset


class ReviewReport(ReportView):
    """What is due for a clinical review, has changed since, or rests on a doubt."""

    page_title = _("Clinical reviews")
    header_icon = "calendar-check"
    index_url_name = NAME
    index_results_url_name = f"{NAME}_results"
    permission_policy = page_permission_policy
    any_permission_required = RIGHTS
    is_searchable = False
    filterset_class = ReviewFilterSet
    paginate_by = 50
    columns = [
        TitleColumn(
            "title", label=_("Title"), get_url=lambda row: row.url, width="22%"
        ),
        Column("kind", label=_("Type")),
        Column("state", label=_("Review")),
        Column("reviewer", label=_("Reviewed by")),
        DateColumn("reviewed_on", label=_("Reviewed on")),
        DateColumn("due_on", label=_("Next review")),
        ReasonsColumn("sentences", label=_("Why"), width="30%"),
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
        return self.filter_queryset(Rows(rows(self.request.user)))

    def to_row_dict(self, item: Any) -> dict[str, Any]:
        return {name: plain(getattr(item, name)) for name in self.list_export}

    def get_filename(self) -> str:
        return "clinical-reviews"


class ReviewReportMenuItem(MenuItem):
    def is_shown(self, request: Any) -> bool:
        return bool(
            page_permission_policy.user_has_any_permission(request.user, RIGHTS)
        )


def menu_item() -> MenuItem:
    return ReviewReportMenuItem(
        _("Clinical reviews"),
        reverse(NAME),
        name="clinic-reviews",
        icon_name="calendar-check",
        order=1190,
    )


def urls() -> list[Any]:
    return [
        path("reports/clinic-reviews/", ReviewReport.as_view(), name=NAME),
        path(
            "reports/clinic-reviews/results/",
            ReviewReport.as_view(results_only=True),
            name=f"{NAME}_results",
        ),
    ]
