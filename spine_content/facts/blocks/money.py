from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from spine_content.facts.blocks.base import FactBlock, layout
from spine_content.facts.blocks.limits import MONEY, below_zero, too_much
from spine_content.facts.choices import CURRENCIES, Kind


class MoneyBlock(FactBlock):
    """An amount of money, what it covers, and since when it holds."""

    kind = Kind.MONEY

    low = blocks.DecimalBlock(label=_("From"), required=False)
    high = blocks.DecimalBlock(
        label=_("To"), required=False, help_text=_("Leave empty if there is one price.")
    )
    currency = blocks.CharBlock(
        label=_("Currency"),
        max_length=3,
        required=False,
        help_text=_("Its three letters, such as GBP, EUR or USD."),
    )
    as_of = blocks.DateBlock(
        label=_("Price of"), required=False, help_text=_("The day it was right.")
    )
    covers = blocks.CharBlock(
        label=_("What it covers"),
        max_length=160,
        required=False,
        help_text=_("For example “the procedure and one night”."),
    )

    class Meta:
        label = Kind.MONEY.label
        icon = "tag"
        form_layout = layout("low", "high", "currency", "as_of", "covers")

    def problems(self, value: Any) -> dict[str, Any]:
        low, high = value["low"], value["high"]
        found = below_zero(value, "low", "high") or too_much(
            value, MONEY, "low", "high"
        )
        if low is None and high is None:
            found["low"] = _("Enter an amount.")
        if low is not None and high is not None and low > high:
            found["high"] = _("It must not be below where it starts.")
        if value["currency"].upper() not in CURRENCIES:
            found["currency"] = _(
                "There is no such currency. Enter its three letters, such as GBP."
            )
        if value["as_of"] is None:
            found["as_of"] = _("Say on which day this price was right.")
        elif value["as_of"] > timezone.localdate():
            found["as_of"] = _("This day is still to come.")
        return found
