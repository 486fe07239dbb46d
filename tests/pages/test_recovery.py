"""A recovery guide: first when to worry, then day by day."""

import pytest
from django.core.exceptions import ValidationError

from tests import content
from tests.forms import edit_address, posted
from tests.pages import full
from tests.reading import read, words

pytestmark = pytest.mark.django_db


def phase(start, end, **changes):
    values = {
        "title": f"From {start}",
        "start_day": start,
        "end_day": end,
        "expect": "<p>Some pain.</p>",
        "do": ["rest"],
        "dont": ["drive"],
        "medicines": "",
    }
    return ("phase", {**values, **changes})


def milestone(earliest, usual, condition=""):
    return (
        "milestone",
        {
            "activity": "Drive a car",
            "earliest_day": earliest,
            "usual_day": usual,
            "condition": condition,
        },
    )


def test_warning_signs_come_before_anything_else(client):
    full.clinic()
    page = read(client, content.recovery().url)
    first = page.select("section > h2, nav.spine-contents")[:2]
    assert first[0]["id"] == "help"
    # A telephone shows the list of contents as it stands: it fills a screen.
    assert first[1].name == "nav"
    cards = page.select(".spine-care-card")
    assert [card.a["href"] for card in cards] == ["tel:999", "tel:111"]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (0, 0, "Day 0"),
        (0, 1, "Day 0 to day 1"),
        (14, 14, "Day 14"),
        (43, None, "From day 43"),
    ],
)
def test_a_phase_says_its_days(start, end, expected, client):
    page = read(client, content.recovery(phases=[phase(start, end)]).url)
    assert words(page.select_one(".spine-phase__days")) == expected


def test_a_phase_says_what_to_expect_to_do_and_to_leave(client):
    page = content.recovery(phases=[phase(0, 1, medicines="<p>One a day.</p>")])
    shown = read(client, page.url).select_one("ol.spine-phases > li")
    assert words(shown.h3) == "From 0"
    assert [words(heading) for heading in shown.select("h4")] == [
        "Do",
        "Don’t",
        "Medicines",
    ]
    for expected in ("Some pain.", "rest", "drive", "One a day."):
        assert expected in words(shown)


@pytest.mark.parametrize(
    ("earliest", "usual", "expected"),
    [
        (2, 14, "not before day 2, usually by day 14"),
        (0, 0, "from the day of the procedure on, usually by day 0"),
        (2, None, "not before day 2"),
    ],
)
def test_a_milestone_says_when(earliest, usual, expected, client):
    page = content.recovery(milestones=[milestone(earliest, usual, "<p>If fit</p>")])
    shown = read(client, page.url).select_one(".spine-milestone")
    assert words(shown.strong) == "Drive a car"
    assert words(shown.select_one(".spine-milestone__own")) == expected
    assert "If fit" in words(shown)


def test_the_own_team_comes_first(client):
    note = read(client, content.recovery().url).select_one(".spine-note")
    assert words(note) == "Your own team's advice comes first."


def published(admin_client, page):
    response = admin_client.post(edit_address(page), posted(page, "publish"))
    return {} if response.status_code == 302 else response.context["form"].errors


@pytest.mark.parametrize(("start", "end"), [(0, 0), (0, 3), (0, None)])
def test_phases_that_run_forward_are_published(start, end, admin_client):
    page = content.recovery(live=False, phases=[phase(start, end)])
    assert published(admin_client, page) == {}


@pytest.mark.parametrize(("start", "end"), [(3, 2), (-1, 2), (0, 4000)])
def test_phases_that_cannot_be_are_refused(start, end, admin_client):
    page = content.recovery(live=False, phases=[phase(start, end)])
    assert list(published(admin_client, page)) == ["phases"]


def test_the_editor_is_told_which_day_is_wrong():
    page = content.recovery(live=False, phases=[phase(3, 2)])
    block = page.phases.stream_block
    with pytest.raises(ValidationError) as caught:
        block.clean(page.phases)
    (error,) = caught.value.block_errors.values()
    assert error.block_errors["end_day"].messages == [
        "The last day must not be before the first."
    ]


@pytest.mark.parametrize(
    "unfinished",
    [
        pytest.param(phase(3, 2), id="ends before it begins"),
        pytest.param(phase(None, 2), id="no first day"),
        pytest.param(phase(0, 1, title="", expect="", do=[], dont=[]), id="no words"),
    ],
)
def test_a_draft_may_hold_an_unfinished_phase(unfinished, admin_client):
    page = content.recovery(live=False, phases=[unfinished])
    response = admin_client.post(edit_address(page), posted(page))
    assert response.status_code == 302


def test_a_guide_without_an_emergency_sign_is_refused(admin_client):
    urgent = [("sign", content.sign("urgent"))]
    page = content.recovery(live=False, warning_signs=urgent)
    found = published(admin_client, page)
    assert found == {"warning_signs": ["Choose at least one published emergency sign."]}


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        (phase(3, 4), "No phase has day 2. Begin on that day, or tick below."),
        (
            phase(1, 4),
            "The phase before lasts until day 1. Begin on day 2, or tick below.",
        ),
    ],
)
def test_a_gap_or_overlap_is_refused_unless_it_is_meant(second, expected):
    page = content.recovery(live=False, phases=[phase(0, 1), second])
    with pytest.raises(ValidationError) as caught:
        page.phases.stream_block.clean(page.phases)
    assert caught.value.block_errors[1].block_errors["start_day"].messages == [expected]
    second[1]["gap_or_overlap"] = True
    page.phases = [("phase", phase(0, 1)[1]), ("phase", second[1])]
    page.phases.stream_block.clean(page.phases)


@pytest.mark.parametrize("changes", [{"emergency_phone": ""}, {"checked_numbers": ""}])
def test_no_guide_is_published_before_the_numbers_are_there_and_checked(
    changes, admin_client
):
    page = content.recovery(live=False)
    type(content.checked_numbers()).objects.update(**changes)
    assert list(published(admin_client, page)) == ["warning_signs"]


def test_a_live_guide_stays_where_nobody_has_checked_the_numbers(client):
    page = content.recovery()
    type(content.checked_numbers()).objects.update(checked_numbers="")
    assert read(client, page.url).select('.spine-care-card a[href="tel:999"]')


def test_the_strip_on_a_procedure_page_tells_the_same_emergency_signs(client):
    page = content.procedure()
    content.checked_numbers()
    sign = content.sign()
    sign.text = "a sign with other words"
    sign.save()
    strip = read(client, page.url).select_one(".spine-help-strip")
    assert "a sign with other words" in words(strip)
    assert strip.select_one('a[href="tel:999"]')


@pytest.mark.parametrize(
    ("first", "last", "expected", "ends"),
    [
        (3, 14, "From day 3 to day 14 after the procedure", ("P3D", "P14D")),
        (2, 2, "On day 2 after the procedure", ("P2D", "P2D")),
        (3, None, "From day 3 after the procedure on", ("P3D", None)),
        (0, 14, "Until day 14 after the procedure", (None, "P14D")),
        (None, 14, "Until day 14 after the procedure", (None, "P14D")),
        (0, 0, "On the day of the procedure", (None, "P0D")),
    ],
)
def test_a_sign_says_on_which_days_it_counts(first, last, expected, ends, client):
    sign = content.sign()
    sign.from_day, sign.until_day = first, last
    sign.save()
    for page in (content.recovery(), content.procedure()):
        shown = read(client, page.url)
        for shown_days in shown.select(".spine-care-card--emergency .spine-sign-days"):
            assert words(shown_days) == expected
            dates = (
                shown_days.get("data-spine-first"),
                shown_days.get("data-spine-last"),
            )
            assert dates == ends
    assert words(shown.select_one(".spine-help-strip .spine-sign-days")) == expected


@pytest.mark.parametrize("first", [None, 0])
def test_a_sign_that_always_counts_says_no_days(first, client):
    sign = content.sign()
    sign.from_day = first
    sign.save()
    assert not read(client, content.recovery().url).select(".spine-sign-days")


def test_numbers_keep_their_order_in_texts_from_right_to_left(client, settings):
    content.checked_numbers(emergency_phone="01632 960 999", emergency_relay="18000")
    page = content.recovery(individual_note="<p>Call {emergency}.</p>")
    plain = "Call 01632 960 999"
    assert plain in words(read(client, page.url))
    settings.LANGUAGE_CODE = "he"
    shown_days = read(client, page.url)
    isolated = "\u206801632 960 999\u2069"
    assert plain not in words(shown_days)
    assert isolated in words(shown_days.select_one(".spine-care-card"))
    assert isolated in words(shown_days.select_one(".spine-note"))
    links = shown_days.select('main a[href^="tel:"]')
    assert {link["href"] for link in links} >= {"tel:01632960999"}
