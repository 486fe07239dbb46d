"""Plain values: facts of a treatment, and the statements made of them."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal

from spine_content.facts.choices import (
    Better,
    Certainty,
    Comparator,
    Group,
    Kind,
    Per,
    Status,
)
from spine_content.facts.icon_array import IconArray


@dataclass(frozen=True)
class Question:
    """A question asked of every treatment: one row of a comparison."""

    pk: int
    text: str
    kind: str = Kind.FREQUENCY
    group: str = Group.HARMS
    #: The unit of ranges, in the plural: “minutes”.
    unit: str = ""
    #: The least number of people that counts are shown out of: 100, 1,000 or 10,000.
    base: int = 100


@dataclass(frozen=True)
class Frequency:
    """
    How many out of how many. ``percentage`` (0 to 100) stands in where a source gives
    no counts. ``compared_*`` are the counts of those who had something else;
    ``may_be_chance`` says that the difference to them may be nothing but chance.
    """

    numerator: int | None = None
    denominator: int | None = None
    percentage: Decimal | None = None
    per: str = Per.PEOPLE
    studies: int | None = None
    compared_numerator: int | None = None
    compared_denominator: int | None = None
    compared_percentage: Decimal | None = None
    may_be_chance: bool = False


@dataclass(frozen=True)
class ScaleDifference:
    """
    How many points better than with something else, on a scale from ``scale_low`` to
    ``scale_high``. Above 0 is better for the patient, whichever end of the scale that
    is. ``noticeable`` is the smallest difference that people notice.
    """

    scale_low: Decimal
    scale_high: Decimal
    difference: Decimal
    better: str = Better.LOWER
    baseline: Decimal | None = None
    ci_low: Decimal | None = None
    ci_high: Decimal | None = None
    noticeable: Decimal | None = None


@dataclass(frozen=True)
class Range:
    """From – to, in the unit of the question. At least one of the three is there."""

    low: Decimal | None = None
    typical: Decimal | None = None
    high: Decimal | None = None


@dataclass(frozen=True)
class Money:
    """An amount in ``currency`` (ISO 4217). At least one of the two is there."""

    currency: str
    low: Decimal | None = None
    high: Decimal | None = None
    as_of: datetime.date | None = None
    covers: str = ""


@dataclass(frozen=True)
class Answer:
    """Yes, no or it varies, and a few words."""

    verdict: str = ""
    text: str = ""


Value = Frequency | ScaleDifference | Range | Money | Answer


@dataclass(frozen=True)
class Timeframe:
    """How long after the treatment: a number of days, weeks, months or years."""

    number: int
    unit: str


@dataclass(frozen=True)
class Citation:
    """A source by its key, and where in it the fact stands: “Table 2”."""

    source: int
    where: str = ""


@dataclass(frozen=True)
class Fact:
    """One answer to one question. ``value`` is there when something is known."""

    id: str
    question: int | None
    kind: str
    status: str = Status.KNOWN
    value: Value | None = None
    comparator: str = Comparator.NONE
    other_treatment: int | None = None
    timeframe: Timeframe | None = None
    population: str = ""
    measured_how: str = ""
    basis: str = ""
    certainty: str = Certainty.NOT_GRADED
    citations: tuple[Citation, ...] = ()
    checked_on: datetime.date | None = None
    check_by: datetime.date | None = None
    note: str = ""

    @property
    def is_answered(self) -> bool:
        """Whether its status is *known* and there is a value, too."""
        return self.status == Status.KNOWN and self.value is not None


@dataclass(frozen=True)
class Statement:
    """
    One fact in words: the answer as a headline, and whole sentences below it.

    ``compared`` is what others had, and how it went for them; ``cautions`` are what to
    keep in mind (chance, size of the difference); ``raw`` is the count as it was
    published; ``details`` say in whom, when and how it was measured.
    """

    fact: Fact
    headline: str
    raw: str = ""
    compared: str = ""
    details: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()
    note: str = ""
    certainty: str = ""
    basis: str = ""
    arrays: tuple[IconArray, ...] = ()

    @property
    def main(self) -> tuple[str, ...]:
        """Without these sentences, the headline would mislead."""
        parts = (self.compared, *self.cautions, self.note)
        return tuple(part for part in parts if part)

    @property
    def small(self) -> tuple[str, ...]:
        """Sentences for whoever wants to know exactly."""
        return tuple(part for part in (self.raw, *self.details) if part)

    @property
    def sentences(self) -> tuple[str, ...]:
        """All sentences below the headline, in reading order."""
        return (*self.main, *self.small)


@dataclass(frozen=True)
class Cell:
    """What is known of one treatment. It is never empty: not known is an answer."""

    column: int
    statements: tuple[Statement, ...]


@dataclass(frozen=True)
class Row:
    """One question with a cell for each treatment. Counts share one ``base``."""

    question: Question
    base: int
    cells: tuple[Cell, ...]
    #: What was not measured the same way in all cells, in a sentence; or nothing.
    differences: str = ""
