"""How much better on a scale, for somebody who does not think in scales."""

from dataclasses import replace
from decimal import Decimal

import pytest
from django.utils import translation

from spine_content.facts.choices import Better, Comparator
from tests.facts.published import INVEST, KYPHOPLASTY, VERTOS_4, points
from tests.facts.reading import headline, told

CHANCE = "This may be chance."
TOO_SMALL = "Too small for most people to notice."


def test_a_difference_that_nobody_would_notice():
    statement = told(INVEST)
    assert statement.headline == "0.7 points better"
    assert statement.compared == "Compared with a pretend procedure."
    assert statement.details == (
        "On a scale from 0 to 10, where a lower number is better.",
        "The true difference could be anything from 0.3 points worse to 1.7 points "
        "better.",
    )
    assert statement.cautions == (CHANCE, TOO_SMALL)
    assert statement.arrays == ()


def test_worse_is_said_to_be_worse():
    statement = told(VERTOS_4)
    assert statement.headline == "0.43 points worse"
    assert "from 1.17 points worse to 0.31 points better." in statement.details[-1]
    assert statement.cautions == (CHANCE, TOO_SMALL)


@pytest.mark.parametrize(
    ("fact", "cautions"),
    [
        (points("2.6", "1.74", "3.37"), ()),
        (points("0.7", "0.3", "1.2"), (TOO_SMALL,)),
        (points("-0.7", "-1.2", "-0.3"), (TOO_SMALL,)),
        (points("2.0", "0", "4"), (CHANCE,)),
        (points("1.5"), ()),
        (points("-2"), ()),
        (points("0", "-1", "1"), ()),
    ],
)
def test_chance_and_size_are_told_apart(fact, cautions):
    assert told(fact).cautions == cautions


@pytest.mark.parametrize(
    ("low", "high", "anything"),
    [
        ("0.3", "1.2", "from 0.3 to 1.2 points better"),
        ("0", "1", "from none to 1 point better"),
        ("-1.2", "-0.3", "from 0.3 to 1.2 points worse"),
        ("-1", "0", "from none to 1 point worse"),
        ("-1", "1", "from 1 point worse to 1 point better"),
        ("1.2", "0.3", "from 0.3 to 1.2 points better"),
    ],
)
def test_the_interval_is_told_in_plain_words(low, high, anything):
    (interval,) = [
        each for each in told(points("1", low, high)).details if "true" in each
    ]
    assert interval == f"The true difference could be anything {anything}."


@pytest.mark.parametrize("ends", [(None, "1"), ("1", None), ("1", "1")])
def test_half_an_interval_is_none(ends):
    assert not [each for each in told(points("1", *ends)).details if "true" in each]


@pytest.mark.parametrize(
    ("difference", "shown"),
    [
        ("1", "1 point better"),
        ("-1.0", "1 point worse"),
        ("1.50", "1.5 points better"),
        ("20", "20 points better"),
        ("0.0", "No difference"),
    ],
)
def test_points_are_counted_as_in_speech(difference, shown):
    assert headline(points(difference)) == shown


def test_the_good_end_and_the_start_are_told():
    better = replace(INVEST.value, better=Better.HIGHER, baseline=Decimal("7.10"))
    details = told(replace(INVEST, value=better)).details
    assert details[0] == "On a scale from 0 to 10, where a higher number is better."
    assert "People started at 7.1 on average." in details


def test_other_comparisons_are_told():
    usual = replace(INVEST, comparator=Comparator.USUAL)
    assert told(usual).compared == "Compared with the usual care."
    other = replace(INVEST, comparator=Comparator.OTHER, other_treatment=KYPHOPLASTY)
    assert told(other).compared == "Compared with: Kyphoplasty."


def test_numbers_are_written_as_the_language_does():
    with translation.override("de"):
        assert headline(INVEST).startswith("0,7 ")
