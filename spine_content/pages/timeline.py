"""
The timeline of a recovery: phases side by side, and milestones as marks below them.

All phases have the same width, or the first day would vanish beside three months.
Lengths are in hundredths of a phase.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from spine_content.facts.timespans import Span, day_span, range_span
from spine_content.facts.types import Row

UNIT = 100


@dataclass(frozen=True)
class Milestone:
    """A milestone as an editor filled it in, and the facts about it, if any."""

    value: Any
    row: Row | None

    @property
    def advised_span(self) -> Span | None:
        """The days that the clinic itself advises."""
        earliest, usual = self.value.get("earliest_day"), self.value.get("usual_day")
        return None if earliest is None else day_span(earliest, usual)

    @property
    def statements(self) -> list[tuple[Any, Span | None]]:
        """Each statement of the facts, and the days that it is about."""
        row = self.row
        return [
            (each, range_span(each.fact.value, row.question.unit))
            for cell in (row.cells if row else ())
            for each in cell.statements
            if row
        ]

    @property
    def spans(self) -> list[Span]:
        """All of these days, the clinic's own first."""
        every = [self.advised_span, *(span for _statement, span in self.statements)]
        return [span for span in every if span]

    @property
    def event(self) -> str:
        """When it is in a calendar, as a duration after the procedure; or nothing."""
        firsts = [span.first for span in self.spans if span.first]
        return next(iter(firsts), "") if self.value.get("in_calendar") else ""


@dataclass(frozen=True)
class Mark:
    """A milestone as an SVG path: a dot for a day, a bar for several."""

    label: str
    path: str


@dataclass(frozen=True)
class Timeline:
    """What the template draws. ``grid`` is an SVG path: the lines between phases."""

    phases: list[Any]
    marks: list[Mark]
    width: int
    grid: str


def timeline(phases: Sequence[Any], milestones: Iterable[Any]) -> Timeline | None:
    """The timeline of some phases and milestones, or ``None`` without a phase."""
    spans = [(str(each.value["activity"]), each.spans) for each in milestones]
    latest = max((d for _label, found in spans for d in _known_days(found)), default=0)
    bounds = [_bounds(phase, latest) for phase in phases]
    if not bounds or None in bounds:
        return None
    scale = Scale([each for each in bounds if each])
    marks = [Mark(label, scale.path(found)) for label, found in spans if found]
    lines = "".join(f"M{UNIT * line} 0V20" for line in range(1, len(bounds)))
    return Timeline(list(phases), marks, UNIT * len(bounds), lines)


@dataclass(frozen=True)
class Scale:
    """First and last day of each phase, in order."""

    bounds: list[tuple[float, float]]

    def position(self, day: float) -> float:
        for index, (first, last) in enumerate(self.bounds):
            if day < first:
                return UNIT * index
            if day < last + 1:
                return UNIT * (index + (day - first) / (last + 1 - first))
        return UNIT * len(self.bounds)

    def middle(self, day: float) -> int:
        return round((self.position(day) + self.position(day + 1)) / 2)

    def path(self, spans: Iterable[Span]) -> str:
        return "".join(self._line(*span.days) for span in spans)

    def _line(self, first: float | None, last: float | None) -> str:
        start = 0 if first is None else self.middle(first)
        end = UNIT * len(self.bounds) if last is None else self.middle(last)
        return f"M{start} 10H{max(start, end)}"


def _bounds(phase: Any, latest: float) -> tuple[float, float] | None:
    first, last = phase["start_day"], phase["end_day"]
    if first is None:
        return None
    # What goes on is drawn until the last milestone, or twice as long as until then.
    return first, max(2 * first, latest, first) if last is None else max(last, first)


def _known_days(spans: Iterable[Span]) -> list[float]:
    return [day for span in spans for day in span.days if day is not None]
