"""When something is, counted from a treatment: for pictures, dates and calendars."""

from decimal import Decimal

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from spine_content.facts.choices import TimeUnit
from spine_content.facts.timespans import Span, day_span, parse_time_unit, range_span
from spine_content.facts.types import Answer, Range


def between(low=None, typical=None, high=None):
    numbers = (low, typical, high)
    return Range(*(None if each is None else Decimal(str(each)) for each in numbers))


def test_a_single_day_is_a_span():
    assert day_span(2) == Span("P2D", "P2D")
    assert day_span(2, 14) == Span("P2D", "P14D")
    assert day_span(0, 0) == Span("P0D", "P0D")


@pytest.mark.parametrize(
    ("unit", "first", "last"),
    [
        ("days", "P2D", "P3D"),
        ("weeks", "P2W", "P3W"),
        ("months", "P2M", "P3M"),
        ("years", "P2Y", "P3Y"),
        ("  Weeks ", "P2W", "P3W"),
    ],
)
def test_a_range_keeps_its_unit(unit, first, last):
    # Months and weeks are no number of days: the calendar counts them.
    assert range_span(between(2, high=3), unit) == Span(first, last)


@pytest.mark.parametrize(
    ("value", "span"),
    [
        (between(low=2), Span("P2D", "")),
        (between(high=3), Span("", "P3D")),
        (between(typical=6), Span("P6D", "P6D")),
        (between(2, 5, 9), Span("P2D", "P9D")),
        (between(low=0), Span("P0D", "")),
        (between(low="2.0"), Span("P2D", "")),
        (between("0.5", high=3), None),
        (between(typical="1.5"), None),
        (between(), None),
        (Answer("yes", ""), None),
        (None, None),
    ],
)
def test_only_whole_numbers_have_a_span(value, span):
    assert range_span(value, "days") == span


@pytest.mark.parametrize("unit", ["minutes", "kilograms", "day", "", "Tage"])
def test_other_units_have_no_span(unit):
    assert range_span(between(2), unit) is None


def test_a_unit_is_parsed_in_the_current_language():
    with override("de"):
        labels = {str(unit.label) for unit in TimeUnit}
        found = {parse_time_unit(label) for label in labels}
    assert found == {*TimeUnit}
    assert parse_time_unit("weeks") is TimeUnit.WEEKS
    assert parse_time_unit("fortnights") is None


@pytest.mark.parametrize(
    ("span", "days"),
    [
        (Span("P2D", "P14D"), (2, 14)),
        (Span("P2W", ""), (14, None)),
        (Span("", "P3M"), (None, 91.2)),
        (Span("P1Y", "P2Y"), (365.25, 730.5)),
        (Span("", ""), (None, None)),
    ],
)
def test_days_are_averages(span, days):
    first, last = span.days
    assert (first, last) == pytest.approx(days)


@given(st.integers(0, 3650), st.integers(0, 3650), st.sampled_from([*TimeUnit]))
def test_days_keep_the_order_of_the_range(first, more, unit):
    span = range_span(between(first, high=first + more), unit.value)
    assert span is not None
    low, high = span.days
    assert low <= high
