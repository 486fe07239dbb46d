import pytest

from spine_content.quality.checklist import ITEMS
from spine_content.quality.page_report import check
from spine_content.quality.types import AdviceTopic, Location, PageText


def result(page_type="procedure", **completed):
    return check(PageText(page_type, "en", [], completed_items=completed))


def test_a_missing_item_is_advice_with_its_reason_and_field():
    page = PageText(
        "procedure",
        "en",
        [],
        completed_items={"sources": False, "authors": True},
        item_fields={"sources": Location("sources", "Sources")},
    )
    checked = check(page)
    (advice,) = checked.advice
    assert (advice.key, advice.topic) == ("missing:sources", AdviceTopic.MISSING)
    assert advice.location.field == "sources"
    assert "look up" in advice.why
    assert [(each.item.key, each.is_complete) for each in checked.items] == [
        ("authors", True),
        ("sources", False),
    ]


@pytest.mark.parametrize(
    "page_type, key, expected",
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
def test_each_page_type_gets_the_items_that_fit(page_type, key, expected):
    assert bool(result(page_type, **{key: False}).advice) is expected


def test_an_item_that_does_not_apply_is_left_out():
    assert not result("procedure").items


def test_every_item_names_its_reason_its_instrument_and_its_page_types():
    for item in ITEMS:
        assert str(item.text) and str(item.why) and str(item.informed_by)
        assert item.page_types
    assert len({item.key for item in ITEMS}) == len(ITEMS)


def test_every_question_of_the_instruments_that_can_be_automated_is_covered():
    informed = " ".join(str(item.informed_by) for item in ITEMS)
    for name in (*(f"DISCERN {n}" for n in (4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15)),):
        assert name in informed
    assert "JAMA" in informed
    assert "IPDAS" in informed
