"""How many out of how many, as exact whole numbers."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from spine_content.facts.types import Frequency

#: Fewer than these are too few to say anything about 100 people.
SMALLEST_SAMPLE = 50


class Count(NamedTuple):
    """How many out of how many. ``denominator`` is above 0."""

    numerator: int
    denominator: int

    @property
    def is_small(self) -> bool:
        return self.denominator < SMALLEST_SAMPLE

    @property
    def is_none(self) -> bool:
        return self.numerator == 0

    @property
    def is_all(self) -> bool:
        return self.numerator == self.denominator


def treated_count(frequency: Frequency) -> Count | None:
    """The count of those who had the treatment, where the source gives one."""
    return _count(frequency.numerator, frequency.denominator)


def comparison_count(frequency: Frequency) -> Count | None:
    """The count of those who had something else, where the source gives one."""
    return _count(frequency.compared_numerator, frequency.compared_denominator)


def proportions(frequency: Frequency) -> tuple[Count | None, Count | None]:
    """Both counts, each from a percentage where the source gives no count."""
    return (
        treated_count(frequency) or percentage_count(frequency.percentage),
        comparison_count(frequency) or percentage_count(frequency.compared_percentage),
    )


def percentage_count(percentage: Decimal | None) -> Count | None:
    """A percentage as an exact count, out of never fewer than 100."""
    if percentage is None or not 0 <= percentage <= 100:
        return None
    numerator, denominator = percentage.as_integer_ratio()
    return Count(numerator, denominator * 100)


def shown_counts(frequency: Frequency) -> list[Count]:
    """The counts that readers see; that of others only beside one of its own."""
    treated, compared = proportions(frequency)
    return [count for count in (treated, compared) if count] if treated else []


def _count(numerator: int | None, denominator: int | None) -> Count | None:
    if numerator is None or denominator is None:
        return None
    if denominator < 1 or not 0 <= numerator <= denominator:
        return None
    return Count(numerator, denominator)


def scale_count(numerator: int, denominator: int, base: int) -> int:
    """How many out of ``base``, halves upwards, without the errors of floats."""
    return (2 * numerator * base + denominator) // (2 * denominator)


def row_base(counts: Iterable[tuple[int, int]], least: int = 100) -> int:
    """
    The smallest power of ten, not below ``least``, that suits all counts of a row.

    What happened to somebody must not read as nobody, nor what some were spared as
    everybody. Small counts are never scaled, so they have no say.
    """
    base = 10
    while base < least:
        base *= 10
    scalable = [count for count in map(Count._make, counts) if not count.is_small]
    while any(_is_rounded_away(count, base) for count in scalable):
        base *= 10
    return base


def upper_bound(denominator: int, base: int) -> int:
    """
    How many out of ``base`` it could still be where nobody was counted.

    The rule of three: three divided by the number looked at, with 95% confidence.
    """
    return min(base, -(-3 * base // denominator))


def _is_rounded_away(count: Count, base: int) -> bool:
    scaled = scale_count(*count, base)
    return (scaled == 0 and not count.is_none) or (scaled == base and not count.is_all)
