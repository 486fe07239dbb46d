"""Any fact in words, and all its words in one line."""

from collections.abc import Mapping
from dataclasses import replace

from django.utils.translation import gettext as _

from spine_content.facts.choices import Kind, Status
from spine_content.facts.statements import Statement
from spine_content.facts.types import (
    Answer,
    Fact,
    Frequency,
    Money,
    Question,
    Range,
    ScaleDifference,
)
from spine_content.facts.wording.answer import answer_statement
from spine_content.facts.wording.certainty import based, graded
from spine_content.facts.wording.circumstances import (
    measured_how,
    measured_in,
    measured_when,
)
from spine_content.facts.wording.formatting import ended
from spine_content.facts.wording.frequency import frequency_statement
from spine_content.facts.wording.money import money_statement
from spine_content.facts.wording.range import range_statement
from spine_content.facts.wording.scale_difference import scale_difference_statement


def statement(
    fact: Fact, question: Question, base: int, treatments: Mapping[int, str]
) -> Statement:
    """
    The fact as the answer to a question. Counts are told out of ``base``.

    ``treatments`` are the names, by key, of those that others in studies had.
    """
    if fact.status == Status.NOT_APPLICABLE:
        return _with_note(Statement(fact, _("Does not apply")))
    if fact.status == Status.CONFLICTING:
        return _with_circumstances(Statement(fact, _("Sources disagree")))
    known = fact.status == Status.KNOWN and fact.kind == question.kind
    told = _known(fact, question, base, treatments) if known else None
    if told is None:
        return _with_note(Statement(fact, _("Not known")))
    return _with_circumstances(told)


def sentence(statement: Statement, question: Question) -> str:
    """Question and answer in one line, as they will be read."""
    parts = (
        question.text,
        statement.headline,
        *statement.sentences,
        statement.certainty,
        statement.basis,
    )
    return " ".join(ended(part) for part in parts if part.strip())


def _known(
    fact: Fact, question: Question, base: int, treatments: Mapping[int, str]
) -> Statement | None:
    match fact.kind, fact.value:
        case Kind.FREQUENCY, Frequency() as value:
            return frequency_statement(fact, value, base, treatments)
        case Kind.SCALE, ScaleDifference() as value:
            return scale_difference_statement(fact, value, treatments)
        case Kind.RANGE, Range() as value:
            return range_statement(fact, value, question.unit)
        case Kind.MONEY, Money() as value:
            return money_statement(fact, value)
        case Kind.ANSWER, Answer() as value:
            return answer_statement(fact, value)
    return None


def _with_circumstances(told: Statement) -> Statement:
    fact = told.fact
    details = (
        measured_when(fact.timeframe),
        *told.details,
        measured_in(fact.population),
        measured_how(fact.measured_how),
    )
    grade, basis = graded(fact.certainty, fact.basis), based(fact.basis)
    return _with_note(replace(told, details=details, certainty=grade, basis=basis))


def _with_note(told: Statement) -> Statement:
    details = tuple(detail for detail in told.details if detail)
    return replace(told, details=details, note=ended(told.fact.note))
