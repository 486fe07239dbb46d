from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.ui.tables import Column, TitleColumn

from spine_content.admin.reports import ReasonsColumn, SpineReport, editable_pages
from spine_content.facts.changes import FactChange
from spine_content.facts.evidence_warnings import evidence_warnings, fact_warnings
from spine_content.facts.models import Treatment
from spine_content.facts.pages import FactualPageMixin
from spine_content.facts.queries import load_facts
from spine_content.facts.raw_data import fact_from_raw
from spine_content.facts.sources import Source
from spine_content.facts.usage import pages_using
from spine_content.page_types import page_models

NAME = "spine_evidence_report"


@dataclass(frozen=True)
class Finding:
    """A page or treatment, and every reason to look at it."""

    title: str
    kind: str
    url: str | None
    sentences: list[str]

    @property
    def reasons(self) -> str:
        return "\n".join(self.sentences)


class EvidenceReport(SpineReport):
    """Pages and facts whose sources or numbers want somebody to look at them."""

    page_title = _("Evidence to look at")
    header_icon = "warning"
    slug = "clinic-evidence"
    menu_order = 1200
    index_url_name = NAME
    index_results_url_name = f"{NAME}_results"
    columns = [
        TitleColumn(
            "title", label=_("Title"), get_url=lambda found: found.url, width="25%"
        ),
        Column("kind", label=_("Type"), width="15%"),
        ReasonsColumn("sentences", label=_("Why")),
    ]
    list_export = ["title", "kind", "reasons"]
    export_headings = {"title": _("Title"), "kind": _("Type"), "reasons": _("Why")}

    def get_queryset(self) -> list[Finding]:
        return [*self._treatments(), *self._pages()]

    def _treatments(self) -> list[Finding]:
        finder = AdminURLFinder(self.request.user)
        found = []
        for treatment in Treatment.objects.filter(pk__in=doubtful_treatments()):
            fact_set = load_facts([treatment.pk], treatment.locale_id)
            url = finder.get_edit_url(treatment)
            sentences = list(dict.fromkeys(fact_warnings(fact_set)))
            if url and sentences:
                found.append(_finding(treatment, str(treatment), url, sentences))
        return found

    def _pages(self) -> list[Finding]:
        pages = editable_pages(self.request.user, candidate_pages()).specific()
        found = []
        for page in pages.order_by("path"):
            shows_facts = isinstance(page, FactualPageMixin)
            if reasons := evidence_warnings(page) if shows_facts else []:
                url = reverse("wagtailadmin_pages:edit", args=[page.pk])
                title = page.get_admin_display_title()
                found.append(_finding(page, title, url, reasons))
        return found


def _finding(instance: Any, title: str, url: str, reasons: list[str]) -> Finding:
    kind = capfirst(str(instance._meta.verbose_name))
    return Finding(title, kind, url, [str(reason) for reason in reasons])


def doubtful_sources() -> list[int]:
    doubtful = Source.objects.filter(Source.DOUBTFUL | Q(live=False))
    return list(doubtful.values_list("pk", flat=True))


def doubtful_treatments() -> list[int]:
    """Keys of treatments with a fact that is due for a check, or a doubtful source."""
    sources, today = {*doubtful_sources()}, timezone.localdate()
    found = []
    for treatment in Treatment.objects.filter(live=True).only("facts", "live"):
        facts = [fact_from_raw(raw) for raw in treatment.facts.raw_data]
        cited = {citation.source for fact in facts for citation in fact.citations}
        due = any(fact.check_by and fact.check_by <= today for fact in facts)
        if due or cited & sources:
            found.append(treatment.pk)
    return found


def candidate_pages() -> Any:
    """Public pages that may have warnings: few, so each can be checked."""
    changed = FactChange.objects.values_list("treatment", flat=True).distinct()
    drafts = Treatment.objects.filter(live=False).values_list("pk", flat=True)
    treatments = {*changed, *drafts, *doubtful_treatments()}
    using = pages_using(Treatment, treatments)
    # What was deleted has left no trace of where it was, so every comparison is asked.
    compared = using.model.objects.type(tuple(page_models("comparison")))
    return (using | pages_using(Source, doubtful_sources()) | compared).live()
