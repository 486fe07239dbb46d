"""What the checks read of a page: every text, where it stands, and whose words."""

import pytest

from spine_content.quality.page_text import passages
from tests import content

pytestmark = pytest.mark.django_db


def found(page):
    return {each.text: each for each in passages(page)}


def test_each_paragraph_item_and_heading_is_read_by_itself():
    html = (
        "<h3>A heading</h3><p>One &amp; two.</p><ul><li>An item</li></ul><p>a<br/>b</p>"
    )
    told = found(content.procedure(risks=[content.text(html)]))
    assert {"A heading", "One & two.", "An item", "a", "b"} <= told.keys()
    assert not told["A heading"].is_prose
    assert told["One & two."].is_prose
    assert told["An item"].place.label == "What can go wrong"


def test_a_text_in_a_block_knows_the_block():
    page = content.procedure(
        body=[("callout", {"title": "Note", "text": "<p>Yes.</p>"})]
    )
    told = found(page)["Yes."]
    assert told.place.field == "body"
    assert told.place.block == page.body[0].id
    assert not found(page)["Note"].is_prose


def test_lists_in_blocks_are_read_too():
    steps = [("do_dont", {"do": ["Walk a little."], "dont": ["Lift"]})]
    told = found(content.recovery(body=steps))
    assert told["Walk a little."].is_prose
    assert not told["Lift"].is_prose


def test_whose_words_they_are():
    story = found(content.story(body=[content.text("<p>It was painless.</p>")]))
    assert story["It was painless."].is_quoted
    assert not story["Somebody waited."].is_quoted
    quote = [("quote", {"text": "It was painless.", "who": "Margaret"})]
    assert found(content.topic(body=quote))["It was painless."].is_quoted


def test_what_nobody_reads_is_left_out():
    codes = [("code", {"system": "icd10", "code": "X99"})]
    assert "X99" not in found(content.procedure(codes=codes))
