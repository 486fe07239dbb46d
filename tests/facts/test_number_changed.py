"""A changed number counts as a change; corrected text does not."""

import datetime
from dataclasses import replace
from decimal import Decimal

import pytest

from spine_content.facts.choices import (
    Basis,
    Certainty,
    Comparator,
    Kind,
    Status,
    TimeUnit,
    Verdict,
)
from spine_content.facts.comparability import number_changed
from spine_content.facts.types import (
    Answer,
    Citation,
    Fact,
    Frequency,
    Money,
    Range,
    Timeframe,
)
from tests.facts.published import INVEST, VAPOUR

PRICE = Fact("p", 1, Kind.MONEY, value=Money("GBP", Decimal(900), covers="one night"))
ANSWER = Fact("a", 1, Kind.ANSWER, value=Answer(Verdict.YES, "Most people do."))


@pytest.mark.parametrize(
    "changed",
    [
        {"status": Status.CONFLICTING, "value": None},
        {"value": Frequency(25, 55)},
        {"value": replace(VAPOUR.value, per="procedures")},
        {"value": replace(VAPOUR.value, studies=2)},
        {"value": replace(VAPOUR.value, compared_numerator=13)},
        {"value": None},
        {"comparator": Comparator.USUAL},
        {"comparator": Comparator.OTHER, "other_treatment": 2},
        {"timeframe": Timeframe(15, TimeUnit.DAYS)},
        {"timeframe": None},
        {"certainty": Certainty.LOW},
    ],
)
def test_a_number_changed(changed):
    assert number_changed(VAPOUR, replace(VAPOUR, **changed))


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"population": "people over 60"},
        {"measured_how": "by asking"},
        {"note": "New note."},
        {"basis": Basis.EVIDENCE},
        {"citations": (Citation(1, "Table 2"),)},
        {"checked_on": datetime.date(2026, 1, 1)},
        {"check_by": datetime.date(2028, 1, 1)},
    ],
)
def test_only_text_changed(changed):
    assert not number_changed(VAPOUR, replace(VAPOUR, **changed))


def test_a_zero_at_the_end_is_no_change():
    written = replace(INVEST.value, difference=Decimal("0.70"))
    assert not number_changed(INVEST, replace(INVEST, value=written))


@pytest.mark.parametrize(
    "changed",
    [
        {"low": Decimal(950)},
        {"currency": "EUR"},
        {"as_of": datetime.date(2026, 1, 1)},
    ],
)
def test_a_price_changed(changed):
    assert number_changed(PRICE, replace(PRICE, value=replace(PRICE.value, **changed)))


def test_what_a_price_covers_is_text():
    value = replace(PRICE.value, covers="one night and meals")
    assert not number_changed(PRICE, replace(PRICE, value=value))


def test_a_verdict_is_a_number_and_its_text_is_not():
    other = replace(ANSWER, value=Answer(Verdict.NO, "Most people do."))
    assert number_changed(ANSWER, other)
    other = replace(ANSWER, value=Answer(Verdict.YES, "Nearly everybody does."))
    assert not number_changed(ANSWER, other)


def test_an_answer_without_a_verdict_is_all_text():
    before, after = (replace(ANSWER, value=Answer(text=text)) for text in "ab")
    assert not number_changed(before, after)


def test_another_kind_of_value_is_a_change():
    assert number_changed(VAPOUR, replace(VAPOUR, value=Range(Decimal(1))))
