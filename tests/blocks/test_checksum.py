"""One checksum of a text: the same when readers see the same, and another otherwise."""

import json

import pytest
from wagtail.blocks import StreamValue
from wagtail.rich_text import RichText

from spine_content.blocks.checksum import text_checksum
from spine_content.pages.models import TopicPage

BODY = TopicPage._meta.get_field("body").stream_block
KEY = ' data-block-key="abcde"'


def stream(*blocks):
    return StreamValue(BODY, [*blocks], is_lazy=True)


def rich(html, **values):
    return stream({"type": "rich_text", "value": html, **values})


def callout(title):
    return stream({"type": "callout", "value": {"title": title, "text": "<p>A</p>"}})


def same(one, other):
    return text_checksum({"text": one}) == text_checksum({"text": other})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (rich("<p>A</p>"), rich(f"<p{KEY}>A</p>")),
        (rich("<p>A</p>"), rich("<p data-block-key='x'>A</p>")),
        (rich('<p class="b">A</p>'), rich(f'<p{KEY} class="b">A</p>')),
        (rich("<p>A</p>", id="1"), rich("<p>A</p>", id="2")),
        (RichText("<p>A</p>"), RichText(f"<p{KEY}>A</p>")),
        ("A b", "A  \n b"),
        ("Am\u00e9lie", "Ame\u0301lie"),
        (rich("<p>Am\u00e9lie</p>"), rich("<p>Ame\u0301lie</p>")),
    ],
)
def test_what_readers_do_not_see_does_not_count(one, other):
    assert same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Somebody may write of the attribute: in a plain field these are words …
        ("A", f"A{KEY}"),
        ("A", f"<p{KEY}>A</p>"),
        (f"A{KEY}", 'A data-block-key="other"'),
        (callout("<p>A</p>"), callout(f"<p{KEY}>A</p>")),
        # … in rich text as well, unless they stand in a tag.
        (rich("<p>A</p>"), rich(f"<p>A{KEY}</p>")),
        (RichText("<p>A</p>"), RichText(f"<p>A{KEY}</p>")),
        (rich("<p>A</p>"), rich(f"<p title='{KEY}'>A</p>")),
        (rich("<p>A</p>"), rich("<p>a</p>")),
        (rich('<a id="1">A</a>'), rich('<a id="2">A</a>')),
        ("A b", "Ab"),
    ],
)
def test_what_readers_see_counts(one, other):
    assert not same(one, other)


def test_a_plain_block_in_a_stream_is_read_to_the_letter():
    plain = [
        name
        for name, block in BODY.child_blocks["quote"].child_blocks.items()
        if type(block).__name__ in ("CharBlock", "TextBlock")
    ]
    assert plain, "it has a plain field"
    for name in plain:
        one = stream({"type": "quote", "value": {name: "A"}})
        other = stream({"type": "quote", "value": {name: f"A{KEY}"}})
        assert not same(one, other)


def test_it_is_a_sha256_whatever_the_order_of_fields():
    found = text_checksum({"a": "A", "b": ["B", {"c": 1}]})
    assert len(found) == 64
    assert found == text_checksum(json.loads('{"b": ["B", {"c": 1}], "a": "A"}'))
