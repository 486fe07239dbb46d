"""What a reader is told: facts put into words, in rows of a comparison."""

from __future__ import annotations

from dataclasses import dataclass

from spine_content.facts.icon_array import dots, size
from spine_content.facts.types import Fact, Question


@dataclass(frozen=True)
class IconArray:
    """``count`` dots of ``base`` (100 or 1,000) are filled. ``label`` says for whom."""

    count: int
    base: int
    label: str

    @property
    def width(self) -> int:
        return size(self.base)[0]

    @property
    def height(self) -> int:
        return size(self.base)[1]

    @property
    def filled(self) -> str:
        """The path of the dots that are counted, from the start of the first row."""
        return dots(0, self.count, self.base)

    @property
    def empty(self) -> str:
        """The path of all other dots."""
        return dots(self.count, self.base, self.base)


@dataclass(frozen=True)
class Statement:
    """
    One fact in words: the answer first, then whole sentences on what it means.

    ``compared`` is what others had, and how it went for them; ``cautions`` are what to
    keep in mind (chance, size of the difference); ``raw`` is the count as it was
    published; ``details`` are in whom, when and how it was measured.
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
        """All that is said below the headline, in the order in which it is read."""
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
    unlike: str = ""
