from collections import Counter
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel

from spine_content import consent

#: From this many stories on, readers may expect the outcome that all of them had.
MIN_ONE_SIDED = 3


class BalancePanel(Panel):
    """How the stories about a treatment went, with a warning if all went well."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"heading": _("Balance of stories"), **kwargs})

    class BoundPanel(Panel.BoundPanel):
        template_name = "spine_content/admin/balance_panel.html"

        class Media:
            css = {"all": ["spine_content/css/admin/stories.css"]}

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            page = self.instance
            counts = outcome_counts(page) if page.treatment_id else Counter[str]()
            better = page.Outcome.BETTER.value
            context.update(
                treatment=page.treatment,
                total=counts.total(),
                counts=[(kind.label, counts[kind.value]) for kind in page.Outcome],
                one_sided=counts[better] == counts.total() >= MIN_ONE_SIDED,
            )
            return context


def outcome_counts(page: Any) -> Counter[str]:
    """Outcomes of the public stories about the treatment of ``page``, its own too."""
    others = type(page).about(page.treatment_id).live().exclude(pk=page.pk)
    public = consent.only_showable(others).order_by()
    outcomes = [*public.values_list("outcome", flat=True), page.outcome]
    return Counter(outcome for outcome in outcomes if outcome)
