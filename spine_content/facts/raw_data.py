"""From a stream as it is stored to plain facts, without asking the database."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from spine_content.facts.choices import Better, Certainty, Comparator, Kind, Per, Status
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

#: One item of ``Treatment.facts.raw_data``, or of what is prepared for it.
RawFact = dict[str, Any]

#: What a translator writes. All else is the same in every language.
TRANSLATED_FIELDS = ("population", "measured_how", "note", "covers", "text")


def fact_from_raw(raw: RawFact) -> Fact:
    """
    The fact in one item of ``Treatment.facts.raw_data``.

    Unfinished drafts can be read too: what has no answer yet has no ``value``.
    """
    fields = StoredFields(raw["value"])
    status = fields.text("status", Status.KNOWN)
    return Fact(
        id=raw.get("id") or "",
        question=fields.values.get("measure"),
        kind=raw["type"],
        status=status,
        value=READERS[raw["type"]](fields) if status == Status.KNOWN else None,
        comparator=fields.text("comparator", Comparator.NONE),
        other_treatment=fields.values.get("other_treatment"),
        timeframe=_timeframe(fields),
        population=fields.text("population"),
        measured_how=fields.text("measured_how"),
        basis=fields.text("basis"),
        certainty=fields.text("certainty", Certainty.NOT_GRADED),
        citations=_citations(fields.values.get("sources") or []),
        checked_on=fields.date("checked_on"),
        check_by=fields.date("check_by"),
        note=fields.text("note"),
    )


def with_translated_text(raw: RawFact, translation: RawFact | None) -> RawFact:
    """A fact as it is stored, in the words of its translation where it has any."""
    if translation is None or translation["type"] != raw["type"]:
        return raw
    own = {name: translation["value"].get(name) for name in TRANSLATED_FIELDS}
    translated = {name: text for name, text in own.items() if text}
    return {**raw, "value": {**raw["value"], **translated}}


@dataclass(frozen=True)
class StoredFields:
    """The values of a block as JSON has them. What cannot be read is ``None``."""

    values: dict[str, Any]

    def text(self, name: str, default: str = "") -> Any:
        return self.values.get(name) or default

    def integer(self, name: str) -> int | None:
        value = self.values.get(name)
        return value if isinstance(value, int) else None

    def decimal(self, name: str) -> Decimal | None:
        value = self.values.get(name)
        if value is None or value == "":
            return None
        try:
            number = Decimal(str(value))
        except InvalidOperation:
            return None
        return number if number.is_finite() else None

    def date(self, name: str) -> datetime.date | None:
        value = self.values.get(name)
        if isinstance(value, datetime.date):
            return value
        try:
            return datetime.date.fromisoformat(str(value)) if value else None
        except ValueError:
            return None


def _frequency(fields: StoredFields) -> Frequency | None:
    treated, compared = _count(fields, ""), _count(fields, "compared_")
    if treated == (None, None, None):
        return None
    return Frequency(
        *treated,
        fields.text("per", Per.PEOPLE.value),
        fields.integer("studies"),
        *compared,
        bool(fields.values.get("may_be_chance")),
    )


def _count(
    fields: StoredFields, prefix: str
) -> tuple[int | None, int | None, Decimal | None]:
    """A count with its total, or else a percentage, or else nothing."""
    count = fields.integer(f"{prefix}numerator")
    total = fields.integer(f"{prefix}denominator")
    if count is not None and total is not None and 0 <= count <= total and total > 0:
        return count, total, None
    percentage = fields.decimal(f"{prefix}percentage")
    is_one = percentage is not None and 0 <= percentage <= 100
    return None, None, percentage if is_one else None


def _scale_difference(fields: StoredFields) -> ScaleDifference | None:
    low, high = fields.decimal("scale_low"), fields.decimal("scale_high")
    difference = fields.decimal("difference")
    if low is None or high is None or difference is None or low >= high:
        return None
    return ScaleDifference(
        low,
        high,
        difference,
        better=fields.text("better", Better.LOWER.value),
        baseline=fields.decimal("baseline"),
        ci_low=fields.decimal("ci_low"),
        ci_high=fields.decimal("ci_high"),
        noticeable=fields.decimal("noticeable"),
    )


def _range(fields: StoredFields) -> Range | None:
    found = Range(*map(fields.decimal, ("low", "typical", "high")))
    return None if found == Range() else found


def _money(fields: StoredFields) -> Money | None:
    low, high = fields.decimal("low"), fields.decimal("high")
    currency = str(fields.text("currency")).upper()
    if (low is None and high is None) or not currency:
        return None
    return Money(currency, low, high, fields.date("as_of"), fields.text("covers"))


def _answer(fields: StoredFields) -> Answer | None:
    found = Answer(fields.text("verdict"), fields.text("text"))
    return None if found == Answer() else found


READERS: dict[str, Callable[[StoredFields], Value | None]] = {
    Kind.FREQUENCY.value: _frequency,
    Kind.SCALE.value: _scale_difference,
    Kind.RANGE.value: _range,
    Kind.MONEY.value: _money,
    Kind.ANSWER.value: _answer,
}


def _timeframe(fields: StoredFields) -> Timeframe | None:
    number, unit = fields.integer("time"), fields.text("time_unit")
    return Timeframe(number, unit) if number is not None and unit else None


def _citations(stored: list[Any]) -> tuple[Citation, ...]:
    # Lists keep each item with an id of its own; older ones keep the value alone.
    values = [item.get("value", item) for item in stored]
    return tuple(
        Citation(value["source"], value.get("where") or "")
        for value in values
        if value.get("source")
    )
