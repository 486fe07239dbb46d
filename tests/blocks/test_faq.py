import pytest

from spine_content.blocks import FAQBlock
from tests.reading import rendered, words

BLOCK = FAQBlock()
VALUE = {
    "items": [
        {"question": "Will I be <i>awake</i>?", "answer": "<p>It <b>depends</b>.</p>"},
        {"question": "Can I eat?", "answer": "<p>Yes.</p>"},
    ]
}


def test_each_question_is_followed_by_its_answer():
    shown = rendered(BLOCK, VALUE).select_one(".spine-faq")
    assert [tag.name for tag in shown.find_all(True, recursive=False)] == [
        "h3",
        "div",
        "h3",
        "div",
    ]
    assert [words(question) for question in shown.select("h3")] == [
        "Will I be <i>awake</i>?",
        "Can I eat?",
    ]
    assert shown.select_one(".spine-faq__answer b").string == "depends"


def test_text_of_an_editor_cannot_become_markup():
    assert rendered(BLOCK, VALUE).h3.i is None


def test_answers_are_open_also_on_paper():
    assert rendered(BLOCK, VALUE).find("details") is None


@pytest.mark.parametrize(("context", "tag"), [({}, "h3"), ({"heading_level": 2}, "h2")])
def test_the_questions_have_the_level_that_the_page_asks_for(context, tag):
    assert len(rendered(BLOCK, VALUE, **context).select(tag)) == 2
