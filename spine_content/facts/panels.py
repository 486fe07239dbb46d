import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.panels import FieldPanel
from wagtail.models import Locale

from spine_content.admin.panels import DraftPanel, draft_for
from spine_content.facts.choices import Group
from spine_content.facts.evidence_warnings import evidence_warnings
from spine_content.facts.models import Measure, Treatment
from spine_content.facts.pages import FactualPageMixin


class EvidencePanel(DraftPanel):
    """The facts that the page shows, with links to their form, and warnings."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"heading": _("Facts on this page"), **kwargs})

    class BoundPanel(DraftPanel.BoundPanel):
        css_class = "spine-facts"
        view_name = "spine_evidence"
        report_name = "spine_evidence_report"
        report_title = _("Evidence to look at")
        unsaved = _(
            "Choose a treatment and save the draft: what is known about it stands "
            "here, and on the page."
        )

        class Media:
            css = {"all": ["spine_content/css/admin/evidence.css"]}


def evidence_findings(request: Any, page_id: int) -> TemplateResponse:
    """What the panel “Facts on this page” shows of the latest draft of a page."""
    page = draft_for(request.user, page_id, FactualPageMixin)
    context = {
        "warnings": evidence_warnings(page),
        "treatments": list(_treatments_with_facts(page, request.user)),
    }
    template = "spine_content/admin/evidence_findings.html"
    return TemplateResponse(request, template, context)


def _treatments_with_facts(
    page: FactualPageMixin, user: Any
) -> Iterator[dict[str, Any]]:
    """Each treatment of a page with its rows, and the address of its form."""
    facts, finder = page.fact_set, AdminURLFinder(user)
    shown = {treatment.pk: treatment for treatment in facts.treatments}
    # Only a translation has to ask for what it translates.
    missing = [pk for pk in facts.original_ids if pk not in shown]
    originals = {**shown, **(Treatment.objects.in_bulk(missing) if missing else {})}
    for treatment, pk in zip(facts.treatments, facts.original_ids, strict=True):
        yield {
            "treatment": treatment,
            "rows": facts.for_treatment(treatment.pk).in_groups(*Group),
            "url": finder.get_edit_url(originals[pk]),
        }


@dataclass(frozen=True)
class QuestionButton:
    """A question as a button. ``choice`` is the JSON that the chooser would give."""

    measure: Measure
    choice: str


@dataclass(frozen=True)
class QuestionGroup:
    """Questions under one heading."""

    label: str
    questions: list[QuestionButton] = field(default_factory=list)


def question_groups(locale_id: int) -> list[QuestionGroup]:
    """Every published question of a locale, in the groups and order of the pages."""
    finder = AdminURLFinder()
    groups = {value: QuestionGroup(str(label)) for value, label in Group.choices}
    measures = Measure.objects.filter(live=True, locale=locale_id)
    for measure in measures.order_by("order", "question"):
        url = finder.get_edit_url(measure)
        choice = {"id": measure.pk, "string": str(measure), "edit_url": url}
        button = QuestionButton(measure, json.dumps(choice))
        groups[measure.group].questions.append(button)
    return [group for group in groups.values() if group.questions]


class FactsPanel(FieldPanel):
    """
    The facts of a treatment, and above them the questions that wait for an answer.

    For a translation: where its numbers come from.
    """

    class BoundPanel(FieldPanel.BoundPanel):
        template_name = "spine_content/admin/facts_panel.html"

        def get_context_data(self, parent_context: Any = None) -> Any:
            context = super().get_context_data(parent_context)
            original = self.instance.translation_of
            more = self._original(original) if original else self._questions()
            return {**context, **more}

        def _original(self, original: Treatment) -> dict[str, Any]:
            finder = AdminURLFinder(self.request.user if self.request else None)
            return {"original": original, "original_url": finder.get_edit_url(original)}

        def _questions(self) -> dict[str, Any]:
            locale_id = self.instance.locale_id or Locale.get_default().pk
            return {
                "groups": question_groups(locale_id),
                "questions_url_name": Measure.snippet_viewset.get_url_name("list"),
            }


def treatment_panels() -> list[Any]:
    """The panels of a treatment, with a better one for its facts."""
    return [*Treatment.about_panels, FactsPanel("facts")]
