from collections import Counter
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, Panel

from spine_content import consent
from spine_content.consent.approval import Approval, latest, standing

#: Putting a consent to a story is for those who keep the consents.
RIGHT = "spine_content.change_consent"


class ConsentPanel(FieldPanel):
    """The consent of a story: everybody who edits it sees which, officers change it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        # The form leaves the field out for those without the right, so that a forged
        # POST changes nothing.
        super().__init__(*args, **{"permission": RIGHT, **kwargs})

    def format_value_for_display(self, value: Any) -> Any:
        if value is None:
            return _("None yet. Ask a consent officer to attach the consent.")
        return value.reference

    class BoundPanel(FieldPanel.BoundPanel):
        def __init__(self, **kwargs: Any) -> None:
            super().__init__(**kwargs)
            if self.form is not None and self.bound_field is None:
                self.read_only = True
                self.heading = self.panel.heading or capfirst(
                    self.panel.db_field.verbose_name
                )
                self.help_text = self.panel.help_text or self.panel.db_field.help_text

        def is_shown(self) -> bool:
            return True


class ApprovalPanel(Panel):
    """Where the text of a story stands with the patient, and the officer's button."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "spine_content/admin/approval_panel.html"

        def is_shown(self) -> bool:
            return bool(self.instance.pk and self.instance.consent_id)

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            page = self.instance
            stands = standing(page)
            open_ones = {Approval.NONE, Approval.CHANGED}
            context.update(
                page=page,
                standing=stands,
                event=latest(page) if stands != Approval.NOT_NEEDED else None,
                may_record=stands in open_ones and self.request.user.has_perm(RIGHT),
            )
            return context


#: From so many stories on, readers may take what happened to all for what will happen.
MANY = 3


class BalancePanel(Panel):
    """How the stories about a treatment went: readers shall meet every outcome."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"heading": _("Balance of stories"), **kwargs})

    class BoundPanel(Panel.BoundPanel):
        template_name = "spine_content/admin/balance_panel.html"

        class Media:
            css = {"all": ["spine_content/css/admin/stories.css"]}

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            page = self.instance
            counts = outcomes(page) if page.treatment_id else Counter[str]()
            better = page.Outcome.BETTER.value
            context.update(
                treatment=page.treatment,
                total=counts.total(),
                counts=[(kind.label, counts[kind.value]) for kind in page.Outcome],
                one_sided=counts[better] == counts.total() >= MANY,
            )
            return context


def outcomes(page: Any) -> Counter[str]:
    """Outcomes of the public stories about the treatment of ``page``, its own too."""
    others = type(page).about(page.treatment_id).live().exclude(pk=page.pk)
    public = consent.only_showable(others).order_by()
    told = [*public.values_list("outcome", flat=True), page.outcome]
    return Counter(outcome for outcome in told if outcome)
