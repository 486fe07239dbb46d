"""How much better on a scale, for somebody who does not think in scales."""

from dataclasses import replace
from decimal import Decimal

import pytest
from django.utils import translation

from spine_content.facts.choices import Better, Comparator
from tests.facts.published import INVEST, KYPHOPLASTY, VERTOS_4, points
from tests.facts.reading import headline, statement_of

CHANCE = "This may be chance."
TOO_SMALL = "Too small for most people to notice."


def test_a_difference_too_small_to_notice():
    statement = statement_of(INVEST)
    assert statement.headline == "0.7 points better"
    assert statement.compared == "Compared with a pretend procedure."
    assert statement.details == (
        "On a scale from 0 to 10, where a lower number is better.",
        "The true difference could be anything from 0.3 points worse to 1.7 points "
        "better.",
    )
    assert statement.cautions == (CHANCE, TOO_SMALL)
    assert statement.arrays == ()


def test_a_negative_difference_is_worse():
    statement = statement_of(VERTOS_4)
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
def test_cautions_on_chance_and_on_size(fact, cautions):
    assert statement_of(fact).cautions == cautions


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
def test_the_confidence_interval_in_plain_words(low, high, anything):
    (interval,) = [
        each for each in statement_of(points("1", low, high)).details if "true" in each
    ]
    assert interval == f"The true difference could be anything {anything}."


@pytest.mark.parametrize("ends", [(None, "1"), ("1", None), ("1", "1")])
def test_an_interval_with_one_end_is_left_out(ends):
    assert not [
        each for each in statement_of(points("1", *ends)).details if "true" in each
    ]


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
def test_points_have_their_plural_form(difference, shown):
    assert headline(points(difference)) == shown


def test_the_scale_and_the_baseline_are_described():
    better = replace(INVEST.value, better=Better.HIGHER, baseline=Decimal("7.10"))
    details = statement_of(replace(INVEST, value=better)).details
    assert details[0] == "On a scale from 0 to 10, where a higher number is better."
    assert "People started at 7.1 on average." in details


def test_other_comparators_are_named():
    usual = replace(INVEST, comparator=Comparator.USUAL)
    assert statement_of(usual).compared == "Compared with the usual care."
    other = replace(INVEST, comparator=Comparator.OTHER, other_treatment=KYPHOPLASTY)
    assert statement_of(other).compared == "Compared with: Kyphoplasty."


def test_numbers_are_formatted_for_the_language():
    with translation.override("de"):
        assert headline(INVEST).startswith("0,7 ")
