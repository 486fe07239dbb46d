"""Whether the answers in a row were measured alike, and what differs if not."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace

from django.utils.functional import Promise
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spine_content.facts.choices import Comparator, TimeUnit
from spine_content.facts.types import (
    Answer,
    Fact,
    Frequency,
    Money,
    ScaleDifference,
    Timeframe,
    Value,
)


@dataclass(frozen=True)
class Dimension:
    """Something that has to be the same before two answers can be compared."""

    name: Promise
    #: From the key of a treatment and a fact about it to a value that can be compared;
    #: ``None`` for a fact that has no such dimension.
    measure: Callable[[int | None, Fact], Hashable | None]


def differences(facts: Sequence[Sequence[Fact]], columns: Sequence[int] = ()) -> str:
    """
    What was not measured the same way in the cells of a row, in a sentence.

    ``columns`` are the keys of the treatments, one for each cell: with them, two facts
    from one study that set two columns side by side are known to be alike.
    """
    keys = [*columns, *[None] * (len(facts) - len(columns))]
    known = [
        [(key, fact) for fact in cell if fact.is_answered]
        for key, cell in zip(keys, facts, strict=False)
    ]
    if sum(bool(cell) for cell in known) < 2:
        return ""
    pairs = [pair for cell in known for pair in cell]
    names = [
        str(dimension.name)
        for dimension in DIMENSIONS
        if len({dimension.measure(*pair) for pair in pairs} - {None}) > 1
    ]
    if not names:
        return ""
    words = {"differences": get_text_list(names, _("and"))}
    return _("Not measured the same way: %(differences)s.") % words


def _per(column: int | None, fact: Fact) -> Hashable | None:
    return fact.value.per if isinstance(fact.value, Frequency) else None


def _scale(column: int | None, fact: Fact) -> Hashable | None:
    value = fact.value
    if not isinstance(value, ScaleDifference):
        return None
    return value.scale_low, value.scale_high, value.better


def _currency(column: int | None, fact: Fact) -> Hashable | None:
    return fact.value.currency if isinstance(fact.value, Money) else None


def _time(column: int | None, fact: Fact) -> Hashable:
    return _length(fact.timeframe) if fact.timeframe else ""


def _length(timeframe: Timeframe) -> Hashable:
    """The same for 7 days and 1 week, and for 12 months and 1 year."""
    number, unit = timeframe.number, timeframe.unit
    if unit == TimeUnit.WEEKS:
        number, unit = 7 * number, TimeUnit.DAYS.value
    elif unit == TimeUnit.YEARS:
        number, unit = 12 * number, TimeUnit.MONTHS.value
    return (number, unit) if number else (0, "")


def _population(column: int | None, fact: Fact) -> Hashable:
    return _normalise(fact.population)


def _measured_how(column: int | None, fact: Fact) -> Hashable:
    return _normalise(fact.measured_how)


def _normalise(text: str) -> str:
    return " ".join(text.casefold().split())


def _comparator(column: int | None, fact: Fact) -> Hashable | None:
    if not isinstance(fact.value, Frequency | ScaleDifference):
        return None
    if isinstance(fact.value, Frequency) and fact.comparator == Comparator.NONE:
        return None
    if fact.comparator != Comparator.OTHER:
        return fact.comparator
    # One against the other is the same comparison, whichever of them is asked.
    return fact.comparator, frozenset({column, fact.other_treatment})


DIMENSIONS = (
    Dimension(gettext_lazy("what was counted"), _per),
    Dimension(gettext_lazy("which scale was used"), _scale),
    Dimension(gettext_lazy("which currency it is in"), _currency),
    Dimension(gettext_lazy("when it was measured"), _time),
    Dimension(gettext_lazy("which people it is about"), _population),
    Dimension(gettext_lazy("how it was measured"), _measured_how),
    Dimension(gettext_lazy("what it was compared with"), _comparator),
)


def number_changed(before: Fact, after: Fact) -> bool:
    """Whether the two say something else, and not only in other words."""
    return _without_text(before) != _without_text(after)


def _without_text(fact: Fact) -> Fact:
    return replace(
        fact,
        id="",
        value=_value_without_text(fact.value),
        population="",
        measured_how="",
        basis="",
        citations=(),
        checked_on=None,
        check_by=None,
        note="",
    )


def _value_without_text(value: Value | None) -> Value | None:
    if isinstance(value, Money):
        return replace(value, covers="")
    if isinstance(value, Answer):
        return replace(value, text="")
    return value
