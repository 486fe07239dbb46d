"""One walk through stored streams, for everybody who reads the texts in them."""

import pytest
from wagtail import blocks
from wagtail.blocks import StreamValue

from spine_content.blocks import BodyBlock
from spine_content.blocks.stream_text import map_text, walk_blocks, walk_text
from spine_content.pages.models import TopicPage

FAQ = {"items": [{"question": "Whom?", "answer": "<p>Us.</p>"}]}
RAW = [
    {"type": "rich_text", "value": "<p>Rest.</p>", "id": "one"},
    {"type": "faq", "value": FAQ, "id": "two"},
    {
        "type": "do_dont",
        "value": {
            "do": [{"type": "item", "value": "walk", "id": "x"}],
            "dont": ["lift"],
        },
        "id": "three",
    },
    {"type": "call_to_action", "value": {"text": "Ask", "url": "https://e.org/"}},
    {"type": "of a plugin that is gone", "value": "<p>Lost.</p>", "id": "four"},
]


def stream():
    return StreamValue(BodyBlock(), RAW, is_lazy=True)


def test_every_text_comes_with_its_place_and_kind():
    found = [
        (each.value, each.name, each.stream_id, each.is_html)
        for each in walk_text(stream())
    ]
    assert found == [
        ("<p>Rest.</p>", "rich_text", "one", True),
        ("Whom?", "question", "two", False),
        ("<p>Us.</p>", "answer", "two", True),
        ("walk", "", "three", False),
        ("lift", "", "three", False),
        ("Ask", "text", "", False),
    ]


def test_blocks_come_before_those_inside_them_and_know_their_parents():
    found = list(walk_blocks(stream()))
    assert [each.name for each in found[:3]] == ["rich_text", "faq", "items"]
    question = next(each for each in found if each.name == "question")
    kinds = [type(each).__name__ for each in question.parents]
    assert kinds == ["BodyBlock", "FAQBlock", "ListBlock", "QuestionAnswerBlock"]
    assert "url" in [each.name for each in found if not each.is_text]


@pytest.mark.django_db
def test_every_text_that_is_found_is_one_that_is_mapped():
    page = TopicPage()
    page.body = StreamValue(page.body.stream_block, RAW, is_lazy=True)
    mapped = map_text(page, lambda text, is_html: text.upper())
    raw = list(mapped.body.raw_data)
    texts = [each.value for each in walk_text(page.body)]
    shown = [each.value for each in walk_text(mapped.body)]
    assert shown == [text.upper() for text in texts]
    assert raw[-1]["value"] == "<p>Lost.</p>"
    assert list(page.body.raw_data) == RAW


def test_an_empty_stream_has_no_texts():
    assert list(walk_blocks(StreamValue(blocks.StreamBlock([]), []))) == []
