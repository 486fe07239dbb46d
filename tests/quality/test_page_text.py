"""What the checks read of a page: every text, its field, and whether it is quoted."""

import pytest

from spine_content.quality.page_text import paragraphs
from tests import content

pytestmark = pytest.mark.django_db


def found(page):
    return {each.text: each for each in paragraphs(page)}


def test_each_paragraph_list_item_and_heading_is_separate():
    html = (
        "<h3>A heading</h3><p>One &amp; two.</p><ul><li>An item</li></ul><p>a<br/>b</p>"
    )
    texts = found(content.procedure(risks=[content.text(html)]))
    assert {"A heading", "One & two.", "An item", "a", "b"} <= texts.keys()
    assert not texts["A heading"].is_prose
    assert texts["One & two."].is_prose
    assert texts["An item"].location.label == "What can go wrong"


def test_a_text_in_a_block_has_the_id_of_the_block():
    page = content.procedure(
        body=[("callout", {"title": "Note", "text": "<p>Yes.</p>"})]
    )
    texts = found(page)["Yes."]
    assert texts.location.field == "body"
    assert texts.location.block == page.body[0].id
    assert not found(page)["Note"].is_prose


def test_lists_in_blocks_are_read():
    steps = [("do_dont", {"do": ["Walk a little."], "dont": ["Lift"]})]
    texts = found(content.recovery(body=steps))
    assert texts["Walk a little."].is_prose
    assert not texts["Lift"].is_prose


def test_stories_and_quotes_are_quoted():
    story = found(content.story(body=[content.text("<p>It was painless.</p>")]))
    assert story["It was painless."].is_quoted
    assert not story["Somebody waited."].is_quoted
    quote = [("quote", {"text": "It was painless.", "who": "Margaret"})]
    assert found(content.topic(body=quote))["It was painless."].is_quoted


def test_codes_for_other_software_are_left_out():
    codes = [("code", {"system": "icd10", "code": "X99"})]
    assert "X99" not in found(content.procedure(codes=codes))
