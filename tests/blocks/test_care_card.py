import pytest

from spine_content.blocks import CareCardBlock
from spine_content.models import ClinicSettings
from tests.reading import rendered, words

BLOCK = CareCardBlock()
CLINIC = ClinicSettings(
    emergency_phone="999",
    urgent_phone="01632 960 111",
    urgent_hours="day and night",
    clinic_phone="+44 (0)1632 960 222",
    clinic_hours="Monday to Friday",
    emergency_relay="18000",
)


def card(urgency="urgent", **context):
    value = {"urgency": urgency, "heading": "Call if:", "text": "<ul><li>it</li></ul>"}
    return rendered(BLOCK, value, **context).select_one(".spine-care-card")


@pytest.mark.parametrize(
    ("urgency", "number", "dialled"),
    [
        ("emergency", "999", "tel:999"),
        ("urgent", "01632 960 111", "tel:01632960111"),
        ("routine", "+44 (0)1632 960 222", "tel:+4401632960222"),
    ],
)
def test_it_shows_the_number_of_the_site_for_its_urgency(urgency, number, dialled):
    (link,) = card(urgency, clinic=CLINIC).select('a[href^="tel:"]')
    assert link["href"] == dialled
    assert words(link) == f"Call {number}"


@pytest.mark.parametrize("urgency", ["emergency", "urgent", "routine"])
@pytest.mark.parametrize(
    "context", [{"clinic": ClinicSettings()}, {}], ids=["no", "none"]
)
def test_without_a_number_there_is_no_link_and_the_signs_stay(urgency, context):
    shown = card(urgency, **context)
    assert shown.select('a[href^="tel:"]') == []
    assert words(shown.li) == "it"


def test_the_urgency_is_said_in_words():
    kinds = {
        "emergency": "Emergency",
        "urgent": "Urgent advice",
        "routine": "Non-urgent advice",
    }
    for urgency, said in kinds.items():
        shown = card(urgency)
        assert words(shown.find("h3")) == f"{said}: Call if:"
        assert f"spine-care-card--{urgency}" in shown["class"]


@pytest.mark.parametrize(
    ("urgency", "hours", "other"),
    [
        ("urgent", "day and night", "Monday to Friday"),
        ("routine", "Monday to Friday", "day and night"),
    ],
)
def test_the_hours_of_its_own_number_stand_beside_it(urgency, hours, other):
    text = words(card(urgency, clinic=CLINIC))
    assert hours in text
    assert other not in text


def test_only_an_emergency_says_what_to_do_who_cannot_hear():
    assert "18000" in words(card("emergency", clinic=CLINIC))
    assert "18000" not in words(card("urgent", clinic=CLINIC))


def test_the_heading_has_the_level_that_the_page_asks_for():
    assert card(heading_level=2).select_one("h2.spine-care-card__heading")


def test_text_of_an_editor_cannot_become_markup():
    value = {"urgency": "urgent", "heading": "<script>x</script>", "text": "<p>a</p>"}
    hostile = ClinicSettings(urgent_phone='"><script>y</script>', urgent_hours="<i>")
    shown = rendered(BLOCK, value, clinic=hostile)
    assert shown.script is None and shown.i is None
    assert "<script>x</script>" in words(shown)
