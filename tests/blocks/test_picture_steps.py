import pytest
from django.core.exceptions import ValidationError

from spine_content.blocks import PictureStepsBlock
from tests import content
from tests.reading import rendered, words

pytestmark = pytest.mark.django_db
BLOCK = PictureStepsBlock()


def value(number=2):
    picture = {"image": content.image().pk, "alt_text": "A bed", "decorative": False}
    step = {"image": picture, "title": "Roll <b>over</b>", "text": "<p><i>Now.</i></p>"}
    return BLOCK.to_python({"steps": [step] * number})


def test_each_step_has_a_picture_a_title_and_words():
    items = rendered(BLOCK, value()).select("ol.spine-picture-steps > li")
    assert len(items) == 2
    for item in items:
        assert item.img["alt"] == "A bed"
        assert item.img["loading"] == "lazy"
        assert words(item.h3) == "Roll <b>over</b>"
        assert item.i.string == "Now."


def test_text_of_an_editor_cannot_become_markup():
    assert rendered(BLOCK, value()).b is None


@pytest.mark.parametrize(("context", "tag"), [({}, "h3"), ({"heading_level": 2}, "h2")])
def test_the_titles_have_the_level_that_the_page_asks_for(context, tag):
    assert len(rendered(BLOCK, value(), **context).select(tag)) == 2


def test_one_step_alone_is_not_a_list_of_steps():
    BLOCK.clean(value())
    with pytest.raises(ValidationError):
        BLOCK.clean(value(1))


def test_a_deleted_picture_leaves_the_words():
    step = {"image": None, "title": "Roll over", "text": ""}
    assert words(rendered(BLOCK, {"steps": [step]}).h3) == "Roll over"


def test_the_pictures_of_all_steps_are_loaded_at_once(django_assert_num_queries):
    raw = [BLOCK.get_prep_value(value(3))]
    with django_assert_num_queries(1):
        BLOCK.bulk_to_python(raw)


def test_the_picker_draws_placeholders():
    shown = rendered(BLOCK, BLOCK.get_preview_value())
    assert [svg["aria-label"] for svg in shown.select("svg")] == ["Your picture"] * 2
