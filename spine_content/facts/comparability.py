"""Whether the answers in a row were measured alike, and what differs if not."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace

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
        str(name)
        for name, dimension in DIMENSIONS
        if len({dimension(*pair) for pair in pairs} - {None}) > 1
    ]
    if not names:
        return ""
    words = {"differences": get_text_list(names, _("and"))}
    return _("Not measured the same way: %(differences)s.") % words


def _scale(value: Value | None) -> Hashable | None:
    if not isinstance(value, ScaleDifference):
        return None
    return value.scale_low, value.scale_high, value.better


def _length(timeframe: Timeframe | None) -> Hashable:
    """The same for 7 days and 1 week, and for 12 months and 1 year."""
    if timeframe is None:
        return ""
    number, unit = timeframe.number, timeframe.unit
    if unit == TimeUnit.WEEKS:
        number, unit = 7 * number, TimeUnit.DAYS.value
    elif unit == TimeUnit.YEARS:
        number, unit = 12 * number, TimeUnit.MONTHS.value
    return (number, unit) if number else (0, "")


def _normalise(text: str) -> str:
    return " ".join(text.casefold().split())


def _comparator(key: int | None, fact: Fact) -> Hashable | None:
    if not isinstance(fact.value, Frequency | ScaleDifference):
        return None
    if isinstance(fact.value, Frequency) and fact.comparator == Comparator.NONE:
        return None
    if fact.comparator != Comparator.OTHER:
        return fact.comparator
    # One against the other is the same comparison, whichever of them is asked.
    return fact.comparator, frozenset({key, fact.other_treatment})


#: What has to be the same before two answers can be compared: its name, and how it is
#: read from a fact about the treatment with a key; ``None`` where it has none.
DIMENSIONS: tuple[tuple[Promise, Callable[[int | None, Fact], Hashable]], ...] = (
    (
        gettext_lazy("what was counted"),
        lambda key, fact: getattr(fact.value, "per", None),
    ),
    (gettext_lazy("which scale was used"), lambda key, fact: _scale(fact.value)),
    (
        gettext_lazy("which currency it is in"),
        lambda key, fact: getattr(fact.value, "currency", None),
    ),
    (gettext_lazy("when it was measured"), lambda key, fact: _length(fact.timeframe)),
    (
        gettext_lazy("which people it is about"),
        lambda key, fact: _normalise(fact.population),
    ),
    (
        gettext_lazy("how it was measured"),
        lambda key, fact: _normalise(fact.measured_how),
    ),
    (gettext_lazy("what it was compared with"), _comparator),
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
