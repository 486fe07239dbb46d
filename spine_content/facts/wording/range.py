"""From – to, in the unit of the question."""

from decimal import Decimal
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy, pgettext

from spine_content.facts.statements import Statement
from spine_content.facts.types import Fact, Range
from spine_content.facts.wording.certainty import hedged
from spine_content.facts.wording.formatting import plural, written

#: What can be counted in any language. Other units are told as editors typed them.
UNITS: dict[str, Promise] = {
    "minutes": ngettext_lazy("%(number)s minute", "%(number)s minutes", "plural"),
    "hours": ngettext_lazy("%(number)s hour", "%(number)s hours", "plural"),
    "days": ngettext_lazy("%(number)s day", "%(number)s days", "plural"),
    "nights": ngettext_lazy("%(number)s night", "%(number)s nights", "plural"),
    "weeks": ngettext_lazy("%(number)s week", "%(number)s weeks", "plural"),
    "months": ngettext_lazy("%(number)s month", "%(number)s months", "plural"),
    "years": ngettext_lazy("%(number)s year", "%(number)s years", "plural"),
    "kilograms": ngettext_lazy("%(number)s kilogram", "%(number)s kilograms", "plural"),
}


def range_statement(fact: Fact, value: Range, unit: str) -> Statement | None:
    """What is usual, and how far it goes. ``None`` where there is no number."""
    answer = _answer(value, unit.strip())
    return Statement(fact, hedged(answer, fact.certainty)) if answer else None


def _answer(value: Range, unit: str) -> str:
    bounds = _bounds(value.low, value.high, unit)
    usual, known = value.typical, {value.low, value.high}
    if usual is None or known == {usual}:
        return bounds
    if not bounds:
        return _("about %(amount)s") % {"amount": _amount(written(usual), usual, unit)}
    words = {"amount": bounds, "usual": written(usual)}
    return _("%(amount)s, usually %(usual)s") % words


def _bounds(low: Decimal | None, high: Decimal | None, unit: str) -> str:
    if low is not None and high is not None:
        return _amount(_from_to(low, high), high, unit)
    if low is not None:
        return _("at least %(amount)s") % {"amount": _amount(written(low), low, unit)}
    if high is not None:
        return _("up to %(amount)s") % {"amount": _amount(written(high), high, unit)}
    return ""


def _from_to(low: Decimal, high: Decimal) -> str:
    words = {"low": written(low), "high": written(high)}
    return words["high"] if low == high else _("%(low)s to %(high)s") % words


def _amount(number: str, last: Decimal, unit: str) -> str:
    counted: Any = UNITS.get(_in_english(unit))
    if counted is not None:
        return str(counted % {"number": number, "plural": plural(last)})
    if unit:
        return _("%(number)s %(unit)s") % {"number": number, "unit": unit}
    return number


def _in_english(unit: str) -> str:
    """A unit that can be counted, also where it is named in the reader's language."""
    wanted = unit.lower()
    named = (each for each in UNITS if wanted == pgettext("unit", each).lower())
    return next(named, wanted)
