from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from spine_content.facts.blocks.base import FactBlock, layout
from spine_content.facts.blocks.limits import COUNTED, STUDIES, too_much
from spine_content.facts.choices import Comparator, Kind, Per


class FrequencyBlock(FactBlock):
    """How many out of how many, as the source counted them."""

    kind = Kind.FREQUENCY

    numerator = blocks.IntegerBlock(
        label=_("How many"),
        required=False,
        help_text=_("The count itself: 24, where it happened to 24 of 55."),
    )
    denominator = blocks.IntegerBlock(
        label=_("Out of how many"),
        required=False,
        help_text=_("All who were looked at."),
    )
    percentage = blocks.DecimalBlock(
        label=_("Or a percentage"),
        required=False,
        help_text=_("Only where the source gives no counts, as reviews often do."),
    )
    per = blocks.ChoiceBlock(
        label=_("What was counted"), choices=Per.choices, default=Per.PEOPLE
    )
    studies = blocks.IntegerBlock(
        label=_("In how many studies"),
        required=False,
        help_text=_("Leave empty if you do not know."),
    )
    compared_numerator = blocks.IntegerBlock(
        label=_("How many of the others"), required=False
    )
    compared_denominator = blocks.IntegerBlock(
        label=_("Out of how many others"), required=False
    )

    compared_percentage = blocks.DecimalBlock(
        label=_("Or a percentage of the others"),
        required=False,
        help_text=_("Only where the source gives no counts."),
    )

    may_be_chance = blocks.BooleanBlock(
        label=_("The difference may be chance"),
        required=False,
        help_text=_("Tick it if P is 0.05 or more, or the source says so."),
    )

    class Meta:
        label = Kind.FREQUENCY.label
        icon = "group"
        form_layout = layout(
            "numerator",
            "denominator",
            "percentage",
            "per",
            "studies",
            compared=(
                "compared_numerator",
                "compared_denominator",
                "compared_percentage",
                "may_be_chance",
            ),
        )

    def problems(self, value: Any) -> dict[str, Any]:
        found = _count_problems(value, "")
        if not found and all(
            value[name] is None for name in ("numerator", "percentage")
        ):
            found["numerator"] = _("Enter the count, or a percentage below.")
        if value["studies"] is not None and value["studies"] < 1:
            found["studies"] = _("It takes at least one study.")
        found.update(too_much(value, STUDIES, "studies"))
        compared = _count_problems(value, "compared_")
        says_others = any(
            value[f"compared_{name}"] is not None
            for name in ("numerator", "percentage")
        )
        if says_others and value["comparator"] == Comparator.NONE:
            compared["comparator"] = _("Say what the others had.")
        return {**found, **compared}


def _count_problems(value: Any, prefix: str) -> dict[str, Any]:
    """What is wrong with a count or percentage; nothing where there is neither."""
    names = [f"{prefix}{name}" for name in ("numerator", "denominator", "percentage")]
    count, total, percentage = (value[name] for name in names)
    if count is None and total is None:
        wrong = percentage is not None and not 0 <= percentage <= 100
        return {names[2]: _("A percentage lies between 0 and 100.")} if wrong else {}
    if percentage is not None:
        return {names[2]: _("Leave this empty: the count says it all.")}
    if count is None:
        return {names[0]: _("Enter how many.")}
    if total is None:
        return {names[1]: _("Enter out of how many.")}
    if total <= 0:
        return {names[1]: _("It must be at least 1.")}
    if found := too_much(value, COUNTED, *names[:2]):
        return found
    if count < 0:
        return {names[0]: _("It cannot be below zero.")}
    if count > total:
        return {names[0]: _("It cannot be more than the number it is out of.")}
    return {}
