"""What something costs, since when, and what is in the price."""

from decimal import Decimal

from django.utils.formats import date_format, number_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spine_content.facts.types import Fact, Money, Statement
from spine_content.facts.wording.certainty import qualify
from spine_content.facts.wording.formatting import with_full_stop

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
    answer = _answer(value)
    if not answer:
        return None
    return Statement(
        fact, qualify(answer, fact.certainty), details=(_as_of(value), _covers(value))
    )


def _answer(value: Money) -> str:
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
