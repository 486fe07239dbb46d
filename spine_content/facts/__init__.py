"""
From facts to what readers are told: pure functions on plain values.

No tables and no requests here. The rules are those of good patient information: whole
numbers out of one base for a row, raw counts always told, like compared with like or
said not to be, and never an empty cell.
"""

from spine_content.facts.choices import (
    CURRENCIES,
    NEEDS_SOURCE,
    Basis,
    Better,
    Certainty,
    Comparator,
    Group,
    Kind,
    Per,
    Status,
    TimeUnit,
    Verdict,
)
from spine_content.facts.comparability import number_changed, unlike
from spine_content.facts.counts import row_base, scaled, upper_bound
from spine_content.facts.rows import grouped, row, rows, shared_questions
from spine_content.facts.statements import Cell, IconArray, Row, Statement
from spine_content.facts.timespans import Span, day_span, range_span, time_unit
from spine_content.facts.types import (
    Answer,
    Citation,
    Fact,
    Frequency,
    Money,
    Question,
    Range,
    ScaleDifference,
    Timeframe,
    Value,
)
from spine_content.facts.wording import sentence, statement

__all__ = [
    "CURRENCIES",
    "NEEDS_SOURCE",
    "Answer",
    "Basis",
    "Better",
    "Cell",
    "Certainty",
    "Citation",
    "Comparator",
    "Fact",
    "Frequency",
    "Group",
    "IconArray",
    "Kind",
    "Money",
    "Per",
    "Question",
    "Range",
    "Row",
    "ScaleDifference",
    "Span",
    "Statement",
    "Status",
    "TimeUnit",
    "Timeframe",
    "Value",
    "Verdict",
    "day_span",
    "grouped",
    "number_changed",
    "range_span",
    "row",
    "row_base",
    "rows",
    "scaled",
    "sentence",
    "shared_questions",
    "statement",
    "time_unit",
    "unlike",
    "upper_bound",
]
