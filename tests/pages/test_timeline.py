"""The picture of a recovery: where phases and milestones are drawn."""

import re
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spine_content.facts.timespans import Span, day_span
from spine_content.pages.timeline import UNIT, timeline


def phase(first, last):
    return {"title": f"From {first}", "start_day": first, "end_day": last}


@dataclass
class Mark:
    """A milestone as far as the picture asks."""

    spans: list[Span]
    value: dict[str, Any] = field(default_factory=lambda: {"activity": "Drive"})


def drawn(phases, *spans):
    """From where to where each line of one milestone goes, in phases."""
    picture = timeline(phases, [Mark([*spans])])
    (mark,) = picture.marks
    lines = re.findall(r"M(\d+) 10H(\d+)", mark.path)
    return [(int(first) / UNIT, int(last) / UNIT) for first, last in lines]


TWO = [phase(0, 0), phase(1, 10)]
OPEN = [phase(0, 9), phase(10, None)]


@pytest.mark.parametrize(
    ("phases", "span", "line"),
    [
        # A day is drawn in its middle.
        (TWO, day_span(0), (0.5, 0.5)),
        (TWO, day_span(1), (1.05, 1.05)),
        (TWO, day_span(0, 10), (0.5, 1.95)),
        (TWO, Span("P3D", ""), (1.25, 2)),
        (TWO, Span("", "P3D"), (0, 1.25)),
        # What lies outside ends at the edge.
        (TWO, day_span(60), (2, 2)),
        # What goes on is drawn until the last milestone, or for as long again.
        (OPEN, day_span(10), (1.05, 1.05)),
        (OPEN, day_span(109), (2, 2)),
    ],
)
def test_a_milestone_is_drawn_where_its_days_are(phases, span, line):
    assert drawn(phases, span) == [pytest.approx(line, abs=0.02)]


def test_what_several_clinics_say_is_drawn_side_by_side():
    lines = drawn(TWO, day_span(0), day_span(3, 5))
    assert len(lines) == 2 and lines[0][1] < lines[1][0]


def test_every_phase_is_as_wide_as_every_other():
    picture = timeline([phase(0, 0), phase(1, 3), phase(4, 90)], [])
    assert picture.width == 3 * UNIT
    assert picture.grid == "M100 0V20M200 0V20"
    assert [each["title"] for each in picture.phases] == ["From 0", "From 1", "From 4"]
    assert picture.marks == []


def test_a_day_in_a_gap_is_drawn_between_the_phases():
    assert drawn([phase(0, 1), phase(10, 20)], day_span(5)) == [(1, 1)]


@pytest.mark.parametrize(
    "phases", [[], [phase(None, 3)], [phase(0, 1), phase(None, 1)]]
)
def test_an_unfinished_guide_has_no_picture(phases):
    assert timeline(phases, []) is None


def test_a_milestone_without_a_day_is_not_drawn():
    assert timeline(TWO, [Mark([])]).marks == []


days = st.integers(0, 3650)


@given(st.lists(st.tuples(days, st.none() | days), min_size=1), st.lists(days))
def test_nothing_is_drawn_outside_the_picture(bounds, marks):
    picture = timeline(
        [phase(*each) for each in bounds], [Mark([day_span(each)]) for each in marks]
    )
    for mark in picture.marks:
        for number in re.findall(r"[MH](\d+)", mark.path):
            assert 0 <= int(number) <= picture.width
