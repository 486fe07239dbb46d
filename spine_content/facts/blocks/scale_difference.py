from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from spine_content.facts.blocks.base import FactBlock, layout
from spine_content.facts.blocks.limits import POINTS, too_much
from spine_content.facts.choices import Better, Comparator, Kind


class ScaleDifferenceBlock(FactBlock):
    """How many points better than with something else, on a scale with two ends."""

    kind = Kind.SCALE

    scale_low = blocks.DecimalBlock(label=_("Lowest point of the scale"), default=0)
    scale_high = blocks.DecimalBlock(label=_("Highest point of the scale"), default=10)
    better = blocks.ChoiceBlock(
        label=_("The good end"), choices=Better.choices, default=Better.LOWER
    )
    difference = blocks.DecimalBlock(
        label=_("Points better"),
        required=False,
        help_text=_(
            "How much better for the patient than what others had. Below zero if it "
            "was worse."
        ),
    )
    ci_low = blocks.DecimalBlock(
        label=_("At least (95% confidence)"),
        required=False,
        help_text=_("Below zero if it may have been worse."),
    )
    ci_high = blocks.DecimalBlock(label=_("At most (95% confidence)"), required=False)
    noticeable = blocks.DecimalBlock(
        label=_("Smallest difference that people notice"),
        required=False,
        help_text=_("In points. Below it, readers are told that it is too small."),
    )
    baseline = blocks.DecimalBlock(
        label=_("Where people started"),
        required=False,
        help_text=_("The average before the treatment."),
    )

    class Meta:
        label = Kind.SCALE.label
        icon = "sliders"
        form_layout = layout(
            "scale_low",
            "scale_high",
            "better",
            "difference",
            "ci_low",
            "ci_high",
            "noticeable",
            "baseline",
        )

    def problems(self, value: Any) -> dict[str, Any]:
        low, high = value["scale_low"], value["scale_high"]
        if found := too_much(value, POINTS, "scale_low", "scale_high"):
            return found
        if None in (low, high) or low >= high:
            return {"scale_high": _("It must be above the lowest point.")}
        if value["difference"] is None:
            found["difference"] = _("Enter how many points.")
        for name in ("difference", "ci_low", "ci_high"):
            if value[name] is not None and abs(value[name]) > high - low:
                found[name] = _("That is more than the whole scale.")
        if value["baseline"] is not None and not low <= value["baseline"] <= high:
            found["baseline"] = _("It must lie on the scale.")
        if (
            value["noticeable"] is not None
            and not 0 < value["noticeable"] <= high - low
        ):
            found["noticeable"] = _("It must be above zero and within the scale.")
        if value["comparator"] == Comparator.NONE:
            found["comparator"] = _("Say what the others had: it is a difference.")
        return {**self._interval_problems(value), **found}

    @staticmethod
    def _interval_problems(value: Any) -> dict[str, Any]:
        low, high, difference = value["ci_low"], value["ci_high"], value["difference"]
        if low is None and high is None:
            return {}
        if low is None:
            return {"ci_low": _("Enter both ends, or neither.")}
        if high is None:
            return {"ci_high": _("Enter both ends, or neither.")}
        if difference is None or low <= difference <= high:
            return {}
        return {"ci_low": _("The difference itself must lie between the two ends.")}
