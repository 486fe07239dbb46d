from decimal import Decimal

import pytest

from spine_content.facts.counts import (
    Count,
    percentage_count,
    shown_counts,
    treated_count,
)
from spine_content.facts.types import Frequency


def test_a_percentage_is_an_exact_count():
    assert percentage_count(Decimal("18.4")) == Count(92, 500)


def test_a_percentage_is_never_a_small_count():
    assert not percentage_count(Decimal(50)).is_small


@pytest.mark.parametrize("percentage", [None, Decimal("-0.1"), Decimal("100.1")])
def test_an_invalid_percentage_has_no_count(percentage):
    assert percentage_count(percentage) is None


@pytest.mark.parametrize(
    ("numerator", "denominator"), [(None, 5), (5, None), (6, 5), (-1, 5), (0, 0)]
)
def test_an_invalid_count_is_none(numerator, denominator):
    assert treated_count(Frequency(numerator, denominator)) is None


def test_all_counts_of_a_frequency_are_found():
    value = Frequency(1, 60, compared_numerator=2, compared_denominator=70)
    assert shown_counts(value) == [(1, 60), (2, 70)]
    percentage = Frequency(percentage=Decimal("0.5"), compared_numerator=None)
    assert shown_counts(percentage) == [(1, 200)]


def test_a_comparison_count_alone_is_not_shown():
    value = Frequency(compared_numerator=1, compared_denominator=5_000)
    assert shown_counts(value) == []
