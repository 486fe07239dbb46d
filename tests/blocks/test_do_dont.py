import pytest

from spine_content.blocks import DoDontBlock
from tests.reading import rendered, words

BLOCK = DoDontBlock()
VALUE = {"do": ["walk", "rest & drink"], "dont": ["<b>lift</b>"]}


def test_both_lists_are_shown_under_their_headings():
    shown = rendered(BLOCK, VALUE)
    do, dont = (
        shown.select_one(".spine-do-dont__do"),
        shown.select_one(".spine-do-dont__dont"),
    )
    assert [words(line) for line in do.select("li")] == ["walk", "rest & drink"]
    assert [words(line) for line in dont.select("li")] == ["<b>lift</b>"]
    assert (words(do.h3), words(dont.h3)) == ("Do", "Don’t")


def test_text_of_an_editor_cannot_become_markup():
    assert rendered(BLOCK, VALUE).b is None


def test_an_empty_list_has_no_heading():
    shown = rendered(BLOCK, {"do": ["walk"], "dont": []})
    assert [words(heading) for heading in shown.select("h3")] == ["Do"]


@pytest.mark.parametrize(("context", "tag"), [({}, "h3"), ({"heading_level": 4}, "h4")])
def test_the_headings_have_the_level_that_the_page_asks_for(context, tag):
    assert len(rendered(BLOCK, VALUE, **context).select(tag)) == 2
