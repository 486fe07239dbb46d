"""What is stored is read as it was meant, and nothing stored can stop a page."""

import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spine_content.facts.blocks import FACT_BLOCKS
from spine_content.facts.raw_data import fact_from_raw, with_translated_text
from spine_content.facts.types import (
    Answer,
    Citation,
    Fact,
    Frequency,
    Money,
    Range,
    ScaleDifference,
    Timeframe,
)
from tests import content

KINDS = [block.kind.value for block in FACT_BLOCKS]


def read(kind, **stored):
    return fact_from_raw({"type": kind, "id": "f1", "value": stored})


@pytest.mark.django_db
def test_everything_that_an_editor_stored_is_read():
    measure, source = content.measure(), content.source()
    day = datetime.date(2026, 11, 24)
    treatment = content.with_facts(
        content.fact(
            measure,
            numerator=24,
            denominator=55,
            studies=1,
            comparator="sham",
            compared_numerator=12,
            compared_denominator=57,
            time=2,
            time_unit="weeks",
            population="people with very bad pain",
            measured_how="asked by telephone",
            certainty="moderate",
            sources=[{"source": source, "where": "Table 2"}],
            checked_on=day,
            check_by=datetime.date(2028, 11, 24),
            note="Half of them were over 80.",
        )
    )
    treatment.refresh_from_db()
    (raw,) = treatment.facts.raw_data
    assert fact_from_raw(raw) == Fact(
        id=raw["id"],
        question=measure.pk,
        kind="frequency",
        value=Frequency(
            24, 55, studies=1, compared_numerator=12, compared_denominator=57
        ),
        comparator="sham",
        timeframe=Timeframe(2, "weeks"),
        population="people with very bad pain",
        measured_how="asked by telephone",
        basis="evidence",
        certainty="moderate",
        citations=(Citation(source.pk, "Table 2"),),
        checked_on=day,
        check_by=datetime.date(2028, 11, 24),
        note="Half of them were over 80.",
    )


@pytest.mark.parametrize(
    ("kind", "stored", "value"),
    [
        ("frequency", {"percentage": "18.4"}, Frequency(percentage=Decimal("18.4"))),
        (
            "scale_difference",
            {"scale_low": "0", "scale_high": "10", "difference": "-0.43"},
            ScaleDifference(Decimal(0), Decimal(10), Decimal("-0.43")),
        ),
        ("range", {"low": 2, "high": "14"}, Range(Decimal(2), None, Decimal(14))),
        ("money", {"low": "900", "currency": "gbp"}, Money("GBP", Decimal(900))),
        ("answer", {"verdict": "varies"}, Answer("varies")),
    ],
)
def test_each_kind_is_read(kind, stored, value):
    assert read(kind, **stored).value == value


@pytest.mark.parametrize(
    ("kind", "stored"),
    [
        ("frequency", {"numerator": 5}),
        ("frequency", {"numerator": 5, "denominator": 4}),
        ("frequency", {"numerator": 0, "denominator": 0}),
        ("frequency", {"percentage": "140"}),
        ("scale_difference", {"scale_low": "0", "scale_high": "10"}),
        ("scale_difference", {"scale_low": 9, "scale_high": 3, "difference": 1}),
        ("range", {"low": "NaN"}),
        ("money", {"low": "900"}),
        ("answer", {"text": ""}),
    ],
)
def test_an_invalid_answer_has_no_value(kind, stored):
    assert read(kind, **stored).value is None


def test_not_known_has_no_value_whatever_numbers_are_left():
    assert read("range", status="not_known", low="2").value is None


ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=9)
    | st.sampled_from(["NaN", "2026-11-24", "2026-13-01", "known", "1e999999"]),
    lambda inner: st.lists(inner, max_size=2),
    max_leaves=3,
)
NAMES = sorted({name for block in FACT_BLOCKS for name in block().child_blocks})
NAMES.remove("sources")


@given(st.sampled_from(KINDS), st.dictionaries(st.sampled_from(NAMES), ANYTHING))
def test_any_stored_value_can_be_read(kind, stored):
    assert isinstance(read(kind, **stored), Fact)


def test_only_text_is_taken_from_a_translation():
    raw = {"type": "range", "id": "f1", "value": {"low": "2", "note": "Two."}}
    german = {"type": "range", "id": "f1", "value": {"low": "3", "note": "Zwei."}}
    assert with_translated_text(raw, german)["value"] == {"low": "2", "note": "Zwei."}
    assert with_translated_text(raw, None) == raw
    untranslated = {**german, "value": {"low": "3", "note": ""}}
    assert with_translated_text(raw, untranslated) == raw
    assert raw["value"] == {"low": "2", "note": "Two."}
