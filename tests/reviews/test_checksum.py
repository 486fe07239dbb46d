"""What counts as the same text, and what as another one."""

import json
from types import SimpleNamespace

import pytest
from wagtail.rich_text import RichText

from spine_content.blocks.checksum import text_checksum
from spine_content.reviews.checksum import revision_checksum
from tests import content

PROCEDURE = content.page_type("ProcedurePage")
KEY = ' data-block-key="a1b2c"'


def stream(*blocks):
    return {"title": "A page", "body": json.dumps(blocks)}


def block(value, key="steps", number="1"):
    return {"type": key, "value": value, "id": number}


def checksum(revision_content):
    content_type = SimpleNamespace(model_class=lambda: PROCEDURE)
    revision = SimpleNamespace(content=revision_content, content_type=content_type)
    return revision_checksum(revision)


PLAIN = stream(block({"steps": ["One."]}))
SAME = {
    "the same": PLAIN,
    "another id": stream(block({"steps": ["One."]}, number="2")),
    "list items with ids": stream(
        block({"steps": [{"type": "item", "value": "One.", "id": "3"}]})
    ),
    "empty values": stream(
        block({"steps": ["One."], "note": "", "image": None, "wide": False})
    ),
    "more white space": stream(block({"steps": [" One. "]})),
    "bookkeeping": {**PLAIN, "slug": "elsewhere", "live": False, "locked": True},
    "comments": {**PLAIN, "wagtail_admin_comments": [{"text": "Hm."}]},
}
OTHER = {
    "another title": {**PLAIN, "title": "Another"},
    "another word": stream(block({"steps": ["Two."]})),
    "one more": stream(block({"steps": ["One.", "Two."]})),
    "another block": stream(block({"steps": ["One."]}, key="callout")),
    "a tick": stream(block({"steps": ["One."], "wide": True})),
    "a nought": stream(block({"steps": ["One."], "note": 0})),
    "nothing": stream(),
}


@pytest.mark.parametrize("name", SAME)
def test_it_is_the_same_text(name):
    assert checksum(SAME[name]) == checksum(PLAIN)


@pytest.mark.parametrize("name", OTHER)
def test_it_is_another_text(name):
    assert checksum(OTHER[name]) != checksum(PLAIN)


def test_the_checksum_is_the_same_in_every_version_of_the_software():
    """Else every sign-off that there is would be of another text after an update."""
    known = "da162925d58e57fc1faad3bf2e997cb737849ceb646989f5248afbf57f8c0a23"
    assert checksum(PLAIN) == known
    assert text_checksum({**PLAIN, "body": json.loads(PLAIN["body"])}) == known


@pytest.mark.parametrize(
    "key, value",
    [
        ("rich_text", "<p{}>One.</p>"),
        ("callout", {"title": "Note", "text": "<p{}>One.</p>"}),
        ("faq", {"items": [{"question": "Who?", "answer": "<p{}>One.</p>"}]}),
        ("a block of long ago", ["<p{}>One.</p>"]),
    ],
)
def test_the_keys_of_paragraphs_do_not_count(key, value):
    one, other = (
        stream(block(json.loads(json.dumps(value).replace("{}", attribute)), key))
        for attribute in ("", json.dumps(KEY)[1:-1])
    )
    assert checksum(one) == checksum(other)


def test_the_keys_of_paragraphs_in_a_field_do_not_count():
    one, other = ({"scope_note": f"<p{each}>For you.</p>"} for each in ("", KEY))
    assert checksum(one) == checksum(other)
    texts = [{"note": RichText(f"<p{each}>For you.</p>")} for each in ("", KEY)]
    assert text_checksum(texts[0]) == text_checksum(texts[1])


@pytest.mark.parametrize(
    "content_with",
    [
        lambda text: {"title": f"A page{text}"},
        lambda text: stream(block({"title": f"Note{text}", "text": ""}, "callout")),
        lambda text: stream(block({"do": [f"Walk.{text}"], "dont": []}, "do_dont")),
        lambda text: stream(block({"text": f"It hurts.{text}", "who": ""}, "quote")),
    ],
    ids=["field", "block", "list", "long text"],
)
def test_text_that_looks_like_the_key_of_a_paragraph_counts(content_with):
    """Readers see it, as it stands in a plain text."""
    assert checksum(content_with("")) != checksum(content_with(KEY))
