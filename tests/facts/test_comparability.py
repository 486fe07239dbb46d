"""Facts that were not measured the same way get a note that says so."""

from dataclasses import replace
from decimal import Decimal

import pytest

from spine_content.facts.choices import Better, Comparator, Kind, Per, Status, TimeUnit
from spine_content.facts.comparability import differences
from spine_content.facts.types import Fact, Money, Timeframe
from tests.facts.published import (
    INVEST,
    KAVIAR_KYPHOPLASTY,
    KAVIAR_VERTEBROPLASTY,
    VAPOUR,
    VERTOS_4,
    ZHAN_KYPHOPLASTY,
)


def differing(fact, **changes):
    """The note on two facts that differ in these."""
    return differences([[fact], [replace(fact, **changes)]])


def test_two_results_of_one_study_have_no_differences():
    assert differences([[KAVIAR_VERTEBROPLASTY], [KAVIAR_KYPHOPLASTY]]) == ""
    assert differences([[INVEST], [VERTOS_4]]) == ""


def test_different_methods_of_measuring_are_named():
    assert differences([[KAVIAR_VERTEBROPLASTY], [ZHAN_KYPHOPLASTY]]) == (
        "Not measured the same way: how it was measured."
    )


def test_all_differences_are_named_in_one_sentence():
    other = replace(
        KAVIAR_KYPHOPLASTY,
        value=replace(KAVIAR_KYPHOPLASTY.value, per=Per.PEOPLE),
        timeframe=Timeframe(1, TimeUnit.YEARS),
        population="people with cancer",
    )
    assert differences([[KAVIAR_VERTEBROPLASTY], [other]]) == (
        "Not measured the same way: what was counted, when it was measured and which "
        "people it is about."
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((12, "months"), (1, "years")),
        ((14, "days"), (2, "weeks")),
        ((0, "days"), (0, "months")),
    ],
)
def test_the_same_time_in_other_units_is_the_same_time(one, other):
    fact = replace(VAPOUR, timeframe=Timeframe(*one))
    assert differing(fact, timeframe=Timeframe(*other)) == ""


@pytest.mark.parametrize("other", [Timeframe(4, "weeks"), Timeframe(30, "days"), None])
def test_almost_the_same_time_is_a_difference(other):
    fact = replace(VAPOUR, timeframe=Timeframe(1, "months"))
    assert "when it was measured" in differing(fact, timeframe=other)


def test_capitals_and_spaces_make_no_difference():
    assert differing(KAVIAR_KYPHOPLASTY, measured_how=" On  CT scans ") == ""


def test_scales_must_have_the_same_ends_and_the_same_good_end():
    for changes in ({"scale_high": Decimal(100)}, {"better": Better.HIGHER}):
        other = replace(INVEST.value, **changes)
        assert "which scale was used" in differing(INVEST, value=other)


def test_comparators_must_be_the_same():
    difference = "what it was compared with"
    assert difference in differing(INVEST, comparator=Comparator.USUAL)
    assert difference in differing(VAPOUR, comparator=Comparator.USUAL)


def test_a_count_without_a_comparator_has_no_such_dimension():
    assert differing(VAPOUR, comparator=Comparator.NONE) == ""


def test_two_columns_compared_by_one_study_have_no_differences():
    first = replace(VAPOUR, comparator=Comparator.OTHER, other_treatment=2)
    second = replace(VAPOUR, comparator=Comparator.OTHER, other_treatment=1)
    third = replace(VAPOUR, comparator=Comparator.OTHER, other_treatment=3)
    assert differences([[first], [second]], [1, 2]) == ""
    assert "compared with" in differences([[first], [third]], [1, 2])
    assert "compared with" in differences([[first], [third]])


def test_prices_must_be_in_one_currency():
    price = Fact("", 1, Kind.MONEY, value=Money("GBP", Decimal(900)))
    other = Money("EUR", Decimal(900))
    assert differing(price, value=other) == (
        "Not measured the same way: which currency it is in."
    )


def test_one_treatment_alone_has_no_differences():
    not_known = Fact("", 11, Kind.FREQUENCY, status=Status.NOT_KNOWN)
    both = [KAVIAR_KYPHOPLASTY, ZHAN_KYPHOPLASTY]
    assert differences([both, [not_known]]) == ""
    assert differences([both, []]) == ""
    assert differences([]) == ""


def test_every_fact_of_a_treatment_is_compared():
    both = [KAVIAR_KYPHOPLASTY, ZHAN_KYPHOPLASTY]
    assert "how it was measured" in differences([both, [KAVIAR_VERTEBROPLASTY]])
