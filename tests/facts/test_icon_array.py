"""What is drawn is what was counted."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spine_content.facts.icon_array import IconArray

BASES = {100: (10, 10), 1_000: (40, 25)}
LINE = re.compile(r"M(\d+) (\d+)h(\d+)")


def drawn(path):
    """Where the dots are: at the start of each line, and then every 10 along it."""
    assert LINE.sub("", path) == ""
    return [
        (int(x) + along, int(y))
        for x, y, length in LINE.findall(path)
        for along in range(0, int(length) + 1, 10)
    ]


@st.composite
def arrays(draw):
    base = draw(st.sampled_from(list(BASES)))
    return IconArray(draw(st.integers(0, base)), base, "")


@given(arrays())
def test_the_filled_dots_equal_the_count(array):
    assert len(drawn(array.filled)) == array.count
    assert len(drawn(array.empty)) == array.base - array.count


@given(arrays())
def test_every_place_of_the_grid_has_one_dot_inside_the_picture(array):
    across, down = BASES[array.base]
    assert (array.width, array.height) == (across * 10, down * 10)
    dots = drawn(array.filled) + drawn(array.empty)
    assert sorted(dots) == [
        (x * 10 + 5, y * 10 + 5) for x in range(across) for y in range(down)
    ]


def test_rows_are_filled_from_the_start():
    array = IconArray(12, 100, "")
    assert drawn(array.filled)[-2:] == [(5, 15), (15, 15)]


@pytest.mark.parametrize("count", [0, 100])
def test_a_count_of_none_or_all_leaves_one_path_empty(count):
    array = IconArray(count, 100, "")
    assert (array.filled == "", array.empty == "") == (count == 0, count == 100)


@given(arrays())
def test_no_line_ends_on_a_dot(array):
    lengths = [int(length) for *_, length in LINE.findall(array.filled + array.empty)]
    assert all(length % 10 == 5 for length in lengths)
