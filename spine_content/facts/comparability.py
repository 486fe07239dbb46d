"""Whether the answers in a row were measured alike, and what differs if not."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace

from django.utils.functional import Promise
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spine_content.facts.choices import Comparator, Status, TimeUnit
from spine_content.facts.types import (
    Answer,
    Fact,
    Frequency,
    Money,
    ScaleDifference,
    Timeframe,
    Value,
)

#: A fact and the treatment it is about, if anybody said which.
Placed = tuple[int | None, Fact]


@dataclass(frozen=True)
class Aspect:
    """Something that has to be the same before two answers can be compared."""

    name: Promise
    #: ``None`` for a fact that has no such aspect.
    of: Callable[[Placed], Hashable | None]


def unlike(facts: Sequence[Sequence[Fact]], columns: Sequence[int] = ()) -> str:
    """
    What was not measured the same way in the cells of a row, in a sentence.

    ``columns`` are the keys of the treatments, one for each cell: with them, two facts
    from one study that set two columns side by side are known to be alike.
    """
    keys = [*columns, *[None] * (len(facts) - len(columns))]
    known = [
        [(key, fact) for fact in cell if _is_known(fact)]
        for key, cell in zip(keys, facts, strict=False)
    ]
    if sum(bool(cell) for cell in known) < 2:
        return ""
    placed = [each for cell in known for each in cell]
    names = [str(aspect.name) for aspect in ASPECTS if _differs(aspect, placed)]
    if not names:
        return ""
    words = {"differences": get_text_list(names, _("and"))}
    return _("Not measured the same way: %(differences)s.") % words


def _is_known(fact: Fact) -> bool:
    return fact.status == Status.KNOWN and fact.value is not None


def _differs(aspect: Aspect, placed: Iterable[Placed]) -> bool:
    found = {aspect.of(each) for each in placed}
    return len(found - {None}) > 1


def _per(placed: Placed) -> Hashable | None:
    value = placed[1].value
    return value.per if isinstance(value, Frequency) else None


def _scale(placed: Placed) -> Hashable | None:
    value = placed[1].value
    if not isinstance(value, ScaleDifference):
        return None
    return value.scale_low, value.scale_high, value.better


def _currency(placed: Placed) -> Hashable | None:
    value = placed[1].value
    return value.currency if isinstance(value, Money) else None


def _comparator(placed: Placed) -> Hashable | None:
    column, fact = placed
    if not isinstance(fact.value, Frequency | ScaleDifference):
        return None
    if isinstance(fact.value, Frequency) and fact.comparator == Comparator.NONE:
        return None
    if fact.comparator != Comparator.OTHER:
        return fact.comparator
    # One against the other is the same comparison, whichever of them is asked.
    return fact.comparator, frozenset({column, fact.other_treatment})


def _time(placed: Placed) -> Hashable:
    timeframe = placed[1].timeframe
    return _length(timeframe) if timeframe else ""


def _length(timeframe: Timeframe) -> Hashable:
    """The same for 7 days and 1 week, and for 12 months and 1 year."""
    number, unit = timeframe.number, timeframe.unit
    if unit == TimeUnit.WEEKS:
        number, unit = 7 * number, TimeUnit.DAYS.value
    elif unit == TimeUnit.YEARS:
        number, unit = 12 * number, TimeUnit.MONTHS.value
    return (number, unit) if number else (0, "")


def _population(placed: Placed) -> Hashable:
    return " ".join(placed[1].population.casefold().split())


def _measured_how(placed: Placed) -> Hashable:
    return " ".join(placed[1].measured_how.casefold().split())


ASPECTS = (
    Aspect(gettext_lazy("what was counted"), _per),
    Aspect(gettext_lazy("which scale was used"), _scale),
    Aspect(gettext_lazy("which currency it is in"), _currency),
    Aspect(gettext_lazy("when it was measured"), _time),
    Aspect(gettext_lazy("which people it is about"), _population),
    Aspect(gettext_lazy("how it was measured"), _measured_how),
    Aspect(gettext_lazy("what it was compared with"), _comparator),
)


def number_changed(before: Fact, after: Fact) -> bool:
    """Whether the two say something else, and not only in other words."""
    return _without_words(before) != _without_words(after)


def _without_words(fact: Fact) -> Fact:
    return replace(
        fact,
        id="",
        value=_value_without_words(fact.value),
        population="",
        measured_how="",
        basis="",
        citations=(),
        checked_on=None,
        check_by=None,
        note="",
    )


def _value_without_words(value: Value | None) -> Value | None:
    if isinstance(value, Money):
        return replace(value, covers="")
    if isinstance(value, Answer):
        return replace(value, text="")
    return value
