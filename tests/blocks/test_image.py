import pytest
from django.core.exceptions import ValidationError

from spine_content.blocks import CaptionedImageBlock
from tests import content
from tests.reading import rendered, words

pytestmark = pytest.mark.django_db
BLOCK = CaptionedImageBlock()


def picture(**values):
    image = {"image": content.image().pk, "alt_text": "A spine", "decorative": False}
    image.update({key: values.pop(key) for key in [*values] if key in image})
    return BLOCK.to_python({"image": image, "caption": "", "credit": "", **values})


def test_the_picture_says_what_it_shows():
    assert rendered(BLOCK, picture()).img["alt"] == "A spine"


def test_a_decorative_picture_is_silent():
    shown = rendered(BLOCK, picture(alt_text="", decorative=True))
    assert shown.img["alt"] == ""


def test_it_comes_in_sizes_and_formats_for_every_screen_and_is_loaded_late():
    shown = rendered(BLOCK, picture())
    assert shown.img["loading"] == "lazy"
    assert shown.img["width"] and shown.img["height"]
    assert [source["type"] for source in shown.select("picture source")] == [
        "image/avif",
        "image/webp",
    ]
    assert "480w" in shown.img["srcset"] and "960w" in shown.img["srcset"]


def test_caption_and_credit_stand_below_it():
    shown = rendered(BLOCK, picture(caption="<p>The <b>spine</b>.</p>", credit="A & B"))
    assert words(shown.figcaption) == "The spine. A & B"
    assert shown.figcaption.b.string == "spine"


def test_without_them_there_is_no_empty_caption():
    assert rendered(BLOCK, picture()).figcaption is None


def test_text_of_an_editor_cannot_become_markup():
    shown = rendered(BLOCK, picture(alt_text='"><script>', credit="<script>x</script>"))
    assert shown.script is None
    assert shown.img["alt"] == '"><script>'


def test_a_picture_must_say_what_it_shows_or_be_decorative():
    with pytest.raises(ValidationError):
        BLOCK.clean(picture(alt_text=""))
    BLOCK.clean(picture(alt_text="", decorative=True))


def test_the_picker_draws_a_placeholder():
    shown = rendered(BLOCK, BLOCK.get_preview_value())
    assert shown.svg["aria-label"] == "Your picture"
    assert words(shown.figcaption) == "The caption."
