from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import blocks
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.snippets.blocks import SnippetChooserBlock

from spine_content.blocks.text import LINE_FEATURES, NOTE_FEATURES
from spine_content.clinic.models import LAST_DAY
from spine_content.facts import Row, Span, day_span, range_span


def day(label: Any, help_text: Any, **kwargs: Any) -> blocks.IntegerBlock:
    """A day counted from the procedure, which is day 0."""
    return blocks.IntegerBlock(
        label=label, help_text=help_text, min_value=0, max_value=LAST_DAY, **kwargs
    )


def day_error(field: str, message: str) -> StructBlockValidationError:
    """A message next to one of the days of a block."""
    return StructBlockValidationError(block_errors={field: ValidationError(message)})


class PhaseBlock(blocks.StructBlock):
    """A stretch of days: what to expect, what to do, and what to leave."""

    title = blocks.CharBlock(
        label=gettext_lazy("Title"),
        max_length=80,
        help_text=gettext_lazy("For example “The first week”."),
    )
    start_day = day(
        gettext_lazy("First day"), gettext_lazy("Day 0 is the day of the procedure.")
    )
    end_day = day(
        gettext_lazy("Last day"),
        gettext_lazy("Leave empty if it goes on."),
        required=False,
    )
    gap_or_overlap = blocks.BooleanBlock(
        label=gettext_lazy("A gap before it, or shared days, are meant"),
        required=False,
        help_text=gettext_lazy("Otherwise each phase begins where the last one ends."),
    )
    expect = blocks.RichTextBlock(
        label=gettext_lazy("What to expect"),
        features=NOTE_FEATURES,
        help_text=gettext_lazy("How people feel in these days, and what is normal."),
    )
    do = blocks.ListBlock(
        blocks.CharBlock(label=gettext_lazy("Do"), max_length=200),
        label=gettext_lazy("Do"),
        help_text=gettext_lazy("One thing a line, the most helpful first."),
    )
    dont = blocks.ListBlock(
        blocks.CharBlock(label=gettext_lazy("Don’t"), max_length=200),
        label=gettext_lazy("Don’t"),
        help_text=gettext_lazy("One thing a line, the most harmful first."),
    )
    medicines = blocks.RichTextBlock(
        label=gettext_lazy("Medicines"),
        features=NOTE_FEATURES,
        required=False,
        help_text=gettext_lazy("What to take, what to stop, and whom to ask."),
    )

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        start, end = cleaned["start_day"], cleaned["end_day"]
        waits = self.is_deferred_validation or None in (start, end)
        if not waits and end < start:
            raise day_error("end_day", _("The last day must not be before the first."))
        return cleaned

    class Meta:
        icon = "calendar"
        label = gettext_lazy("Phase")
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
            errors[index] = day_error("start_day", message)
        first = max(first, start)
        # Beyond all days where it goes on.
        expected = max(expected, 9999 if end is None else end + 1)
    return errors


def _start_day_error(start: int, first: int, expected: int, is_meant: bool) -> str:
    """What is wrong with the first day of a phase; nothing where it fits."""
    if start < first:
        return _("Put the phases in order: one before it begins on day %d.") % first
    if start == expected or is_meant:
        return ""
    if expected == 9999:
        return _("The phase before has no last day. Enter one, or tick below.")
    if start > expected:
        return _("No phase has day %(day)d. Begin on that day, or tick below.") % {
            "day": expected
        }
    return _(
        "The phase before lasts until day %(last)d. Begin on day %(day)d, or "
        "tick below."
    ) % {"last": expected - 1, "day": expected}


class MilestoneBlock(blocks.StructBlock):
    """Something people want to do again, and when."""

    activity = blocks.CharBlock(
        label=gettext_lazy("Activity"),
        max_length=80,
        help_text=gettext_lazy("For example “Drive a car”."),
    )
    measure = SnippetChooserBlock(
        "spine_content.Measure",
        label=gettext_lazy("The question it answers"),
        required=False,
        help_text=gettext_lazy(
            "The facts of the treatment then say what is known, here as on every page."
        ),
    )
    earliest_day = day(
        gettext_lazy("Earliest day"),
        gettext_lazy(
            "What your clinic advises, in days after the procedure. The page says that "
            "it is your advice. Leave empty if the facts say it all."
        ),
        required=False,
    )
    usual_day = day(
        gettext_lazy("Usual day"),
        gettext_lazy("When most people do it. Leave empty if unknown."),
        required=False,
    )
    condition = blocks.RichTextBlock(
        label=gettext_lazy("Condition or note"),
        features=LINE_FEATURES,
        required=False,
        help_text=gettext_lazy("For example “if you take no strong painkillers”."),
    )
    in_calendar = blocks.BooleanBlock(
        label=gettext_lazy("Offer it for the reader’s calendar"),
        required=False,
        default=True,
        help_text=gettext_lazy("Readers can save these days. No name is on them."),
    )

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        earliest, usual = cleaned["earliest_day"], cleaned["usual_day"]
        if self.is_deferred_validation:
            return cleaned
        if earliest is None and not cleaned["measure"]:
            raise day_error(
                "earliest_day",
                _("Enter a day, or choose the question that the facts answer."),
            )
        if earliest is not None and usual is not None and usual < earliest:
            raise day_error(
                "usual_day", _("The usual day must not be before the earliest.")
            )
        return cleaned

    class Meta:
        icon = "tick"
        label = gettext_lazy("Milestone")
        label_format = "{activity}"


@dataclass(frozen=True)
class Milestone:
    """A milestone as it was entered, and what the facts say about it, if they do."""

    value: Any
    row: Row | None

    @property
    def own(self) -> Span | None:
        """When the clinic itself advises it."""
        earliest, usual = self.value.get("earliest_day"), self.value.get("usual_day")
        return None if earliest is None else day_span(earliest, usual)

    @property
    def known(self) -> list[tuple[Any, Span | None]]:
        """Each statement of the facts, and when that is."""
        row = self.row
        return [
            (each, range_span(each.fact.value, row.question.unit))
            for cell in (row.cells if row else ())
            for each in cell.statements
            if row
        ]

    @property
    def spans(self) -> list[Span]:
        every = [self.own, *(span for _statement, span in self.known)]
        return [span for span in every if span]

    @property
    def event(self) -> str:
        """How long after the procedure it stands in a calendar, if it does."""
        firsts = [span.first for span in self.spans if span.first]
        return next(iter(firsts), "") if self.value.get("in_calendar") else ""
