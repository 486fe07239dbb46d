import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.panels import FieldPanel
from wagtail.models import Locale

from spine_content.admin.panels import DraftPanel
from spine_content.facts.choices import Group
from spine_content.facts.evidence_warnings import attention
from spine_content.facts.forms import original_of
from spine_content.facts.models import Measure, Treatment
from spine_content.reviews.panels import ReviewPanel


class EvidencePanel(DraftPanel):
    """The facts that the page shows, one click from their form, and what to look at."""

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


def evidence(page: Any, user: Any) -> dict[str, Any]:
    """What the panel shows of a draft: ``attention``, and a dict for each treatment."""
    finder = AdminURLFinder(user)
    shown = {treatment.pk: treatment for treatment in page.book.treatments}
    # Only a translation has to ask for what it translates.
    asked = [pk for pk in page.book.originals if pk not in shown]
    originals = {**shown, **(Treatment.objects.in_bulk(asked) if asked else {})}
    return {
        "attention": attention(page),
        "treatments": [
            {
                "treatment": treatment,
                "rows": page.book.of(treatment.pk, *Group),
                "url": finder.get_edit_url(originals[original]),
            }
            for treatment, original in zip(
                page.book.treatments, page.book.originals, strict=True
            )
        ],
    }


@dataclass(frozen=True)
class Offered:
    """A question as a button. ``chosen`` is what the chooser would know of it."""

    measure: Measure
    chosen: str


@dataclass(frozen=True)
class OfferedGroup:
    """Questions under one heading."""

    label: str
    questions: list[Offered] = field(default_factory=list)


def offered_questions(locale_id: int) -> list[OfferedGroup]:
    """Every published question of a locale, in the groups and order of the pages."""
    groups = {value: OfferedGroup(str(label)) for value, label in Measure.Group.choices}
    for measure, chosen in _with_choices(locale_id):
        groups[measure.group].questions.append(Offered(measure, chosen))
    return [group for group in groups.values() if group.questions]


def _with_choices(locale_id: int) -> Iterator[tuple[Measure, str]]:
    addresses = AdminURLFinder()
    measures = Measure.objects.filter(live=True, locale=locale_id)
    for measure in measures.order_by("order", "question"):
        address = addresses.get_edit_url(measure)
        yield (
            measure,
            json.dumps({"id": measure.pk, "string": str(measure), "edit_url": address}),
        )


class FactsPanel(FieldPanel):
    """
    The facts of a treatment, and above them the questions that wait for an answer.

    For a translation: where its numbers come from.
    """

    class BoundPanel(FieldPanel.BoundPanel):
        template_name = "spine_content/admin/facts_panel.html"

        def get_context_data(self, parent_context: Any = None) -> Any:
            context = super().get_context_data(parent_context)
            original = original_of(self.instance)
            details = self._translation(original) if original else self._questions()
            return {**context, **details}

        def _translation(self, original: Treatment) -> dict[str, Any]:
            addresses = AdminURLFinder(self.request.user if self.request else None)
            return {
                "original": original,
                "original_url": addresses.get_edit_url(original),
            }

        def _questions(self) -> dict[str, Any]:
            locale_id = self.instance.locale_id or Locale.get_default().pk
            addresses = Measure.snippet_viewset
            return {
                "groups": offered_questions(locale_id),
                "questions_url_name": addresses.get_url_name("list"),
            }


def treatment_panels() -> list[Any]:
    """The panels of a treatment, with a better one for its facts."""
    panels = [
        FactsPanel("facts") if getattr(panel, "field_name", "") == "facts" else panel
        for panel in Treatment.panels
    ]
    return [*panels, ReviewPanel()]
