from typing import Any

import django_filters
from django.forms import RadioSelect
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import TitleColumn

from spine_content.admin.registers.table import spreadsheet_value
from spine_content.admin.reports import SpineReport
from spine_content.facts.models import Treatment
from spine_content.facts.report import ReasonsColumn
from spine_content.page_types import page_models
from spine_content.reviews.models import ClinicalReview
from spine_content.reviews.rows import Concern, rows

NAME = "spine_review_report"


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


class ReviewReport(SpineReport):
    """What is due for a clinical review, has changed since, or rests on a doubt."""

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
            "named", label=_("Title"), get_url=lambda row: row.url, width="30%"
        ),
        ReasonsColumn("reviewed", label=_("Review"), width="30%"),
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
        return rows(self.request.user)

    def to_row_dict(self, item: Any) -> dict[str, Any]:
        return {
            name: spreadsheet_value(getattr(item, name)) for name in self.list_export
        }

    def get_filename(self) -> str:
        return "clinical-reviews"
