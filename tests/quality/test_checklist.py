import pytest

from spine_content.quality import ITEMS, Place, Subject, Topic, appraise


def found(kind="procedure", **met):
    return appraise(Subject(kind, "en", [], met=met))


def test_what_is_missing_is_advice_with_its_reason_and_place():
    subject = Subject(
        "procedure",
        "en",
        [],
        met={"sources": False, "authors": True},
        places={"sources": Place("sources", "Sources")},
    )
    told = appraise(subject)
    (advice,) = told.advice
    assert (advice.key, advice.topic) == ("missing:sources", Topic.MISSING)
    assert advice.place.field == "sources"
    assert "look up" in advice.why
    assert [(each.item.key, each.is_met) for each in told.items] == [
        ("authors", True),
        ("sources", False),
    ]


@pytest.mark.parametrize(
    "kind, key, asked",
    [
        ("procedure", "doing_nothing", True),
        ("comparison", "decision", True),
        ("procedure", "decision", False),
        ("recovery", "benefits", False),
        ("recovery", "warning_signs", True),
        ("topic", "uncertainty", False),
        ("story", "sources", False),
        ("story", "typical", True),
    ],
)
def test_each_kind_of_page_is_asked_what_fits(kind, key, asked):
    assert bool(found(kind, **{key: False}).advice) is asked


def test_what_does_not_apply_is_left_out():
    assert not found("procedure").items


def test_every_item_says_why_and_by_what_it_is_informed():
    for item in ITEMS:
        assert str(item.text) and str(item.why) and str(item.informed_by)
        assert item.kinds
    assert len({item.key for item in ITEMS}) == len(ITEMS)


def test_every_question_of_the_instruments_that_a_machine_can_ask_is_there():
    informed = " ".join(str(item.informed_by) for item in ITEMS)
    for name in (*(f"DISCERN {n}" for n in (4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15)),):
        assert name in informed
    assert "JAMA" in informed
    assert "IPDAS" in informed
