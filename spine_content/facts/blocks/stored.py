"""From a stream as it is stored to plain facts, without asking the database."""

import datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from spine_content.facts.choices import Certainty, Comparator, Kind, Status
from spine_content.facts.types import (
    Answer,
    Citation,
    Fact,
    Frequency,
    Money,
    Range,
    ScaleDifference,
    Timeframe,
    Value,
)

Raw = dict[str, Any]

NO_COUNT = (None, None, None)
#: What a translator writes. All else is the same in every language.
WORDS = ("population", "measured_how", "note", "covers", "text")


def fact_from_raw(raw: Raw) -> Fact:
    """
    The fact in one item of ``Treatment.facts.raw_data``.

    Unfinished drafts can be read too: what has no answer yet has no ``value``.
    """
    stored: Raw = raw["value"]
    status = stored.get("status") or Status.KNOWN
    return Fact(
        id=raw.get("id") or "",
        question=stored.get("measure"),
        kind=raw["type"],
        status=status,
        value=_value(raw["type"], stored) if status == Status.KNOWN else None,
        comparator=stored.get("comparator") or Comparator.NONE,
        other_treatment=stored.get("other_treatment"),
        timeframe=_timeframe(stored),
        population=stored.get("population") or "",
        measured_how=stored.get("measured_how") or "",
        basis=stored.get("basis") or "",
        certainty=stored.get("certainty") or Certainty.NOT_GRADED,
        citations=_citations(stored.get("sources") or []),
        checked_on=_date(stored, "checked_on"),
        check_by=_date(stored, "check_by"),
        note=stored.get("note") or "",
    )


def with_words_of(raw: Raw, translation: Raw | None) -> Raw:
    """A fact as it is stored, with the words of its translation where it has any."""
    if translation is None or translation["type"] != raw["type"]:
        return raw
    own = {name: translation["value"].get(name) for name in WORDS}
    translated = {name: text for name, text in own.items() if text}
    return {**raw, "value": {**raw["value"], **translated}}


def _value(kind: str, stored: Raw) -> Value | None:
    return {
        Kind.FREQUENCY.value: _frequency,
        Kind.SCALE.value: _scale_difference,
        Kind.RANGE.value: _range,
        Kind.MONEY.value: _money,
        Kind.ANSWER.value: _answer,
    }[kind](stored)


def _frequency(stored: Raw) -> Frequency | None:
    counted, compared = _count(stored, ""), _count(stored, "compared_")
    if counted == NO_COUNT:
        return None
    per, studies = stored.get("per") or "people", _int(stored, "studies")
    chance = bool(stored.get("may_be_chance"))
    return Frequency(*counted, per, studies, *compared, chance)


def _count(stored: Raw, prefix: str) -> tuple[int | None, int | None, Decimal | None]:
    """A count with its total, or else a percentage, or else nothing."""
    count, total = (
        _int(stored, f"{prefix}numerator"),
        _int(stored, f"{prefix}denominator"),
    )
    if count is not None and total is not None and 0 <= count <= total and total > 0:
        return count, total, None
    percentage = _decimal(stored, f"{prefix}percentage")
    is_one = percentage is not None and 0 <= percentage <= 100
    return None, None, percentage if is_one else None


def _scale_difference(stored: Raw) -> ScaleDifference | None:
    low, high = _decimal(stored, "scale_low"), _decimal(stored, "scale_high")
    difference = _decimal(stored, "difference")
    if low is None or high is None or difference is None or low >= high:
        return None
    return ScaleDifference(
        low,
        high,
        difference,
        better=stored.get("better") or "lower",
        baseline=_decimal(stored, "baseline"),
        ci_low=_decimal(stored, "ci_low"),
        ci_high=_decimal(stored, "ci_high"),
        noticeable=_decimal(stored, "noticeable"),
    )


def _range(stored: Raw) -> Range | None:
    found = Range(
        _decimal(stored, "low"), _decimal(stored, "typical"), _decimal(stored, "high")
    )
    return None if found == Range() else found


def _money(stored: Raw) -> Money | None:
    low, high = _decimal(stored, "low"), _decimal(stored, "high")
    currency = str(stored.get("currency") or "").upper()
    if (low is None and high is None) or not currency:
        return None
    covers = stored.get("covers") or ""
    return Money(currency, low, high, as_of=_date(stored, "as_of"), covers=covers)


def _answer(stored: Raw) -> Answer | None:
    found = Answer(stored.get("verdict") or "", stored.get("text") or "")
    return None if found == Answer() else found


def _timeframe(stored: Raw) -> Timeframe | None:
    number, unit = _int(stored, "time"), stored.get("time_unit")
    return Timeframe(number, unit) if number is not None and unit else None


def _citations(stored: list[Raw]) -> tuple[Citation, ...]:
    # Lists keep each item with an id of its own; older ones keep the value alone.
    values = [item.get("value", item) for item in stored]
    return tuple(
        Citation(value["source"], value.get("where") or "")
        for value in values
        if value.get("source")
    )


def _int(stored: Raw, name: str) -> int | None:
    value = stored.get(name)
    return value if isinstance(value, int) else None


def _decimal(stored: Raw, name: str) -> Decimal | None:
    value = stored.get(name)
    if value is None or value == "":
        return None
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _date(stored: Raw, name: str) -> datetime.date | None:
    value = stored.get(name)
    if isinstance(value, datetime.date):
        return value
    try:
        return datetime.date.fromisoformat(str(value)) if value else None
    except ValueError:
        return None
