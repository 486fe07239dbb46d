from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from spine_content.blocks.rich_text import LINE_FEATURES
from spine_content.evidence import Row, Span, day_span, range_span
from spine_content.pages.phases import day, day_error


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
