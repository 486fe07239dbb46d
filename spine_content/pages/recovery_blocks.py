"""What an editor fills in for a recovery guide: phases and milestones."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.snippets.blocks import SnippetChooserBlock

from spine_content.blocks.text import LINE_FEATURES, NOTE_FEATURES
from spine_content.clinic.models import MAX_DAY


def day_block(label: Any, help_text: Any, **kwargs: Any) -> blocks.IntegerBlock:
    """A number of days after the procedure, which is on day 0."""
    return blocks.IntegerBlock(
        label=label, help_text=help_text, min_value=0, max_value=MAX_DAY, **kwargs
    )


def field_error(field: str, message: str) -> StructBlockValidationError:
    """A validation error next to one of the fields of a block."""
    return StructBlockValidationError(block_errors={field: ValidationError(message)})


class PhaseBlock(blocks.StructBlock):
    """A stretch of days: what to expect, what to do, and what to leave."""

    title = blocks.CharBlock(
        label=_("Title"), max_length=80, help_text=_("For example “The first week”.")
    )
    start_day = day_block(_("First day"), _("Day 0 is the day of the procedure."))
    end_day = day_block(_("Last day"), _("Leave empty if it goes on."), required=False)
    gap_or_overlap = blocks.BooleanBlock(
        label=_("A gap before it, or shared days, are meant"),
        required=False,
        help_text=_("Otherwise each phase begins where the last one ends."),
    )
    expect = blocks.RichTextBlock(
        label=_("What to expect"),
        features=NOTE_FEATURES,
        help_text=_("How people feel in these days, and what is normal."),
    )
    do = blocks.ListBlock(
        blocks.CharBlock(label=_("Do"), max_length=200),
        label=_("Do"),
        help_text=_("One thing a line, the most helpful first."),
    )
    dont = blocks.ListBlock(
        blocks.CharBlock(label=_("Don’t"), max_length=200),
        label=_("Don’t"),
        help_text=_("One thing a line, the most harmful first."),
    )
    medicines = blocks.RichTextBlock(
        label=_("Medicines"),
        features=NOTE_FEATURES,
        required=False,
        help_text=_("What to take, what to stop, and whom to ask."),
    )

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        start, end = cleaned["start_day"], cleaned["end_day"]
        waits = self.is_deferred_validation or None in (start, end)
        if not waits and end < start:
            raise field_error(
                "end_day", gettext("The last day must not be before the first.")
            )
        return cleaned

    class Meta:
        icon = "calendar"
        label = _("Phase")
        label_format = "{title}"


class PhasesBlock(blocks.StreamBlock):
    """Phases in order, from the day of the procedure on, without a gap or overlap."""

    phase = PhaseBlock()

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if not self.is_deferred_validation:
            errors = phase_errors(block.value for block in cleaned)
            if errors:
                raise StreamBlockValidationError(block_errors=errors)
        return cleaned


def phase_errors(phases: Iterable[Any]) -> dict[int, Any]:
    """An error for each phase that does not begin where the one before it ends."""
    errors, first, expected = {}, 0, 0
    for index, phase in enumerate(phases):
        start, end = phase["start_day"], phase["end_day"]
        message = _start_day_error(
            start, first, expected, bool(phase.get("gap_or_overlap"))
        )
        if message:
            errors[index] = field_error("start_day", message)
        first = max(first, start)
        # Beyond all days where it goes on.
        expected = max(expected, 9999 if end is None else end + 1)
    return errors


def _start_day_error(start: int, first: int, expected: int, is_intended: bool) -> str:
    """What is wrong with the first day of a phase, or an empty string."""
    if start < first:
        return (
            gettext("Put the phases in order: one before it begins on day %d.") % first
        )
    if start == expected or is_intended:
        return ""
    if expected == 9999:
        return gettext("The phase before has no last day. Enter one, or tick below.")
    if start > expected:
        return gettext(
            "No phase has day %(day)d. Begin on that day, or tick below."
        ) % {"day": expected}
    return gettext(
        "The phase before lasts until day %(last)d. Begin on day %(day)d, or "
        "tick below."
    ) % {"last": expected - 1, "day": expected}


class MilestoneBlock(blocks.StructBlock):
    """Something people want to do again, and when."""

    activity = blocks.CharBlock(
        label=_("Activity"), max_length=80, help_text=_("For example “Drive a car”.")
    )
    measure = SnippetChooserBlock(
        "spine_content.Measure",
        label=_("The question it answers"),
        required=False,
        help_text=_(
            "The facts of the treatment then say what is known, here as on every page."
        ),
    )
    earliest_day = day_block(
        _("Earliest day"),
        _(
            "What your clinic advises, in days after the procedure. The page says that "
            "it is your advice. Leave empty if the facts say it all."
        ),
        required=False,
    )
    usual_day = day_block(
        _("Usual day"),
        _("When most people do it. Leave empty if unknown."),
        required=False,
    )
    condition = blocks.RichTextBlock(
        label=_("Condition or note"),
        features=LINE_FEATURES,
        required=False,
        help_text=_("For example “if you take no strong painkillers”."),
    )
    in_calendar = blocks.BooleanBlock(
        label=_("Offer it for the reader’s calendar"),
        required=False,
        default=True,
        help_text=_("Readers can save these days. No name is on them."),
    )

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        earliest, usual = cleaned["earliest_day"], cleaned["usual_day"]
        if self.is_deferred_validation:
            return cleaned
        if earliest is None and not cleaned["measure"]:
            raise field_error(
                "earliest_day",
                gettext("Enter a day, or choose the question that the facts answer."),
            )
        if earliest is not None and usual is not None and usual < earliest:
            raise field_error(
                "usual_day", gettext("The usual day must not be before the earliest.")
            )
        return cleaned

    class Meta:
        icon = "tick"
        label = _("Milestone")
        label_format = "{activity}"
