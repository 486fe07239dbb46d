import datetime
from decimal import Decimal

import pytest
from django.utils import translation

from spine_content.facts.choices import Kind
from spine_content.facts.types import Fact, Money
from tests.facts.reading import headline, told


def price(currency, low, high=None, **told):
    amounts = [amount and Decimal(amount) for amount in (low, high)]
    return Fact("", 1, Kind.MONEY, value=Money(currency, *amounts, **told))


@pytest.mark.parametrize(
    ("fact", "shown"),
    [
        (price("GBP", "1200", "3400"), "£1,200 to £3,400"),
        (price("USD", "900"), "US$900"),
        (price("EUR", "900.5"), "€900.50"),
        (price("CHF", "500.00"), "CHF\N{NO-BREAK SPACE}500"),
        (price("GBP", None, "3400"), "Up to £3,400"),
        (price("GBP", "900", "900"), "£900"),
        (price("GBP", "0"), "£0"),
        (price("GBP", None), "Not known"),
    ],
)
def test_prices_as_they_are_written(fact, shown):
    assert headline(fact) == shown


def test_since_when_and_for_what():
    fact = price("GBP", "9", as_of=datetime.date(2026, 3, 1), covers="one night")
    assert told(fact).details == ("Price of 1 Mar 2026.", "What it covers: one night.")


def test_money_is_written_as_the_language_does():
    with translation.override("de"):
        fact = price("GBP", "1200.5", as_of=datetime.date(2026, 3, 1))
        assert "1.200,50" in headline(fact)
        assert "1. März 2026" in told(fact).details[0]
