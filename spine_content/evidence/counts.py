"""How many out of how many, as exact whole numbers."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from spine_content.evidence.facts import Frequency

#: Fewer than these are too few to say anything about 100 people.
FEWEST = 50


class Count(NamedTuple):
    """How many out of how many. ``denominator`` is above 0."""

    numerator: int
    denominator: int

    @property
    def is_few(self) -> bool:
        return self.denominator < FEWEST

    @property
    def is_none(self) -> bool:
        return self.numerator == 0

    @property
    def is_all(self) -> bool:
        return self.numerator == self.denominator


def counted(frequency: Frequency) -> Count | None:
    """The count of those who had the treatment, where the source gives one."""
    return _count(frequency.numerator, frequency.denominator)


def compared(frequency: Frequency) -> Count | None:
    """The count of those who had something else."""
    return _count(frequency.compared_numerator, frequency.compared_denominator)


def shares(frequency: Frequency) -> tuple[Count | None, Count | None]:
    """Both, each from a percentage where the source gives no count."""
    return (
        counted(frequency) or from_percentage(frequency.percentage),
        compared(frequency) or from_percentage(frequency.compared_percentage),
    )


def from_percentage(percentage: Decimal | None) -> Count | None:
    """A percentage as an exact count, out of never fewer than 100."""
    if percentage is None or not 0 <= percentage <= 100:
        return None
    numerator, denominator = percentage.as_integer_ratio()
    return Count(numerator, denominator * 100)


def counts(frequency: Frequency) -> list[Count]:
    """Every count that is told of it. Without its own, that of others says nothing."""
    own, others = shares(frequency)
    return [count for count in (own, others) if count] if own else []


def _count(numerator: int | None, denominator: int | None) -> Count | None:
    if numerator is None or denominator is None:
        return None
    if denominator < 1 or not 0 <= numerator <= denominator:
        return None
    return Count(numerator, denominator)
