"""The kinds of fact, and what each asks of an editor. ``validation`` has its rules."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from spine_content.facts.blocks.base import FactBlock
from spine_content.facts.choices import Better, Kind, Per, Verdict


class FrequencyBlock(FactBlock):
    """How many out of how many, as the source counted them."""

    kind = Kind.FREQUENCY
    compared_fields = (
        *("compared_numerator", "compared_denominator", "compared_percentage"),
        "may_be_chance",
    )

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


class AnswerBlock(FactBlock):
    """Yes, no or it varies, and a few words."""

    kind = Kind.ANSWER

    verdict = blocks.ChoiceBlock(
        label=_("In short"), choices=Verdict.choices, required=False
    )
    text = blocks.CharBlock(
        label=_("In words"),
        max_length=240,
        required=False,
        help_text=_("At most 25 plain words."),
    )

    class Meta:
        label = Kind.ANSWER.label
        icon = "comment"
