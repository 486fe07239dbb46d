"""How many people, as it is read."""

from dataclasses import replace
from decimal import Decimal

import pytest
from django.utils import translation

from spine_content.facts.choices import Comparator, Per
from spine_content.facts.icon_array import IconArray
from spine_content.facts.types import Frequency
from tests.facts.published import (
    CANAL_SURGERY,
    COCHRANE_SUCCESS,
    KAVIAR_VERTEBROPLASTY,
    KLAZEN,
    KYPHOPLASTY,
    LEAK,
    MILD_PAIN,
    STAYING,
    VAPOUR,
    ZHAN_KYPHOPLASTY,
    count,
    fact,
)
from tests.facts.reading import all_words, headline, statement_of


def test_a_published_count_and_that_of_the_others():
    statement = statement_of(VAPOUR)
    assert statement.headline == "44 of 100 people"
    assert statement.raw == "Counted in 1 study: 24 of 55 people."
    assert statement.compared == (
        "After a pretend procedure it was 21 of 100 people (12 of 57)."
    )
    assert statement.cautions == ()
    assert statement.arrays == (
        IconArray(44, 100, "With this choice"),
        IconArray(21, 100, "After a pretend procedure"),
    )


def test_a_count_against_the_usual_care():
    statement = statement_of(KLAZEN)
    assert statement.headline == "16 of 100 people"
    assert statement.raw == "As counted: 15 of 91 people."
    assert statement.compared == (
        "With the usual care it was 25 of 100 people (21 of 85)."
    )
    assert statement.arrays[1].label == "With the usual care"


@pytest.mark.parametrize(
    ("treatment", "compared", "label"),
    [
        (
            STAYING,
            "For comparison, Staying as you are: 25 of 100 people (21 of 85).",
            "Staying as you are",
        ),
        (
            99,
            "For comparison, another treatment: 25 of 100 people (21 of 85).",
            "another treatment",
        ),
    ],
)
def test_a_count_against_another_treatment(treatment, compared, label):
    other = replace(KLAZEN, comparator=Comparator.OTHER, other_treatment=treatment)
    assert statement_of(other).compared == compared
    assert statement_of(other).arrays[1].label == label


def test_a_comparison_group_without_a_comparator():
    statement = statement_of(replace(KLAZEN, comparator=Comparator.NONE))
    assert statement.compared == (
        "In the other group it was 25 of 100 people (21 of 85)."
    )


def test_a_comparator_is_named_where_the_others_were_not_counted():
    statement = statement_of(count(24, 55, comparator=Comparator.SHAM))
    assert statement.compared == "Compared with a pretend procedure."
    other = count(24, 55, comparator=Comparator.OTHER, other_treatment=KYPHOPLASTY)
    assert statement_of(other).compared == "Compared with: Kyphoplasty."
    assert statement_of(count(24, 55)).sentences == ("As counted: 24 of 55 people.",)


def test_the_comparison_group_may_have_a_percentage_only():
    value = Frequency(
        percentage=Decimal(44), compared_percentage=Decimal("20.6"), may_be_chance=True
    )
    statement = statement_of(fact(MILD_PAIN, value, comparator=Comparator.SHAM))
    assert statement.headline == "44 of 100 people"
    assert statement.main == (
        "After a pretend procedure it was 21 of 100 people.",
        "The difference may be chance.",
    )
    assert [array.count for array in statement.arrays] == [44, 21]


def test_zero_percent_of_the_others_is_not_none():
    value = Frequency(percentage=Decimal(2), compared_percentage=Decimal(0))
    statement = statement_of(fact(LEAK, value, comparator=Comparator.USUAL))
    assert statement.compared == "With the usual care it was 0 of 100 people."


def test_bones_and_procedures_are_named():
    assert headline(KAVIAR_VERTEBROPLASTY) == "82 of 100 bones"
    value = Frequency(3, 300, per=Per.PROCEDURES)
    assert headline(fact(LEAK, value)) == "1 of 100 procedures"


def test_thousands_are_marked():
    statement = statement_of(CANAL_SURGERY)
    assert statement.headline == "1 of 1,000 people"
    assert statement.raw == "As counted: 4 of 3,175 people."


def test_the_number_of_studies_is_given():
    statement = statement_of(fact(LEAK, Frequency(48, 418, studies=7)))
    assert statement.raw == "Counted in 7 studies: 48 of 418 people."


@pytest.mark.parametrize(("studies", "raw"), [(None, ""), (1, "Counted in 1 study.")])
def test_a_count_out_of_the_base_is_not_repeated(studies, raw):
    statement = statement_of(fact(LEAK, Frequency(24, 100, studies=studies)))
    assert statement.headline == "24 of 100 people"
    assert statement.raw == raw


def test_a_small_sample_is_shown_as_counted():
    statement = statement_of(count(9, 40))
    assert statement.headline == "9 of 40 people"
    assert statement.raw == ""
    assert statement.arrays == ()
    assert statement.cautions == (
        "Only 40 people were counted. That is too few to be sure.",
    )


def test_a_sample_of_fifty_is_not_small():
    assert headline(count(9, 49)) == "9 of 49 people"
    assert headline(count(9, 50)) == "18 of 100 people"


def test_two_small_samples_are_both_shown_as_counted():
    statement = statement_of(COCHRANE_SUCCESS)
    assert statement.headline == "12 of 38 people"
    assert statement.compared == "After a pretend procedure it was 9 of 40 people."
    assert statement.cautions == (
        "Only 38 people were counted. That is too few to be sure.",
    )


def test_a_small_comparison_group_gets_a_caution():
    value = replace(KLAZEN.value, compared_numerator=9, compared_denominator=40)
    statement = statement_of(replace(KLAZEN, value=value))
    assert statement.headline == "16 of 100 people"
    assert statement.compared == "With the usual care it was 9 of 40 people."
    assert statement.cautions == ("The other group was too small to be sure.",)
    assert [array.count for array in statement.arrays] == [16]


def test_the_comparison_group_is_never_drawn_alone():
    value = replace(KLAZEN.value, numerator=9, denominator=40)
    assert statement_of(replace(KLAZEN, value=value)).arrays == ()


def test_a_count_of_none_gets_an_upper_bound():
    statement = statement_of(count(0, 120))
    assert statement.headline == "None of 120 people"
    assert statement.cautions == (
        "The true number could be as high as 3 of 100 people.",
    )
    assert statement.arrays == (IconArray(0, 100, "With this choice"),)


def test_the_upper_bound_is_out_of_the_base_of_the_row():
    assert statement_of(count(0, 120), base=1_000).cautions == (
        "The true number could be as high as 25 of 1,000 people.",
    )


def test_a_count_of_all_gets_a_lower_bound():
    statement = statement_of(count(120, 120))
    assert statement.headline == "All 120 people"
    assert statement.cautions == (
        "The true number could be as low as 97 of 100 people.",
    )


def test_each_bound_names_its_group():
    value = Frequency(0, 120, compared_numerator=118, compared_denominator=118)
    statement = statement_of(fact(LEAK, value, comparator=Comparator.SHAM))
    assert statement.compared == "After a pretend procedure it was all 118 people."
    assert statement.cautions == (
        "With this choice, the true number could be as high as 3 of 100 people.",
        "In the other group, the true number could be as low as 97 of 100 people.",
    )


def test_a_percentage_is_marked_as_such():
    statement = statement_of(ZHAN_KYPHOPLASTY)
    assert statement.headline == "18 of 100 bones"
    assert statement.raw == "The source gives a percentage only: 18.4%."
    assert statement.arrays == (IconArray(18, 100, "With this choice"),)
    value = replace(ZHAN_KYPHOPLASTY.value, studies=12)
    assert statement_of(replace(ZHAN_KYPHOPLASTY, value=value)).raw == (
        "Counted in 12 studies. The source gives a percentage only: 18.4%."
    )


def test_a_small_percentage_raises_the_base():
    value = Frequency(percentage=Decimal("0.04"))
    assert headline(fact(LEAK, value)) == "4 of 10,000 people"


@pytest.mark.parametrize(
    ("percentage", "shown"), [("0", "0 of 100 people"), ("100.0", "100 of 100 people")]
)
def test_a_percentage_of_0_or_100_is_not_none_or_all(percentage, shown):
    assert headline(fact(LEAK, Frequency(percentage=Decimal(percentage)))) == shown


@pytest.mark.parametrize("value", [Frequency(), Frequency(9, 8), Frequency(1, 0)])
def test_a_frequency_without_a_valid_count_is_not_known(value):
    assert headline(fact(LEAK, value)) == "Not known"


@pytest.mark.parametrize(
    ("numerator", "shown"), [(0, "None of 1 person"), (1, "1 of 1 person")]
)
def test_one_person_is_singular(numerator, shown):
    statement = statement_of(count(numerator, 1))
    assert statement.headline == shown
    assert "Only 1 person was counted." in all_words(statement)


def test_icon_arrays_end_at_1000():
    assert len(statement_of(VAPOUR, base=1_000).arrays) == 2
    assert statement_of(VAPOUR, base=10_000).arrays == ()


def test_numbers_are_formatted_for_the_language():
    with translation.override("de"):
        assert headline(CANAL_SURGERY).startswith("1 von 1.000 ")
        assert "4 von 3.175 " in statement_of(CANAL_SURGERY).raw
        assert "18,4\N{NO-BREAK SPACE}%" in statement_of(ZHAN_KYPHOPLASTY).raw
