"""Whole numbers out of one base, and no event rounded to nothing."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spine_content.facts.counts import row_base, scale_count, upper_bound
from tests.facts.strategies import counts


@pytest.mark.parametrize(
    ("numerator", "denominator", "base", "shown"),
    [
        (24, 55, 100, 44),
        (12, 57, 100, 21),
        (164, 201, 100, 82),
        (157, 214, 100, 73),
        (26, 3175, 1_000, 8),
        (4, 3175, 1_000, 1),
        (229, 431, 100, 53),
    ],
)
def test_published_counts_out_of_a_round_number(numerator, denominator, base, shown):
    assert scale_count(numerator, denominator, base) == shown


def test_halves_go_up_and_not_to_the_even_number():
    assert [scale_count(n, 200, 100) for n in (1, 3, 5, 7)] == [1, 2, 3, 4]


def test_numbers_too_big_for_floats_stay_exact():
    assert scale_count(10**40 + 1, 2 * 10**40, 10**40) == 5 * 10**39 + 1


def test_one_rare_event_raises_the_base_of_the_row():
    assert row_base([(26, 3175)]) == 100
    assert row_base([(26, 3175), (4, 3175)]) == 1_000
    assert row_base([(24, 55), (1, 3_000)]) == 10_000


def test_one_rare_exception_raises_the_base_of_the_row():
    assert row_base([(3171, 3175)]) == 1_000


def test_counts_of_none_and_all_leave_the_base_as_it_is():
    assert row_base([(0, 3175), (3175, 3175)]) == 100


def test_small_samples_do_not_change_the_base():
    assert row_base([(1, 49)], least=100) == 100
    assert row_base([]) == 100


def test_a_row_never_goes_below_what_the_question_asks_for():
    assert row_base([(24, 55)], least=1_000) == 1_000


@pytest.mark.parametrize("denominator", [100_000, 1_000_000, 10**9, 10**15])
def test_large_denominators_stay_exact(denominator):
    base = row_base([(1, denominator)])
    assert scale_count(1, denominator, base) == 1


@given(st.lists(counts(), max_size=6))
def test_the_base_is_the_smallest_that_hides_nothing(found):
    def hides(base):
        return any(
            (scale_count(n, d, base) == 0) != (n == 0)
            or (scale_count(n, d, base) == base) != (n == d)
            for n, d in found
            if d >= 50
        )

    base = row_base(found)
    assert not hides(base)
    assert base == 100 or hides(base // 10)


@given(counts(), st.sampled_from([100, 1_000, 10_000]))
def test_no_number_is_off_by_more_than_half(count, base):
    exact = Fraction(*count) * base
    assert abs(scale_count(*count, base) - exact) <= Fraction(1, 2)


@pytest.mark.parametrize(
    ("denominator", "base", "bound"),
    [(120, 100, 3), (120, 1_000, 25), (300, 100, 1), (50, 100, 6), (2, 100, 100)],
)
def test_the_rule_of_three(denominator, base, bound):
    assert upper_bound(denominator, base) == bound
