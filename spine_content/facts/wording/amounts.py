"""Amounts: from – to in the unit of the question, and what something costs."""

from decimal import Decimal
from typing import Any

from django.utils.formats import date_format, number_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext_lazy, pgettext

from spine_content.facts.types import Fact, Money, Range, Statement
from spine_content.facts.wording.phrases import (
    format_number,
    plural_number,
    qualify,
    with_full_stop,
)

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
    answer = _span(value, unit.strip())
    return Statement(fact, qualify(answer, fact.certainty)) if answer else None


def _span(value: Range, unit: str) -> str:
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


#: Signs that name one currency only, where the reader's language puts them.
SIGNS: dict[str, Promise] = {
    "GBP": gettext_lazy("£%(amount)s"),
    "EUR": gettext_lazy("€%(amount)s"),
    "USD": gettext_lazy("US$%(amount)s"),
}

#: A code and its amount must not part at the end of a line.
SPACE = "\N{NO-BREAK SPACE}"


def money_statement(fact: Fact, value: Money) -> Statement | None:
    """The price or the span of prices. ``None`` where there is no amount."""
    answer = _prices(value)
    if not answer:
        return None
    return Statement(
        fact, qualify(answer, fact.certainty), details=(_as_of(value), _covers(value))
    )


def _prices(value: Money) -> str:
    low, high = value.low, value.high
    if low is not None and high is not None and low != high:
        words = {"low": _price(low, value), "high": _price(high, value)}
        return _("%(low)s to %(high)s") % words
    if low is not None:
        return _price(low, value)
    if high is not None:
        return _("up to %(amount)s") % {"amount": _price(high, value)}
    return ""


def _price(number: Decimal, value: Money) -> str:
    amount = _format_amount(number)
    if value.currency in SIGNS:
        return str(SIGNS[value.currency]) % {"amount": amount}
    return f"{value.currency}{SPACE}{amount}".strip()


def _format_amount(number: Decimal) -> str:
    """Whole amounts plainly, others with their small change in full: 1,200.50."""
    is_whole = number == number.to_integral_value()
    return number_format(number, decimal_pos=0 if is_whole else 2, force_grouping=True)


def _as_of(value: Money) -> str:
    if value.as_of is None:
        return ""
    return _("Price of %(date)s.") % {"date": date_format(value.as_of, "DATE_FORMAT")}


def _covers(value: Money) -> str:
    if not value.covers.strip():
        return ""
    return with_full_stop(
        _("What it covers: %(things)s") % {"things": value.covers.strip()}
    )
