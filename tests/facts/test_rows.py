"""Facts side by side: one base for a row, no empty cell, nothing lost."""

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from spine_content.facts.choices import Group, Kind, Status
from spine_content.facts.rows import row, rows_by_group, shared_questions
from spine_content.facts.types import Question, Range
from spine_content.facts.wording import sentence
from tests.facts.published import (
    CANAL_LEAK,
    CANAL_SURGERY,
    KAVIAR_KYPHOPLASTY,
    KAVIAR_VERTEBROPLASTY,
    KLAZEN,
    LEAK,
    NAMES,
    NEW_BREAKS,
    VAPOUR,
    ZHAN_KYPHOPLASTY,
    count,
    fact,
)
from tests.facts.reading import all_words, headlines
from tests.facts.strategies import ANY_FACT, FREQUENCY_FACTS, QUESTIONS, rows_of

COLUMNS = [1, 2, 3, 4]


def test_a_head_to_head_study_reads_out_of_100():
    both = headlines(LEAK, KAVIAR_VERTEBROPLASTY, KAVIAR_KYPHOPLASTY)
    assert both == ["82 of 100 bones", "73 of 100 bones"]


def test_a_rare_event_raises_its_row_to_1000():
    both = headlines(LEAK, CANAL_LEAK, CANAL_SURGERY)
    assert both == ["8 of 1,000 people", "1 of 1,000 people"]


def test_a_rare_event_in_the_comparison_group_does_so_too():
    others = replace(VAPOUR.value, compared_numerator=1, compared_denominator=3_000)
    both = headlines(LEAK, CANAL_LEAK, replace(VAPOUR, question=11, value=others))
    assert both == ["82 of 10,000 people", "4,364 of 10,000 people"]


def test_a_small_sample_does_not_change_the_row():
    assert headlines(LEAK, CANAL_LEAK, count(1, 40)) == [
        "1 of 100 people",
        "1 of 40 people",
    ]


def test_a_question_without_an_answer_is_not_known():
    found = row(LEAK, [7, 8], {7: [VAPOUR]}, NAMES)
    assert [cell.column for cell in found.cells] == [7, 8]
    for cell in found.cells:
        (statement,) = cell.statements
        assert statement.headline == "Not known"
        assert statement.fact.question == LEAK.pk


def test_several_facts_of_a_treatment_stand_in_its_cell_in_order():
    both = [KAVIAR_KYPHOPLASTY, ZHAN_KYPHOPLASTY]
    found = row(LEAK, [1, 2], {1: both, 2: [KAVIAR_VERTEBROPLASTY]}, NAMES)
    assert [statement.fact for statement in found.cells[0].statements] == both
    assert found.differences == "Not measured the same way: how it was measured."


def test_a_fact_of_another_kind_does_not_change_the_row():
    wrong = replace(count(1, 5_000), kind=Kind.RANGE)
    assert headlines(LEAK, CANAL_LEAK, wrong) == ["1 of 100 people", "Not known"]
    wrong = replace(wrong, kind=Kind.FREQUENCY, value=Range())
    assert headlines(LEAK, CANAL_LEAK, wrong) == ["1 of 100 people", "Not known"]


def test_each_row_has_a_base_of_its_own():
    facts = {1: [CANAL_SURGERY, KLAZEN]}
    found = [row(each, [1], facts, NAMES) for each in (LEAK, NEW_BREAKS)]
    assert [each.base for each in found] == [1_000, 100]


def test_groups_are_in_the_order_of_a_page():
    asked = [
        Question(1, "Cost?", group=Group.COST),
        Question(2, "Harm?", group=Group.HARMS),
        Question(3, "More harm?", group=Group.HARMS),
        Question(4, "What?", group=Group.INVOLVES),
    ]
    found = rows_by_group(row(each, [1], {}, NAMES) for each in asked)
    assert [(group, [r.question.pk for r in its]) for group, its in found] == [
        (Group.INVOLVES, [4]),
        (Group.HARMS, [2, 3]),
        (Group.COST, [1]),
    ]


def test_shared_questions_are_those_that_two_treatments_answer():
    cost = Question(1, "Cost?", Kind.MONEY, Group.COST)
    harm = Question(2, "Harm?", group=Group.HARMS)
    alone = Question(3, "Alone?", group=Group.HARMS)
    price = fact(cost, None, status=Status.NOT_KNOWN)
    facts = {
        1: [price, count(1, 90, harm), count(2, 90, harm), count(1, 90, alone)],
        2: [price, count(1, 90, harm)],
        9: [count(1, 90, alone)],
    }
    assert shared_questions([cost, harm, alone], [1, 2], facts) == [harm, cost]
    assert shared_questions([cost, harm, alone], [1, 3], facts) == []


def numbers(text):
    return [int(each.replace(",", "")) for each in re.findall(r"\d[\d,]*", text)]


def said(question, facts):
    found = row(question, COLUMNS, facts, NAMES)
    return found, [statement for cell in found.cells for statement in cell.statements]


@given(rows_of(FREQUENCY_FACTS))
def test_all_scaled_headlines_of_a_row_are_out_of_one_base(facts):
    found, statements = said(LEAK_1, facts)
    assert found.base in {10**power for power in range(2, 22)}
    for statement in statements:
        value = statement.fact.value
        if value and value.denominator and value.denominator < 50:
            continue
        if value and value.numerator not in (0, value.denominator):
            assert numbers(statement.headline)[1] in (found.base, value.denominator)
            assert value.denominator == found.base or (
                numbers(statement.headline)[1] == found.base
            )


@given(rows_of(FREQUENCY_FACTS))
def test_nothing_is_rounded_to_none_or_all(facts):
    for statement in said(LEAK_1, facts)[1]:
        value = statement.fact.value
        if value is None:
            continue
        shown = numbers(statement.headline)
        if value.denominator and 0 < value.numerator < value.denominator:
            assert 0 < shown[0] < shown[1]
        if value.percentage and value.percentage < 100:
            assert 0 < shown[0] < shown[1]


def is_stated(numerator, denominator, text):
    if numerator == 0:
        return f"none of {denominator:,} " in text.lower()
    if numerator == denominator != 1:
        return f"all {denominator:,} " in text.lower()
    return f"{numerator:,} of {denominator:,}" in text


@given(rows_of(FREQUENCY_FACTS))
def test_no_count_that_was_published_is_lost(facts):
    for statement in said(LEAK_1, facts)[1]:
        value, text = statement.fact.value, all_words(statement)
        if value and value.denominator:
            assert is_stated(value.numerator, value.denominator, text)
        if value and value.compared_denominator:
            counted = value.compared_numerator, value.compared_denominator
            assert is_stated(*counted, statement.compared)
        if value and value.percentage is not None:
            assert "gives a percentage only" in text


@given(rows_of(FREQUENCY_FACTS))
def test_small_counts_are_never_scaled(facts):
    for statement in said(LEAK_1, facts)[1]:
        value = statement.fact.value
        if value and value.denominator and value.denominator < 50:
            assert numbers(statement.headline)[-1] == value.denominator
            assert any("too few" in caution for caution in statement.cautions)


@given(rows_of(FREQUENCY_FACTS))
def test_icon_arrays_agree_with_headlines(facts):
    found, statements = said(LEAK_1, facts)
    for statement in statements:
        assert len(statement.arrays) <= 2
        for array in statement.arrays:
            assert array.base == found.base
            assert array.base in (100, 1_000)
            words = f"{statement.headline} {statement.compared}".lower()
            assert (
                f"{array.count:,} of {array.base:,} " in words
                or (array.count == 0 and "none of" in words)
                or (array.count == array.base and "all " in words)
            )


@given(QUESTIONS, rows_of(ANY_FACT))
def test_every_cell_has_a_statement_whatever_is_stored(question, facts):
    found, statements = said(question, facts)
    assert [cell.column for cell in found.cells] == COLUMNS
    assert all(cell.statements for cell in found.cells)
    for statement in statements:
        assert statement.headline.strip()
        assert all(part.strip() for part in statement.sentences)
        assert "\n" not in sentence(statement, question)


@given(st.lists(ANY_FACT, max_size=4), st.lists(ANY_FACT, max_size=4))
def test_differences_do_not_depend_on_the_order_of_columns(one, other):
    question = LEAK_1
    there = row(question, [1, 2], {1: one, 2: other}, NAMES)
    back = row(question, [2, 1], {1: one, 2: other}, NAMES)
    assert there.differences == back.differences
    assert there.cells == back.cells[::-1]


LEAK_1 = replace(LEAK, pk=1)
