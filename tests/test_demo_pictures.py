"""The demo's pictures: all can be opened, are small, and are described in words."""

import pytest
from PIL import Image

from site_project.demo.fields import line
from site_project.demo.files import CONTENT, read
from site_project.demo.loader import PICTURES

DESCRIBED = read("pictures.yaml")
NAMES = sorted(DESCRIBED)
PAPER = (0xFB, 0xFA, 0xF7)
#: What a PNG says besides its picture: who made it, when, with what.
METADATA = (b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME", b"iCCP")


def opened(name: str) -> Image.Image:
    return Image.open(PICTURES / f"{name}.png")


def test_every_promised_picture_is_there_and_no_other() -> None:
    assert NAMES == [
        "needle_path",
        "spine",
        "stages",
        "vertebra_balloon",
        "vertebra_cement",
        "vertebra_fractured",
        "vertebra_healthy",
        "walking",
    ]
    assert sorted(path.name for path in PICTURES.iterdir()) == [
        f"{name}.png" for name in NAMES
    ]


def test_they_are_small_enough_to_be_part_of_the_repository() -> None:
    assert sum(path.stat().st_size for path in PICTURES.iterdir()) < 1_000_000


@pytest.mark.parametrize("name", NAMES)
def test_is_a_png_of_the_right_size(name: str) -> None:
    image = opened(name)
    image.load()
    assert (image.format, image.size) == ("PNG", (1600, 1000))


@pytest.mark.parametrize("name", NAMES)
def test_says_nothing_but_its_picture(name: str) -> None:
    image = opened(name)
    image.load()
    assert image.info == {}
    content = (PICTURES / f"{name}.png").read_bytes()
    assert not [chunk for chunk in METADATA if chunk in content]


@pytest.mark.parametrize("name", NAMES)
def test_is_drawn_on_paper_and_is_not_blank(name: str) -> None:
    image = opened(name).convert("RGB")
    assert image.getpixel((5, 5)) == PAPER
    colours = image.getcolors(maxcolors=1600 * 1000)
    assert colours is not None
    drawn = sum(count for count, colour in colours if colour != PAPER)
    assert drawn > 1600 * 1000 * 0.1


def test_no_two_pictures_are_alike() -> None:
    assert len({opened(name).convert("RGB").tobytes() for name in NAMES}) == len(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_is_described_in_words(name: str) -> None:
    title, alt = map(line, (DESCRIBED[name]["title"], DESCRIBED[name]["description"]))
    assert title
    assert alt.endswith(".")
    assert 50 < len(alt) <= 255
    # A screen reader has said "image" before it reads the alternative text.
    assert not alt.lower().startswith(("image", "picture", "photo"))


def test_pages_show_pictures_that_are_there() -> None:
    shown = {name for path in CONTENT.rglob("*.yaml") for name in pictures(path)}
    assert shown <= set(NAMES)
    assert len(shown) == len(NAMES) - 1  # The healthy one waits for an editor.


def pictures(path) -> list[str]:
    lines = path.read_text("utf-8").splitlines()
    named = [each.split(": ") for each in lines if each.lstrip().startswith("image: ")]
    return [name for _field, name in named]
