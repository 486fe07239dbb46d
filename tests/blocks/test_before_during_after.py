import pytest
from django.core.exceptions import ValidationError

from spine_content.blocks import BeforeDuringAfterBlock
from tests.reading import rendered, words

BLOCK = BeforeDuringAfterBlock()
VALUE = {
    "before": "<p>Drink.</p>",
    "during": "<p><b>Lie</b>.</p>",
    "after": "<p>Up.</p>",
}


def test_the_three_texts_stand_in_order_under_their_headings():
    shown = rendered(BLOCK, VALUE)
    assert [words(h3) for h3 in shown.select("h3")] == ["Before", "During", "After"]
    assert [words(p) for p in shown.select("p")] == ["Drink.", "Lie.", "Up."]
    assert shown.b.string == "Lie"


def test_what_is_empty_has_no_heading():
    shown = rendered(BLOCK, {**VALUE, "during": ""})
    assert [words(h3) for h3 in shown.select("h3")] == ["Before", "After"]


@pytest.mark.parametrize(("context", "tag"), [({}, "h3"), ({"heading_level": 2}, "h2")])
def test_the_headings_have_the_level_that_the_page_asks_for(context, tag):
    assert len(rendered(BLOCK, VALUE, **context).select(tag)) == 3


@pytest.mark.parametrize("only", VALUE)
def test_one_of_the_three_is_enough(only):
    value = {**dict.fromkeys(VALUE, ""), only: VALUE[only]}
    assert BLOCK.clean(BLOCK.normalize(value))[only]


def test_there_must_be_one():
    empty = BLOCK.normalize(dict.fromkeys(VALUE, ""))
    with pytest.raises(ValidationError) as caught:
        BLOCK.clean(empty)
    (message,) = caught.value.block_errors["before"].messages
    assert message == "Fill in at least one of the three."
    BLOCK.clean_deferred(empty)
