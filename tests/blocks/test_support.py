import pytest
from django.core.exceptions import ValidationError

from spine_content.blocks.care import SupportBlock
from tests.reading import rendered, words

BLOCK = SupportBlock()
WITH_BOTH = {
    "name": "Bones & Co <b>",
    "about": "A helpline",
    "url": "https://example.org/?a=1&b=2",
    "phone": "01632 960 000",
}


def cleaned(**changes):
    return BLOCK.clean(BLOCK.to_python({**WITH_BOTH, **changes}))


def test_it_shows_a_link_and_a_number_to_call():
    shown = rendered(BLOCK, WITH_BOTH)
    link, phone = shown.select("a")
    assert (link["href"], words(link)) == (WITH_BOTH["url"], "Bones & Co <b>")
    assert (phone["href"], words(phone)) == ("tel:01632960000", "01632 960 000")
    assert "A helpline" in words(shown)
    assert shown.b is None


def test_without_a_link_the_name_stays():
    shown = rendered(BLOCK, {**WITH_BOTH, "url": ""})
    assert words(shown.strong) == "Bones & Co <b>"
    assert [link["href"] for link in shown.select("a")] == ["tel:01632960000"]


@pytest.mark.parametrize("missing", ["url", "phone"])
def test_one_way_to_reach_it_is_enough(missing):
    assert cleaned(**{missing: ""})["name"] == WITH_BOTH["name"]


def test_there_must_be_a_way_to_reach_it():
    with pytest.raises(ValidationError) as caught:
        cleaned(url="", phone="")
    (message,) = caught.value.block_errors["url"].messages
    assert message == "Enter a web address or a telephone number."


def test_a_draft_may_still_lack_it():
    draft = BLOCK.to_python({**WITH_BOTH, "url": "", "phone": ""})
    assert BLOCK.clean_deferred(draft)["name"] == WITH_BOTH["name"]


def test_a_link_that_runs_code_is_refused():
    with pytest.raises(ValidationError):
        cleaned(url="javascript:alert(1)")
