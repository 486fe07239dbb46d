import pytest
from django.core.exceptions import ValidationError

from spine_content.blocks import StepsBlock
from tests.reading import rendered, words

BLOCK = StepsBlock()
VALUE = {
    "steps": [
        {"title": "You lie <b>down</b>", "text": "<p>On your <i>front</i>.</p>"},
        {"title": "The skin is made numb", "text": ""},
    ]
}


def test_the_steps_are_a_numbered_list_in_order():
    items = rendered(BLOCK, VALUE).select("ol.spine-steps > li")
    assert [words(item.h3) for item in items] == [
        "You lie <b>down</b>",
        "The skin is made numb",
    ]
    assert words(items[0].p) == "On your front."


def test_text_of_an_editor_cannot_become_markup():
    assert rendered(BLOCK, VALUE).h3.b is None


@pytest.mark.parametrize(("context", "tag"), [({}, "h3"), ({"heading_level": 2}, "h2")])
def test_the_titles_have_the_level_that_the_page_asks_for(context, tag):
    assert (
        len(rendered(BLOCK, VALUE, **context).select(f"{tag}.spine-steps__title")) == 2
    )


def test_one_step_alone_is_not_a_list_of_steps():
    with pytest.raises(ValidationError):
        BLOCK.clean(BLOCK.normalize({"steps": VALUE["steps"][:1]}))
    BLOCK.clean(BLOCK.normalize(VALUE))
