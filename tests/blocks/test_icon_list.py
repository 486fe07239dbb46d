import pytest
from django.core.exceptions import ValidationError

from spine_content.blocks import IconListBlock
from spine_content.blocks.lists import ICONS
from tests.reading import rendered, words

BLOCK = IconListBlock()


def value(icon="clock", text="<p>About <b>an hour</b>.</p>"):
    return {"items": [{"icon": icon, "text": text}]}


def test_each_line_has_a_drawing_and_words():
    (line,) = rendered(BLOCK, value()).select("ul.spine-icon-list > li")
    assert words(line) == "About an hour."
    assert line.b.string == "an hour"


@pytest.mark.parametrize("icon", [name for name, _label in ICONS])
def test_every_drawing_is_there_and_silent(icon):
    drawing = rendered(BLOCK, value(icon)).svg
    assert drawing.find(["path", "circle", "rect"])
    assert drawing["aria-hidden"] == "true"
    assert words(drawing) == ""


def test_every_drawing_is_another_one():
    drawings = {str(rendered(BLOCK, value(icon)).svg) for icon, _label in ICONS}
    assert len(drawings) == len(ICONS)


def test_a_drawing_that_is_not_known_is_refused():
    BLOCK.clean(BLOCK.normalize(value()))
    with pytest.raises(ValidationError):
        BLOCK.clean(BLOCK.normalize(value(icon="skull")))
