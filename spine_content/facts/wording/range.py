"""From – to, in the unit of the question."""

from decimal import Decimal
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy, pgettext

from spine_content.facts.types import Fact, Range, Statement
from spine_content.facts.wording.certainty import qualify
from spine_content.facts.wording.formatting import format_number, plural_number

#: Units with plurals in every language. Others are shown as editors typed them.
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
    return Statement(fact, qualify(answer, fact.certainty)) if answer else None


def _answer(value: Range, unit: str) -> str:
    bounds = _bounds(value.low, value.high, unit)
    typical = value.typical
    if typical is None or {value.low, value.high} == {typical}:
        return bounds
    if not bounds:
        return _("about %(amount)s") % {"amount": _amount(typical, unit)}
    words = {"amount": bounds, "usual": format_number(typical)}
    return _("%(amount)s, usually %(usual)s") % words


def _bounds(low: Decimal | None, high: Decimal | None, unit: str) -> str:
    if low is not None and high is not None:
        words = {"low": format_number(low), "high": format_number(high)}
        text = "" if low == high else _("%(low)s to %(high)s") % words
        return _amount(high, unit, text)
    if low is not None:
        return _("at least %(amount)s") % {"amount": _amount(low, unit)}
    if high is not None:
        return _("up to %(amount)s") % {"amount": _amount(high, unit)}
    return ""


def _amount(number: Decimal, unit: str, text: str = "") -> str:
    """A number with its unit. ``text`` stands in for the number: “2 to 14”."""
    text = text or format_number(number)
    counted: Any = UNITS.get(_in_english(unit))
    if counted is not None:
        return str(counted % {"number": text, "plural": plural_number(number)})
    if unit:
        return _("%(number)s %(unit)s") % {"number": text, "unit": unit}
    return text


def _in_english(unit: str) -> str:
    """A unit that can be counted, also where it is named in the reader's language."""
    wanted = unit.lower()
    found = (each for each in UNITS if wanted == pgettext("unit", each).lower())
    return next(found, wanted)
