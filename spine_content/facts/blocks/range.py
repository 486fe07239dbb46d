from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from spine_content.facts.blocks.base import FactBlock, layout
from spine_content.facts.blocks.limits import below_zero, most_of, too_much
from spine_content.facts.choices import Kind


class RangeBlock(FactBlock):
    """From – to, in the unit that the question has."""

    kind = Kind.RANGE

    low = blocks.DecimalBlock(
        label=_("From"), required=False, help_text=_("In the unit of the question.")
    )
    typical = blocks.DecimalBlock(
        label=_("Usually"), required=False, help_text=_("Leave empty if not known.")
    )
    high = blocks.DecimalBlock(label=_("To"), required=False)

    class Meta:
        label = Kind.RANGE.label
        icon = "order"
        form_layout = layout("low", "typical", "high")

    def problems(self, value: Any) -> dict[str, Any]:
        low, typical, high = value["low"], value["typical"], value["high"]
        if (low, typical, high) == (None, None, None):
            return {"low": _("Enter at least one of the three numbers.")}
        names = ("low", "typical", "high")
        most = most_of(value["measure"].unit if value["measure"] else "")
        found = below_zero(value, *names) or too_much(value, most, *names)
        if found:
            return found
        if low is not None and high is not None and low > high:
            found["high"] = _("It must not be below where it starts.")
        elif typical is not None and (
            (low is not None and typical < low) or (high is not None and typical > high)
        ):
            found["typical"] = _("It must lie between the other two.")
        return found
