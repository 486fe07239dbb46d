from decimal import Decimal

import pytest

from spine_content.facts.choices import Kind
from spine_content.facts.types import Fact, Question, Range
from tests.facts.reading import headline


def said(low, typical, high, unit="minutes"):
    numbers = [number and Decimal(number) for number in (low, typical, high)]
    fact = Fact("", 1, Kind.RANGE, value=Range(*numbers))
    return headline(fact, Question(1, "How long?", Kind.RANGE, unit=unit))


@pytest.mark.parametrize(
    ("numbers", "shown"),
    [
        (("30", None, "60"), "30 to 60 minutes"),
        ((None, "31.80", None), "About 31.8 minutes"),
        (("2", "7", "14"), "2 to 14 minutes, usually 7"),
        (("2", None, None), "At least 2 minutes"),
        ((None, None, "6"), "Up to 6 minutes"),
        (("2", "7", None), "At least 2 minutes, usually 7"),
        ((None, "7", "14"), "Up to 14 minutes, usually 7"),
        (("5", None, "5"), "5 minutes"),
        (("5", "5", "5.0"), "5 minutes"),
        (("1", None, "1"), "1 minute"),
        (("0.5", None, "1"), "0.5 to 1 minute"),
        (("1000", None, "2000"), "1,000 to 2,000 minutes"),
        ((None, None, None), "Not known"),
    ],
)
def test_low_high_and_typical(numbers, shown):
    assert said(*numbers) == shown


@pytest.mark.parametrize(
    ("unit", "shown"),
    [
        ("minutes", "1 minute"),
        ("hours", "1 hour"),
        ("days", "1 day"),
        ("nights", "1 night"),
        ("weeks", "1 week"),
        ("months", "1 month"),
        ("years", "1 year"),
        ("kilograms", "1 kilogram"),
        (" Hours ", "1 hour"),
        ("stitches", "1 stitches"),
        ("", "1"),
    ],
)
def test_common_units_have_their_plural_form(unit, shown):
    assert said("1", None, "1", unit) == shown


def test_another_unit_stays_as_it_was_typed():
    assert said("2", None, "3", "stitches") == "2 to 3 stitches"
    assert said("5", None, "10", "% of people") == "5 to 10 % of people"
