"""What is the same text, and what is another one."""

import json

import pytest

from spine_content.reviews.checksum import content_checksum


def stream(*blocks):
    return {"title": "A page", "body": json.dumps(blocks)}


def block(value, key="steps", number="1"):
    return {"type": key, "value": value, "id": number}


PLAIN = stream(block({"steps": ["One."]}))
SAME = {
    "the same": PLAIN,
    "numbered anew": stream(block({"steps": ["One."]}, number="2")),
    "a list as it is stored today": stream(
        block({"steps": [{"type": "item", "value": "One.", "id": "3"}]})
    ),
    "what is empty is told": stream(
        block({"steps": ["One."], "note": "", "image": None, "wide": False})
    ),
    "bookkeeping": {**PLAIN, "slug": "elsewhere", "live": False, "locked": True},
    "remarks of editors": {**PLAIN, "wagtail_admin_comments": [{"text": "Hm."}]},
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
    assert content_checksum(SAME[name]) == content_checksum(PLAIN)


@pytest.mark.parametrize("name", OTHER)
def test_it_is_another_text(name):
    assert content_checksum(OTHER[name]) != content_checksum(PLAIN)


def test_it_is_told_apart_in_the_same_way_for_ever():
    """Else every sign-off that there is would be of another text after an update."""
    known = "da162925d58e57fc1faad3bf2e997cb737849ceb646989f5248afbf57f8c0a23"
    assert content_checksum(PLAIN) == known


def test_paragraphs_are_numbered_by_the_editor_in_the_browser():
    texts = ["<p>One.</p>", '<p data-block-key="a1b2c">One.</p>']
    one, two = (stream(block(text, key="rich_text")) for text in texts)
    assert content_checksum(one) == content_checksum(two)
