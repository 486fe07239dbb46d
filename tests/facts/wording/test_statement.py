"""What all kinds of facts have in common, as it is read."""

from dataclasses import replace
from decimal import Decimal

import pytest

from spine_content.facts.choices import Basis, Certainty, Kind, Status, TimeUnit
from spine_content.facts.types import Fact, Range, Timeframe
from spine_content.facts.wording import sentence
from tests.facts.published import (
    INVEST,
    KAVIAR_VERTEBROPLASTY,
    MILD_PAIN,
    PAIN,
    VAPOUR,
    count,
    points,
)
from tests.facts.reading import headline, statement_of

GRADED = replace(VAPOUR, basis=Basis.EVIDENCE, certainty=Certainty.MODERATE)
LASTING = Fact("", 1, Kind.RANGE, value=Range(Decimal(2), None, Decimal(3)))


@pytest.mark.parametrize(
    ("status", "shown"),
    [
        (Status.NOT_KNOWN, "Not known"),
        (Status.NOT_APPLICABLE, "Does not apply"),
        (Status.CONFLICTING, "Sources disagree"),
    ],
)
def test_not_known_is_said_with_its_note(status, shown):
    statement = statement_of(
        replace(GRADED, status=status, value=None, note="Studies differ")
    )
    assert statement.headline == shown
    assert statement.note == "Studies differ."
    assert (statement.raw, statement.compared, statement.arrays) == ("", "", ())


@pytest.mark.parametrize("status", [Status.NOT_KNOWN, Status.NOT_APPLICABLE])
def test_certainty_is_left_out_where_nothing_is_known(status):
    statement = statement_of(replace(GRADED, status=status))
    assert (statement.certainty, statement.basis) == ("", "")


def test_conflicting_facts_keep_their_circumstances():
    statement = statement_of(replace(GRADED, status=Status.CONFLICTING))
    assert statement.basis == "From studies"
    assert "Measured after 14 days." in statement.details


def test_a_known_fact_without_a_value_is_not_known():
    statement = statement_of(replace(GRADED, value=None, note="Nobody looked."))
    assert statement.headline == "Not known"
    assert statement.main == ("Nobody looked.",)
    assert statement.certainty == ""


@pytest.mark.parametrize(
    ("certainty", "people", "better", "same", "lasting"),
    [
        ("high", "44 of 100 people", "0.7 points better", "No difference", "2 to 3"),
        (
            "moderate",
            "Probably 44 of 100 people",
            "Probably 0.7 points better",
            "Probably no difference",
            "Probably 2 to 3",
        ),
        (
            "low",
            "It may be 44 of 100 people",
            "It may be 0.7 points better",
            "There may be no difference",
            "It may be 2 to 3",
        ),
        (
            "very_low",
            "We are very uncertain: it may be 44 of 100 people",
            "We are very uncertain: it may be 0.7 points better",
            "We are very uncertain: there may be no difference",
            "We are very uncertain: it may be 2 to 3",
        ),
    ],
)
def test_certainty_chooses_the_verb(certainty, people, better, same, lasting):
    shown = [
        headline(replace(fact, certainty=certainty))
        for fact in (VAPOUR, INVEST, points("0"), LASTING)
    ]
    assert shown == [people, better, same, lasting]
    assert headline(replace(count(0, 120), certainty="low")) == (
        "It may be none of 120 people"
    )


def test_certainty_and_basis_are_labelled():
    statement = statement_of(GRADED)
    assert statement.certainty == "Certainty: moderate"
    assert statement.basis == "From studies"
    assert statement_of(VAPOUR).certainty == ""
    ungraded = replace(VAPOUR, basis=Basis.EVIDENCE)
    assert statement_of(ungraded).certainty == "Certainty: not graded"
    assert statement_of(replace(ungraded, basis=Basis.POLICY)).certainty == ""
    shown = [statement_of(replace(VAPOUR, basis=basis)).basis for basis in Basis]
    assert shown == [
        "From studies",
        "From a guideline or official body",
        "What clinics advise",
        "Counted at our clinic",
    ]


@pytest.mark.parametrize(
    ("timeframe", "shown"),
    [
        (Timeframe(1, TimeUnit.DAYS), "Measured after 1 day."),
        (Timeframe(2, TimeUnit.WEEKS), "Measured after 2 weeks."),
        (Timeframe(12, TimeUnit.MONTHS), "Measured after 12 months."),
        (Timeframe(1, TimeUnit.YEARS), "Measured after 1 year."),
        (Timeframe(0, TimeUnit.DAYS), "Measured on the day of the treatment."),
    ],
)
def test_when_it_was_measured(timeframe, shown):
    assert statement_of(replace(VAPOUR, timeframe=timeframe)).details == (shown,)


@pytest.mark.parametrize("timeframe", [Timeframe(-1, "days"), Timeframe(1, "moons")])
def test_an_invalid_timeframe_is_left_out(timeframe):
    assert statement_of(replace(VAPOUR, timeframe=timeframe)).details == ()


def test_in_whom_and_how_it_was_measured():
    fact = replace(
        KAVIAR_VERTEBROPLASTY,
        population="people over 60 with a recent break",
        note="Most leaks do no harm!",
    )
    assert statement_of(fact).details == (
        "This is about: people over 60 with a recent break.",
        "How it was measured: on CT scans.",
    )
    assert statement_of(fact).note == "Most leaks do no harm!"


def test_blank_text_is_left_out():
    fact = replace(VAPOUR, timeframe=None, population=" ", measured_how=" ", note=" ")
    assert statement_of(fact).details == ()
    assert statement_of(fact).note == ""


def test_a_fact_of_another_kind_is_not_known():
    assert headline(GRADED, PAIN) == "Not known"


def test_question_and_answer_in_one_line():
    assert sentence(statement_of(GRADED), MILD_PAIN) == (
        "How many people have only mild pain? Probably 44 of 100 people. After a "
        "pretend procedure it was 21 of 100 people (12 of 57). Counted in 1 study: 24 "
        "of 55 people. Measured after 14 days. Certainty: moderate. From studies."
    )
