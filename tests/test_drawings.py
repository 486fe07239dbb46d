"""The demo's pictures: all can be drawn, described and drawn again the same."""

from __future__ import annotations

from functools import cache
from io import BytesIO

import pytest
from PIL import Image

from site_project.drawings import DRAWINGS, Drawing, render

KEYS = sorted(DRAWINGS)
PAPER = (0xFB, 0xFA, 0xF7)


@cache
def rendered(key: str) -> bytes:
    return render(key)


def opened(key: str) -> Image.Image:
    return Image.open(BytesIO(rendered(key)))


def test_every_promised_picture_is_there() -> None:
    assert KEYS == [
        "needle_path",
        "spine",
        "stages",
        "vertebra_balloon",
        "vertebra_cement",
        "vertebra_fractured",
        "vertebra_healthy",
        "walking",
    ]


@pytest.mark.parametrize("key", KEYS)
def test_is_a_png_of_the_right_size(key: str) -> None:
    image = opened(key)
    assert (image.format, image.mode, image.size) == ("PNG", "RGB", (1600, 1000))


@pytest.mark.parametrize("key", KEYS)
def test_is_drawn_on_paper_and_is_not_blank(key: str) -> None:
    image = opened(key)
    assert image.getpixel((5, 5)) == PAPER
    colours = image.getcolors(maxcolors=1600 * 1000)
    assert colours is not None
    drawn = sum(count for count, colour in colours if colour != PAPER)
    assert drawn > 1600 * 1000 * 0.1


@pytest.mark.parametrize("key", KEYS)
def test_gives_the_same_bytes_every_time(key: str) -> None:
    assert render(key) == rendered(key)


def test_no_two_pictures_are_alike() -> None:
    assert len({rendered(key) for key in KEYS}) == len(KEYS)


@pytest.mark.parametrize("drawing", DRAWINGS.values(), ids=lambda d: d.key)
def test_is_described_in_words(drawing: Drawing) -> None:
    assert DRAWINGS[drawing.key] is drawing
    for words in (drawing.title, drawing.alt, drawing.caption):
        assert words and words == words.strip()
    assert drawing.alt.endswith(".")
    assert 50 < len(drawing.alt) <= 255
    # A screen reader has said "image" before it reads the alternative text.
    assert not drawing.alt.lower().startswith(("image", "picture", "photo"))


def test_an_unknown_key_is_an_error() -> None:
    with pytest.raises(KeyError):
        render("no_such_drawing")
