import datetime
from decimal import Decimal

import pytest
from django.utils import translation

from spine_content.facts.choices import Kind
from spine_content.facts.types import Fact, Money
from tests.facts.reading import headline, statement_of


def price(currency, low, high=None, **values):
    amounts = [amount and Decimal(amount) for amount in (low, high)]
    return Fact("", 1, Kind.MONEY, value=Money(currency, *amounts, **values))


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
def test_prices_are_formatted(fact, shown):
    assert headline(fact) == shown


def test_a_price_has_its_date_and_what_it_covers():
    fact = price("GBP", "9", as_of=datetime.date(2026, 3, 1), covers="one night")
    assert statement_of(fact).details == (
        "Price of 1 Mar 2026.",
        "What it covers: one night.",
    )


def test_money_is_formatted_for_the_language():
    with translation.override("de"):
        fact = price("GBP", "1200.5", as_of=datetime.date(2026, 3, 1))
        assert "1.200,50" in headline(fact)
        assert "1. März 2026" in statement_of(fact).details[0]
