from typing import Any

import django_filters
from django.forms import RadioSelect
from django.urls import path, reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permissions import page_permission_policy

from spine_content.admin.evidence_report import ReasonsColumn
from spine_content.admin.register_cells import plain
from spine_content.admin.review_reasons import Concern
from spine_content.admin.review_rows import rows
from spine_content.models import ClinicalReview, Treatment
from spine_content.pages.listing import page_models

NAME = "spine_review_report"
RIGHTS = {"add", "change", "publish"}


def kinds() -> list[tuple[str, str]]:
    """Everything that can be reviewed, by what it is called."""
    models = [*page_models("topic", "procedure", "comparison", "recovery"), Treatment]
    names = [capfirst(str(model._meta.verbose_name)) for model in models]
    return [(name, name) for name in names]


class ReviewFilterSet(WagtailFilterSet):
    """Why something is listed, and what it is. What it filters is a plain list."""

    concern = django_filters.ChoiceFilter(
        label=_("Why"),
        choices=Concern.choices,
        empty_label=_("All"),
        widget=RadioSelect,
    )
    kind = django_filters.ChoiceFilter(
        label=_("Type"), choices=kinds, empty_label=_("All"), widget=RadioSelect
    )

    class Meta:
        model = ClinicalReview
        fields: list[str] = []

    def filter_queryset(self, queryset: Any) -> Any:
        wanted = self.form.cleaned_data
        concern, kind = wanted.get("concern"), wanted.get("kind")
        return [
            row
            for row in queryset
            if not concern or Concern(concern) in row.reasons
            if not kind or row.kind == kind
        ]


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
        Column("reviewed_on", label=_("Reviewed on")),
        Column("due_on", label=_("Next review")),
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
        return rows(self.request.user)

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
