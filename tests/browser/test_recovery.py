"""A reader enters the day of the procedure, and nobody else gets to know it."""

import datetime
import re

import icalendar
import pytest
from playwright.sync_api import expect
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


#: What somebody who does not see the page hears of the tool.
HEARD = """
- heading "My dates" [level=3]
- paragraph: /Enter the day of your procedure/
- paragraph:
  - text: Day of the procedure
  - textbox "Day of the procedure"
- status: /Your dates are on this page/
- checkbox "Remember my day on this device"
- text: Remember my day on this device
- paragraph:
  - button "Forget my day"
  - button "Print with my dates"
- checkbox /Write in my calendar what each day is about/
- text: /Write in my calendar what each day is about/
- paragraph:
  - button "Save a file for my calendar"
"""
#: The element in focus: what it is, and whether its reader sees it and that it is.
IN_FOCUS = """
() => {
    const at = document.activeElement;
    const style = getComputedStyle(at);
    const box = at.getBoundingClientRect();
    return {
        which: [...document.querySelectorAll("*")].indexOf(at),
        isSeen: box.width > 0 && box.bottom > 0 && box.top < innerHeight,
        isMarked: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0,
        html: at.outerHTML.slice(0, 80),
    };
}
"""
CONTROLS = """
() => {
    const all = [...document.querySelectorAll("*")];
    return [...document.querySelectorAll("a[href], button, input, summary")]
        .filter((each) => each.checkVisibility()).map((each) => all.indexOf(each));
}
"""


def test_every_control_of_a_guide_works_by_keyboard(visitor):
    page = visitor.page
    visitor.open(PAGES["recovery"])
    page.locator(DAY).focus()
    page.keyboard.type("11112026")
    told = page.locator(".spine-phase__days").first
    expect(told).to_have_text("Day 0: 11 November 2026")
    assert not barriers(page)
    tool = page.get_by_role("group", name="My dates")
    expect(tool).to_match_aria_snapshot(HEARD)

    # Every one of them can be reached, in the order in which it stands on the page.
    page.locator("a").first.focus()
    controls = page.evaluate(CONTROLS)
    reached = controls[:1]
    while len(reached) < len(controls):
        page.keyboard.press("Tab")
        at = page.evaluate(IN_FOCUS)
        if reached[-1:] != [at["which"]]:
            reached.append(at["which"])
            assert at["isSeen"] and at["isMarked"], at["html"]
    assert reached == controls

    # And used, from one to the next.
    tool.get_by_role("checkbox", name="Remember").press("Space")
    page.reload()
    assert page.locator(DAY).input_value() == "2026-11-11"
    expect(told).to_have_text("Day 0: 11 November 2026")
    page.evaluate("() => { window.printed = 0; window.print = () => printed++; }")
    tool.get_by_role("button", name="Print").press("Enter")
    assert page.evaluate("printed") == 1
    tool.get_by_role("checkbox", name="Write in").press("Space")
    with page.expect_download() as saving:
        tool.get_by_role("button", name="Save a file").press("Enter")
    assert b"SUMMARY:Drive a car" in saving.value.path().read_bytes()
    tool.get_by_role("button", name="Forget").press("Enter")
    expect(page.locator(DAY)).to_be_focused()
    expect(told).to_have_text("Day 0")
    page.reload()
    assert page.locator(DAY).input_value() == ""
    assert page.evaluate("localStorage.length") == 0
    # A day that nobody asked to be remembered is forgotten as well.
    page.locator(DAY).fill(DAYS[0])
    page.reload()
    assert page.locator(DAY).input_value() == ""


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
