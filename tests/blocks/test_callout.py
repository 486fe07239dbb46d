import pytest

from spine_content.blocks import CalloutBlock
from tests.reading import rendered, words

BLOCK = CalloutBlock()
VALUE = {"title": "Good <b>to know</b>", "text": "<p>You may <b>eat</b>.</p>"}


def test_the_title_and_the_text():
    callout = rendered(BLOCK, VALUE).select_one(".spine-callout")
    assert words(callout.select_one("p")) == "You may eat."
    assert callout.p.b.string == "eat"


def test_text_of_an_editor_cannot_become_markup():
    title = rendered(BLOCK, VALUE).select_one(".spine-callout__title")
    assert words(title) == "Good <b>to know</b>"
    assert title.b is None


@pytest.mark.parametrize(("context", "tag"), [({}, "h3"), ({"heading_level": 2}, "h2")])
def test_the_heading_has_the_level_that_the_page_asks_for(context, tag):
    assert rendered(BLOCK, VALUE, **context).select_one(f"{tag}.spine-callout__title")
