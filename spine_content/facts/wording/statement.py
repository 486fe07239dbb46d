"""The sentences that a fact becomes, whatever its kind."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext_lazy

from spine_content.facts.choices import Certainty, Kind, Status, TimeUnit, Verdict
from spine_content.facts.types import (
    Answer,
    Fact,
    Frequency,
    Money,
    Question,
    Range,
    ScaleDifference,
    Statement,
    Timeframe,
)
from spine_content.facts.wording.amounts import money_statement, range_statement
from spine_content.facts.wording.frequency import frequency_statement
from spine_content.facts.wording.phrases import (
    basis_label,
    certainty_label,
    format_number,
    with_full_stop,
)
from spine_content.facts.wording.scale_difference import scale_difference_statement

TIMES: dict[str, Promise] = {
    TimeUnit.DAYS: ngettext_lazy(
        "Measured after %(number)s day.", "Measured after %(number)s days.", "plural"
    ),
    TimeUnit.WEEKS: ngettext_lazy(
        "Measured after %(number)s week.", "Measured after %(number)s weeks.", "plural"
    ),
    TimeUnit.MONTHS: ngettext_lazy(
        "Measured after %(number)s month.",
        "Measured after %(number)s months.",
        "plural",
    ),
    TimeUnit.YEARS: ngettext_lazy(
        "Measured after %(number)s year.", "Measured after %(number)s years.", "plural"
    ),
}

VERDICTS: dict[str, Promise] = {
    Verdict.YES: gettext_lazy("Yes"),
    Verdict.NO: gettext_lazy("No"),
    Verdict.VARIES: gettext_lazy("It varies"),
}

QUALIFIED_VERDICTS: dict[str, dict[str, Promise]] = {
    Certainty.MODERATE: {
        Verdict.YES: gettext_lazy("Probably yes"),
        Verdict.NO: gettext_lazy("Probably not"),
        Verdict.VARIES: gettext_lazy("It probably varies"),
    },
    Certainty.LOW: {
        Verdict.YES: gettext_lazy("The answer may be yes"),
        Verdict.NO: gettext_lazy("The answer may be no"),
        Verdict.VARIES: gettext_lazy("It may vary"),
    },
    Certainty.VERY_LOW: {
        Verdict.YES: gettext_lazy("We are very uncertain: the answer may be yes"),
        Verdict.NO: gettext_lazy("We are very uncertain: the answer may be no"),
        Verdict.VARIES: gettext_lazy("We are very uncertain: it may vary"),
    },
}

QUALIFIED_TEXTS: dict[str, Promise] = {
    Certainty.MODERATE: gettext_lazy("This is probably so: %(text)s"),
    Certainty.LOW: gettext_lazy("This may be so: %(text)s"),
    Certainty.VERY_LOW: gettext_lazy("We are very uncertain. This may be so: %(text)s"),
}


def statement(
    fact: Fact, question: Question, base: int, treatments: Mapping[int, str]
) -> Statement:
    """
    The fact as the answer to a question. Counts are shown out of ``base``.

    ``treatments`` are the names, by key, of those that others in studies had.
    """
    if fact.status == Status.NOT_APPLICABLE:
        return _with_note(Statement(fact, _("Does not apply")))
    if fact.status == Status.CONFLICTING:
        return _with_circumstances(Statement(fact, _("Sources disagree")))
    is_known = fact.status == Status.KNOWN and fact.kind == question.kind
    found = _known(fact, question, base, treatments) if is_known else None
    if found is None:
        return _with_note(Statement(fact, _("Not known")))
    return _with_circumstances(found)


def sentence(statement: Statement, question: Question) -> str:
    """Question and answer in one line, as they will be read."""
    parts = (
        question.text,
        statement.headline,
        *statement.sentences,
        statement.certainty,
        statement.basis,
    )
    return " ".join(with_full_stop(part) for part in parts if part.strip())


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
            return _answer_statement(fact, value)
    return None


def _answer_statement(fact: Fact, value: Answer) -> Statement | None:
    """The verdict, then the text. ``None`` where neither was given."""
    verdicts = QUALIFIED_VERDICTS.get(fact.certainty, VERDICTS)
    verdict = str(verdicts.get(value.verdict, ""))
    text = value.text.strip()
    if verdict:
        return Statement(fact, f"{with_full_stop(verdict)} {text}" if text else verdict)
    headline = str(QUALIFIED_TEXTS.get(fact.certainty, "%(text)s")) % {"text": text}
    return Statement(fact, headline) if text else None


def _with_circumstances(found: Statement) -> Statement:
    """Adds when, in whom and how it was measured, and how sure we can be."""
    fact = found.fact
    details = (
        _measured_when(fact.timeframe),
        *found.details,
        _measured_in(fact.population.strip()),
        _measured_how(fact.measured_how.strip()),
    )
    certainty = certainty_label(fact.certainty, fact.basis)
    basis = basis_label(fact.basis)
    return _with_note(replace(found, details=details, certainty=certainty, basis=basis))


def _with_note(found: Statement) -> Statement:
    details = tuple(detail for detail in found.details if detail)
    return replace(found, details=details, note=with_full_stop(found.fact.note))


def _measured_when(timeframe: Timeframe | None) -> str:
    if timeframe is None or timeframe.number < 0 or timeframe.unit not in TIMES:
        return ""
    if timeframe.number == 0:
        return _("Measured on the day of the treatment.")
    wording: Any = TIMES[timeframe.unit]
    words = {"number": format_number(timeframe.number)}
    return str(wording % {**words, "plural": timeframe.number})


# Editors type the middle of these sentences: it comes after a colon, where it fits
# into any language without being declined.
def _measured_in(people: str) -> str:
    if not people:
        return ""
    return with_full_stop(_("This is about: %(people)s") % {"people": people})


def _measured_how(how: str) -> str:
    return (
        with_full_stop(_("How it was measured: %(how)s") % {"how": how}) if how else ""
    )
