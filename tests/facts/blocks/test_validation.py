"""What cannot be true is refused at publishing, next to its field and in words."""

import datetime

import pytest
from django.utils import timezone
from wagtail.blocks.struct_block import StructBlockValidationError

from spine_content.facts.blocks import fact_blocks
from tests import content

pytestmark = pytest.mark.django_db
BLOCKS = dict(fact_blocks())
TODAY = timezone.localdate()

#: A good answer of each kind.
GOOD = {
    "frequency": {"numerator": 24, "denominator": 55},
    "scale_difference": {"difference": "0.7", "comparator": "sham"},
    "range": {"low": "30", "high": "60"},
    "money": {"low": "900", "currency": "GBP", "as_of": TODAY},
    "answer": {"verdict": "no", "text": "Most people go home the same day."},
}
each_kind = pytest.mark.parametrize("kind", GOOD)


def clean(kind, draft=False, **changes):
    """Problems of a fact by field; none where it may be published."""
    block = BLOCKS[kind]
    measure = content.measure(f"A question: {kind}", kind=kind, unit="days")
    _kind, values = content.fact(measure, **{**GOOD[kind], **changes})
    value = block.normalize({**default(block), **values})
    deferred = block.defer_required_validation if draft else lambda: None
    try:
        deferred()
        block.clean(value)
    except StructBlockValidationError as error:
        return {name: problem.messages for name, problem in error.block_errors.items()}
    finally:
        if draft:
            block.restore_deferred_validation()
    return {}


def default(block):
    return {name: child.get_default() for name, child in block.child_blocks.items()}


@each_kind
def test_a_good_answer_is_valid(kind):
    assert clean(kind) == {}


#: Kind, what is wrong, the field with the error, and a word of the message.
WRONG = [
    ("frequency", {"numerator": 56}, "numerator", "more than"),
    ("frequency", {"numerator": -1}, "numerator", "below zero"),
    ("frequency", {"denominator": 0}, "denominator", "at least 1"),
    ("frequency", {"denominator": -3}, "denominator", "at least 1"),
    ("frequency", {"denominator": None}, "denominator", "out of how many"),
    ("frequency", {"numerator": None}, "numerator", "how many"),
    ("frequency", {"numerator": None, "denominator": None}, "numerator", "count"),
    ("frequency", {"percentage": "44"}, "percentage", "empty"),
    ("frequency", {"studies": 0}, "studies", "at least one"),
    (
        "frequency",
        {"numerator": None, "denominator": None, "percentage": "101"},
        "percentage",
        "between 0 and 100",
    ),
    (
        "frequency",
        {"compared_numerator": 12, "compared_denominator": 57},
        "comparator",
        "what the others had",
    ),
    (
        "frequency",
        {"compared_numerator": 58, "compared_denominator": 57, "comparator": "sham"},
        "compared_numerator",
        "more than",
    ),
    ("scale_difference", {"difference": "11"}, "difference", "whole scale"),
    ("scale_difference", {"difference": None}, "difference", "how many points"),
    ("scale_difference", {"comparator": "none"}, "comparator", "difference"),
    ("scale_difference", {"scale_high": "0"}, "scale_high", "above the lowest"),
    ("scale_difference", {"baseline": "12"}, "baseline", "on the scale"),
    ("scale_difference", {"noticeable": "0"}, "noticeable", "above zero"),
    ("scale_difference", {"ci_low": "-0.3"}, "ci_high", "both ends"),
    ("scale_difference", {"ci_low": "1", "ci_high": "2"}, "ci_low", "between"),
    ("range", {"low": "61"}, "high", "below where it starts"),
    ("range", {"low": "-1"}, "low", "below zero"),
    ("range", {"typical": "90"}, "typical", "between the other two"),
    ("range", {"low": None, "high": None}, "low", "at least one"),
    ("money", {"currency": "XYZ"}, "currency", "no such currency"),
    ("money", {"currency": ""}, "currency", "no such currency"),
    ("money", {"high": "800"}, "high", "below where it starts"),
    ("money", {"low": None}, "low", "amount"),
    ("money", {"as_of": None}, "as_of", "which day"),
    ("money", {"as_of": TODAY + datetime.timedelta(2)}, "as_of", "still to come"),
    ("answer", {"verdict": "", "text": ""}, "text", "answer"),
    ("answer", {"text": "word " * 26}, "text", "25 words"),
    ("range", {"sources": []}, "sources", "source"),
    ("range", {"basis": ""}, "basis", "rests on"),
    ("range", {"time": 2}, "time_unit", "weeks"),
    ("range", {"time": -2, "time_unit": "days"}, "time", "before"),
    ("range", {"comparator": "other"}, "other_treatment", "which treatment"),
    ("frequency", {"denominator": 10_000_001}, "denominator", "than 10,000,000"),
    ("frequency", {"studies": 10_001}, "studies", "than 10,000"),
    (
        "scale_difference",
        {"scale_high": "100000.1"},
        "scale_high",
        "than 100,000",
    ),
    ("scale_difference", {"scale_low": "-1000000"}, "scale_low", "than 100,000"),
    ("range", {"high": "3651"}, "high", "than 3,650"),
    ("range", {"time": 521, "time_unit": "weeks"}, "time", "than 520"),
    ("money", {"high": "10000000001"}, "high", "than 10,000,000,000"),
    (
        "range",
        {"checked_on": TODAY, "check_by": TODAY - datetime.timedelta(1)},
        "check_by",
        "before the day it was checked",
    ),
]


@pytest.mark.parametrize(("kind", "changes", "field", "word"), WRONG)
def test_an_invalid_value_is_refused_next_to_its_field(kind, changes, field, word):
    found = clean(kind, **changes)
    assert list(found) == [field]
    assert word in found[field][0]
    assert found[field][0].endswith(".")


MOST = [
    ("frequency", {"denominator": 10_000_000, "studies": 10_000}),
    ("range", {"high": "3650", "time": 120, "time_unit": "months"}),
    ("money", {"high": "10000000000"}),
]


@pytest.mark.parametrize(("kind", "changes"), MOST)
def test_the_limits_themselves_are_valid(kind, changes):
    assert clean(kind, **changes) == {}


@pytest.mark.parametrize(("unit", "most"), [("weeks", 520), ("kg", 1_000_000)])
def test_the_limit_of_a_range_depends_on_its_unit(unit, most):
    measure = content.measure(f"In {unit}", kind="range", unit=unit)
    assert clean("range", measure=measure, high=str(most)) == {}
    assert list(clean("range", measure=measure, high=str(most + 1))) == ["high"]


@pytest.mark.parametrize(("kind", "changes", "field", "word"), WRONG)
def test_a_draft_may_be_wrong(kind, changes, field, word):
    assert clean(kind, draft=True, **changes) == {}


@each_kind
def test_a_question_of_another_kind_is_refused(kind):
    other = next(name for name in GOOD if name != kind)
    measure = content.measure("Another question", kind=other)
    found = clean(kind, measure=measure)
    assert list(found) == ["measure"]
    assert str(measure.get_kind_display()) in found["measure"][0]


@each_kind
def test_what_is_not_known_needs_no_number_and_no_source(kind):
    nothing = dict.fromkeys(GOOD[kind]) | {"comparator": "none"}
    empty = {name: "" for name in ("currency", "text", "verdict") if name in nothing}
    unknown = {"status": "not_known", "basis": "", "sources": []}
    assert clean(kind, **{**nothing, **empty, **unknown}) == {}


@each_kind
def test_conflicting_facts_need_a_source(kind):
    found = clean(kind, status="conflicting", sources=[])
    assert list(found) == ["sources"]


@pytest.mark.parametrize("basis", ["policy", "audit"])
def test_policy_and_audit_need_no_source(basis):
    assert clean("range", basis=basis, sources=[]) == {}


def test_a_currency_may_be_in_lower_case():
    assert clean("money", currency="gbp") == {}
