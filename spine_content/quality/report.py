"""All pages that somebody may edit, with what could be plainer or more honest."""

from typing import Any

import django_filters
import swapper
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn

from spine_content.admin.registers.table import spreadsheet_value
from spine_content.admin.reports import CHANGE_PERMISSIONS, SpineReport, editable_pages
from spine_content.page_types import PAGE_TYPES, page_models
from spine_content.quality.models import PageQuality
from spine_content.quality.page_report import QualityReport
from spine_content.quality.types import CheckedPage

NAME = "spine_quality_report"
FIGURES = ("grade", "lix", "claims", "missing", "wording", "long_sentences", "answered")
#: How many pages are checked in one request, at about 30 ms each.
BATCH_SIZE = 60

FINDINGS = {
    "claims": (_("Claims without a number"), Q(claims__gt=0)),
    "missing": (_("Something not said yet"), Q(missing__gt=0)),
    "wording": (_("Wording"), Q(wording__gt=0)),
    "long": (_("Long sentences"), Q(long_sentences__gt=0)),
    "hard": (_("Hard to read"), Q(is_hard=True)),
}


class QualityFilterSet(WagtailFilterSet):
    look_at = django_filters.ChoiceFilter(
        label=_("What to look at"),
        choices=[(key, label) for key, (label, _found) in FINDINGS.items()],
        method="by_finding",
    )
    kind = django_filters.ChoiceFilter(
        label=_("Type"), choices=lambda: page_type_choices(), method="by_kind"
    )

    class Meta:
        model = PageQuality
        fields: list[str] = []

    def by_finding(self, pages: Any, name: str, value: str) -> Any:
        return pages.filter(FINDINGS[value][1])

    def by_kind(self, pages: Any, name: str, value: str) -> Any:
        return pages.type(tuple(page_models(value)))


def page_type_choices() -> list[tuple[str, Any]]:
    return [
        (kind, capfirst(str(model._meta.verbose_name)))
        for kind in PAGE_TYPES
        for model in page_models(kind)[:1]
    ]


class QualityReportView(SpineReport):
    """Figures of the latest draft of each page, stored until something changes."""

    page_title = _("Plain and honest")
    header_icon = "glasses"
    slug = "clinic-quality"
    menu_order = 1210
    index_url_name = NAME
    index_results_url_name = f"{NAME}_results"
    results_template_name = "spine_content/admin/quality_report_results.html"
    any_permission_required = CHANGE_PERMISSIONS
    filterset_class = QualityFilterSet
    table_classname = "listing spine-list"
    default_ordering = "-claims"
    columns = [
        TitleColumn("title", label=_("Title"), url_name="wagtailadmin_pages:edit"),
        Column("kind", label=_("Type"), accessor=lambda page: _type(page)),
        Column(
            "grade",
            label=_("Reading"),
            sort_key="grade",
            accessor=lambda page: _grade(page),
        ),
        Column("claims", label=_("Claims"), sort_key="claims"),
        Column("missing", label=_("Not said yet"), sort_key="missing"),
        Column("wording", label=_("Wording"), sort_key="wording"),
        Column("long_sentences", label=_("Long sentences"), sort_key="long_sentences"),
        Column("answered", label=_("Meant so"), sort_key="answered"),
    ]
    list_export = ["title", "kind", *FIGURES]
    export_headings = {
        "title": _("Title"),
        "kind": _("Type"),
        "grade": _("Reading grade"),
        "lix": _("LIX"),
        "claims": _("Claims without a number"),
        "missing": _("Not said yet"),
        "wording": _("Wording"),
        "long_sentences": _("Long sentences"),
        "answered": _("Meant so"),
    }

    def get_base_queryset(self) -> Any:
        page_model = swapper.load_model("wagtailcore", "Page")
        checked = page_model.objects.type(CheckedPage).filter(alias_of=None)
        pages = editable_pages(self.request.user, checked)
        self.unchecked = check_changed(pages)
        stored = PageQuality.objects.filter(page_id=OuterRef("pk"))
        figures = {
            name: Subquery(stored.values(name)[:1]) for name in (*FIGURES, "is_hard")
        }
        return pages.annotate(**figures).filter(claims__isnull=False)

    def order_queryset(self, queryset: Any) -> Any:
        figure = F(self.ordering.lstrip("-"))
        order = figure.desc if self.ordering.startswith("-") else figure.asc
        return queryset.order_by(order(nulls_last=True), "path")

    def to_row_dict(self, item: Any) -> Any:
        figures = {name: spreadsheet_value(getattr(item, name)) for name in FIGURES}
        return {
            "title": spreadsheet_value(item.title),
            "kind": spreadsheet_value(_type(item)),
            **figures,
        }

    def get_context_data(self, *args: Any, **kwargs: Any) -> Any:
        return super().get_context_data(*args, unchecked=self.unchecked, **kwargs)


def _type(page: Any) -> str:
    return capfirst(str(page.specific_class._meta.verbose_name))


def _grade(page: Any) -> str:
    if page.grade is not None:
        return str(_("grade %(grade)s") % {"grade": page.grade})
    return f"LIX {page.lix}" if page.lix is not None else "–"


def check_changed(pages: Any) -> int:
    """Check the first pages that changed; gives how many still have to be checked."""
    checked = PageQuality.objects.annotate(
        newest=Coalesce(OuterRef("latest_revision_id"), 0)
    ).filter(page_id=OuterRef("pk"), revision_id=F("newest"))
    changed = pages.filter(~Exists(checked))
    number: int = changed.count()
    for page in changed.order_by("path").specific()[:BATCH_SIZE] if number else ():
        QualityReport(page.get_latest_revision_as_object()).save()
    return max(0, number - BATCH_SIZE)
