"""The script of a recovery guide by itself: durations, words, and the calendar file."""

import datetime
import re
from collections.abc import Callable, Iterator

import icalendar
import pytest
from django.template.loader import render_to_string
from playwright.sync_api import Browser, Page

from tests.browser.conftest import PATIENCE
from tests.contract.package import JS

#: What a milestone is called, and in how many lines of 75 bytes that fits.
TITLES = {
    "Drive": "Drive a car",
    "Marks": r"Wash, bathe; swim \ dive: a/b “c”",
    "Breaks": "Walk\nthen rest",
    "Cyrillic": "Снова водить машину и поднимать покупки без посторонней помощи " * 3,
    "Hebrew": "לנהוג ברכב ולהרים שקיות קניות כבדות בלי עזרה של אף אחד אחר בבית " * 2,
    "Emoji": "🚶🏽‍♀️ Walk 🚗 drive 🏊 swim " * 6,
    "Token": "See {day} and {activity}",
}
#: A day, how long after it, and which day that is.
LATER = [
    ("2026-01-31", "P1M", "2026-02-28"),
    ("2028-01-31", "P1M", "2028-02-29"),
    ("2026-11-30", "P3M", "2027-02-28"),
    ("2026-12-31", "P2M", "2027-02-28"),
    ("2028-02-29", "P1Y", "2029-02-28"),
    ("2028-02-29", "P4Y", "2032-02-29"),
    ("2026-08-31", "P18M", "2028-02-29"),
    ("2026-11-24", "P0M", "2026-11-24"),
    ("2026-11-24", "P6W", "2027-01-05"),
    ("2026-12-31", "P3650D", "2036-12-28"),
]


@pytest.fixture
def guide(browser: Browser) -> Iterator[Callable[[str], Page]]:
    contexts = []

    def open_guide(body: str, language: str = "en-GB", **options: str) -> Page:
        context = browser.new_context(**options)
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        tool = render_to_string("spine_content/components/dates.html")
        # A page without an address: its browser lets it remember nothing.
        page.set_content(f'<html lang="{language}"><body>{tool}{body}</body></html>')
        page.add_script_tag(path=JS / "recovery.js")
        return page

    yield open_guide
    for context in contexts:
        context.close()


def milestone(title: str, duration: str) -> str:
    return render_to_string(
        "spine_content/components/milestone.html",
        {"milestone": {"value": {"activity": title}, "event": duration}},
    )


def enter(page: Page, day: str) -> None:
    page.get_by_label("Day of the procedure").fill(day)


def saved(page: Page) -> bytes:
    with page.expect_download() as saving:
        page.get_by_role("button", name="Save a file for my calendar").click()
    return saving.value.path().read_bytes()


def events(data: bytes) -> list[icalendar.Event]:
    return icalendar.Calendar.from_ical(data).walk("VEVENT")


def test_weeks_months_and_years_are_those_of_the_calendar(guide):
    lengths = sorted({duration for _day, duration, _then in LATER})
    page = guide("".join(milestone(length, length) for length in lengths))
    enter(page, LATER[0][0])
    page.get_by_role("checkbox", name="Write in my calendar").check()
    for day, duration, then in LATER:
        enter(page, day)
        found = {
            str(event["summary"]).partition(":")[0]: event.decoded("dtstart")
            for event in events(saved(page))
        }
        assert found[duration] == datetime.date.fromisoformat(then), (day, duration)


def test_the_file_holds_what_it_should_and_nothing_else(guide):
    page = guide("".join(milestone(title, "P1D") for title in TITLES.values()))
    enter(page, "2026-02-28")
    discreet = saved(page)
    assert not any(title.encode() in discreet for title in TITLES.values())
    assert {str(event["summary"]) for event in events(discreet)} == {
        "Recovery step, day 1"
    }

    page.get_by_role("checkbox", name="Write in my calendar").check()
    data = saved(page)
    found = events(data)
    told = [str(event["summary"]) for event in found]
    assert told == [f"{title}: today at the earliest" for title in TITLES.values()]
    assert b"SUMMARY:Wash\\, bathe\\; swim \\\\ dive: a/b" in data
    assert b"SUMMARY:Walk\\nthen rest" in data

    lines = data.split(b"\r\n")
    assert lines.pop() == b""
    assert not any(b"\r" in line or b"\n" in line for line in lines)
    assert max(map(len, lines)) == 75
    for line in lines:
        line.decode()  # no letter is cut in two
    for event in found:
        assert event.decoded("dtstart") == datetime.date(2026, 3, 1)
        assert event.decoded("dtend") == datetime.date(2026, 3, 2)
        assert event.decoded("dtstamp").utcoffset() == datetime.timedelta(0)
        assert (event["class"], event["transp"]) == ("PRIVATE", "TRANSPARENT")
        assert "description" not in event
    ids = [str(event["uid"]) for event in found + events(discreet)]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch("[0-9a-f]{32}", each) for each in ids)
    assert not icalendar.Calendar.from_ical(data).errors


def when(first: str, last: str, text: str = "") -> str:
    ends = (("first", first), ("last", last))
    data = "".join(f' data-spine-{name}="{end}"' for name, end in ends if end)
    return f'<p class="spine-when"{data}>{text}</p>'


def test_dates_are_spelled_as_in_the_language_of_the_page(guide):
    body = "".join(
        [
            when("P2M", "P3M"),
            when("P1W", ""),
            when("", "P14D", "By day 14"),
            when("P0D", "P0D", "Day 0"),
            when("", "", "Always"),
        ]
    )
    # Of all zones the one whose day begins first, and the one where it begins last.
    for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago"):
        page = guide(body, timezone_id=zone)
        places = page.locator(".spine-when")
        assert places.all_inner_texts() == ["", "", "By day 14", "Day 0", "Always"]
        enter(page, "2025-12-31")
        assert places.all_inner_texts() == [
            "28 February – 31 March 2026",
            "from 7 January 2026",
            "By day 14: until 14 January 2026",
            "Day 0: 31 December 2025",
            "Always",
        ]
        enter(page, "")
        assert places.all_inner_texts() == ["", "", "By day 14", "Day 0", "Always"]
    for language, told in {
        "de": "7. Januar 2026",
        "ar": "يناير",
        "ru": "января",
    }.items():
        page = guide(body, language)
        enter(page, "2025-12-31")
        assert told in page.locator(".spine-when").nth(1).inner_text()


def test_a_browser_that_remembers_nothing_says_so_and_still_gives_dates(guide):
    complaints: list[str] = []
    page = guide(when("P1D", "P1D", "Day 1") + milestone("Drive", "P1D"))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    enter(page, "2026-11-24")
    box = page.get_by_role("checkbox", name="Remember")
    box.click()
    status = page.get_by_role("status")
    assert status.inner_text() == "This browser lets no page remember anything."
    assert not box.is_checked()
    assert page.locator(".spine-when").first.inner_text() == "Day 1: 25 November 2026"
    assert events(saved(page))
    page.get_by_role("button", name="Forget").click()
    assert status.inner_text() == "Your day is forgotten."
    assert page.locator(".spine-when").first.inner_text() == "Day 1"
    assert complaints == []


def test_days_that_cannot_be_are_refused_in_words(guide):
    page = guide(when("P1D", "P1D", "Day 1"))
    status = page.get_by_role("status")
    for day in ("0001-01-01", "1949-12-31", "2151-01-01"):
        enter(page, day)
        assert "Please check the year." in status.inner_text()
        assert page.locator(".spine-when").inner_text() == "Day 1"
        assert page.get_by_role("button", name="Forget").is_hidden()
    enter(page, "2150-12-31")
    assert page.locator(".spine-when").inner_text() == "Day 1: 1 January 2151"
    assert status.inner_text() == "Your dates are on this page."
    # Without a milestone there is nothing for a calendar.
    assert page.get_by_role("button", name="Save a file").is_hidden()


def test_a_guide_without_the_tool_is_left_alone(browser: Browser):
    page = browser.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.set_content("<p class=spine-when>Day 1</p>")
    page.add_script_tag(path=JS / "recovery.js")
    assert page.locator(".spine-when").inner_text() == "Day 1"
    assert page.evaluate("typeof addDays + typeof offerDates") == "undefinedundefined"
    assert complaints == []
    page.close()
