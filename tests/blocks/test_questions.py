import pytest
from django.core.exceptions import ValidationError

from spine_content.blocks import QuestionsBlock
from tests.reading import rendered, words

BLOCK = QuestionsBlock()
VALUE = {
    "heading": "Ask <b>before</b>",
    "questions": ["When may I drive?", "Is it <i>safe</i>?"],
}


def test_the_questions_stand_under_their_heading():
    shown = rendered(BLOCK, VALUE).select_one(".spine-questions")
    assert words(shown.h3) == "Ask <b>before</b>"
    assert [words(line) for line in shown.select("li")] == [
        "When may I drive?",
        "Is it <i>safe</i>?",
    ]


def test_text_of_an_editor_cannot_become_markup():
    shown = rendered(BLOCK, VALUE)
    assert shown.b is None and shown.i is None


@pytest.mark.parametrize(("context", "tag"), [({}, "h3"), ({"heading_level": 2}, "h2")])
def test_the_heading_has_the_level_that_the_page_asks_for(context, tag):
    assert rendered(BLOCK, VALUE, **context).select_one(tag)


def test_a_list_of_questions_has_one():
    BLOCK.clean(BLOCK.normalize(VALUE))
    with pytest.raises(ValidationError):
        BLOCK.clean(BLOCK.normalize({**VALUE, "questions": [""]}))
