"""How long after a treatment a range of days, weeks or months lies."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from spine_content.facts.choices import TimeUnit
from spine_content.facts.types import Range

#: As ISO 8601 writes durations: “P14D”, “P3M”.
ISO_LETTERS = {
    TimeUnit.DAYS: "D",
    TimeUnit.WEEKS: "W",
    TimeUnit.MONTHS: "M",
    TimeUnit.YEARS: "Y",
}
#: Good enough for a picture; dates are counted by the calendar.
AVERAGE_DAYS = {"D": 1.0, "W": 7.0, "M": 30.4, "Y": 365.25}


@dataclass(frozen=True)
class Span:
    """From – to, as ISO 8601 durations after the treatment. One may be empty."""

    first: str
    last: str

    @property
    def days(self) -> tuple[float | None, float | None]:
        """The same in days, counted roughly."""
        return (_days(self.first), _days(self.last))


def day_span(first: int, last: int | None = None) -> Span:
    """The span of some days after a treatment."""
    return Span(f"P{first}D", f"P{first if last is None else last}D")


def range_span(value: object, unit: str) -> Span | None:
    """When a range is, or ``None`` if it is no time or no whole number of units."""
    known = parse_time_unit(unit)
    if not isinstance(value, Range) or not known:
        return None
    letter = ISO_LETTERS[known]
    bounds = (value.low, value.high)
    low, high = bounds if any(b is not None for b in bounds) else (value.typical,) * 2
    if any(number is not None and number % 1 for number in (low, high)):
        return None
    span = Span(_duration(low, letter), _duration(high, letter))
    return span if span.first or span.last else None


def parse_time_unit(unit: str) -> TimeUnit | None:
    """The unit of time that an editor typed, in their language or in English."""
    wanted = unit.strip().lower()
    found = (u for u in TimeUnit if wanted in (u.value, str(u.label).lower()))
    return next(found, None)


def _duration(number: Decimal | None, letter: str) -> str:
    return "" if number is None else f"P{int(number)}{letter}"


def _days(duration: str) -> float | None:
    return int(duration[1:-1]) * AVERAGE_DAYS[duration[-1]] if duration else None
