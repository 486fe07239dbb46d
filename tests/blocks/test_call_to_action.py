import pytest
from django.core.exceptions import ValidationError

from spine_content.blocks import CallToActionBlock
from tests import content
from tests.reading import read, rendered, words

pytestmark = pytest.mark.django_db
BLOCK = CallToActionBlock()
VALUE = {
    "text": "Ask for an <b>appointment</b>",
    "page": None,
    "url": "https://example.org/?a=1&b=2",
    "note": "Bring a <i>letter</i>.",
}


def cleaned(**changes):
    return BLOCK.clean(BLOCK.normalize({**VALUE, **changes}))


def test_it_leads_to_an_address():
    shown = rendered(BLOCK, VALUE)
    assert shown.a["href"] == VALUE["url"]
    assert words(shown.a) == "Ask for an <b>appointment</b>"
    assert words(shown.select_one(".spine-call-to-action__note")) == (
        "Bring a <i>letter</i>."
    )
    assert shown.b is None and shown.i is None


def test_it_leads_to_a_page(client):
    target = content.procedure()
    value = {**VALUE, "page": target, "url": ""}
    page = content.topic(body=[("call_to_action", value)])
    shown = read(client, page.url).select_one(".spine-call-to-action")
    assert shown.a["href"] == target.url


def test_a_page_that_a_visitor_may_not_see_is_not_led_to(client):
    value = {**VALUE, "page": content.procedure(live=False), "url": ""}
    page = content.topic(body=[("call_to_action", value)])
    assert read(client, page.url).select_one(".spine-call-to-action") is None


def test_without_the_pages_of_the_page_it_leads_to_none():
    value = {**VALUE, "page": content.procedure(), "url": ""}
    assert rendered(BLOCK, value).find(True) is None


def test_it_leads_to_one_place_exactly():
    page = content.procedure()
    assert cleaned()["url"] and cleaned(page=page, url="")["page"]
    for target, message in (
        ({"url": ""}, "Choose a page or enter a web address."),
        ({"page": page}, "Choose a page or enter a web address, not both."),
    ):
        with pytest.raises(ValidationError) as caught:
            cleaned(**target)
        assert caught.value.block_errors["url"].messages == [message]


def test_a_draft_may_still_lack_it():
    assert BLOCK.clean_deferred(BLOCK.normalize({**VALUE, "url": ""}))["text"]


def test_a_link_that_runs_code_is_refused():
    with pytest.raises(ValidationError):
        cleaned(url="javascript:alert(1)")
