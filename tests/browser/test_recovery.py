"""A reader enters the day of the procedure, and nobody else gets to know it."""

import datetime
import re

import icalendar
import pytest
from pypdf import PdfReader

from tests.browser.addresses import PAGES
from tests.browser.visitor import barriers, words

ZONES = ("Pacific/Auckland", "America/Los_Angeles", "UTC")
#: Leap day, month end, and the nights in which clocks change in the zones above.
DAYS = (
    "2028-02-29",
    "2026-01-31",
    "2026-03-08",
    "2026-04-05",
    "2026-09-27",
    "2026-11-01",
)
DAY = "#spine-dates-day"


@pytest.mark.parametrize("zone", ZONES)
def test_dates_are_those_of_the_calendar_everywhere(zone, visit):
    visitor = visit(timezone_id=zone, locale="en-GB")
    page = visitor.page
    visitor.open(PAGES["recovery"])
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    for entered in DAYS:
        page.locator(DAY).fill(entered)
        day = datetime.date.fromisoformat(entered)
        last = day + datetime.timedelta(days=14)
        told = page.locator(".spine-phase__days").nth(2).inner_text()
        # The first word of the month, so that no style of writing dates matters.
        assert str(last.day) in re.findall(r"\d+", told.partition(":")[2]), told
        assert f"{last:%B}" in told and str(last.year) in told
        with page.expect_download() as saving:
            page.get_by_role("button", name="Save a file for my calendar").click()
        data = saving.value.path().read_bytes()
        events = icalendar.Calendar.from_ical(data).walk("VEVENT")
        starts = [event.decoded("dtstart") for event in events]
        assert starts[:2] == [day, day + datetime.timedelta(days=1)]
        for event in events:
            start = event.decoded("dtstart")
            assert event.decoded("dtend") == start + datetime.timedelta(days=1)
            assert str(event["class"]) == "PRIVATE"
            assert re.fullmatch(r"Recovery step, day \d+", str(event["summary"]))
    assert [url for url in asked if not url.startswith("blob:")] == []
    assert page.url.endswith(PAGES["recovery"])
    assert not visitor.complaints


def test_is_forgotten_unless_remembered_by_keyboard_and_without_barriers(visitor):
    page = visitor.page
    visitor.open(PAGES["recovery"])
    page.locator(DAY).fill(DAYS[0])
    assert not barriers(page)
    page.reload()
    assert page.locator(DAY).input_value() == ""
    page.locator(DAY).fill(DAYS[0])
    page.get_by_role("checkbox", name="Remember").press("Space")
    page.reload()
    assert page.locator(DAY).input_value() == DAYS[0]
    page.get_by_role("button", name="Forget").press("Enter")
    page.reload()
    assert page.locator(DAY).input_value() == ""
    assert page.evaluate("localStorage.length") == 0


@pytest.mark.parametrize("after", ["vertebroplasty", "balloon-kyphoplasty"])
def test_signs_and_days_fit_one_side_and_all_else_the_other(after, visitor, tmp_path):
    visitor.open(f"/spinal-fractures/recovery-after-{after}/")
    visitor.page.locator(DAY).fill("2026-11-24")
    file = tmp_path / "guide.pdf"
    visitor.page.pdf(
        path=file,
        format="A4",
        margin=dict.fromkeys(("top", "bottom", "left", "right"), "12mm"),
    )
    front, back = (words(sheet.extract_text()) for sheet in PdfReader(file).pages)
    order = ["999", "Day by day", "24 November 2026", "16 February 2027"]
    places = [front.index(told) for told in order]
    assert places == sorted(places)
    for told in ("When can I", "Notes and questions", "Version", "last changed on"):
        assert told in back
