from typing import Any

from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.panels import FieldPanel
from wagtail.models import Locale

from spine_content.admin.facts.form import original_of
from spine_content.admin.facts.questions import offered_questions
from spine_content.models import Measure, Treatment
from spine_content.pages.review_panel import ReviewPanel


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
