"""One checksum of texts as readers see them, however they are stored."""

import hashlib
import json
import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from wagtail import blocks
from wagtail.blocks import StreamValue
from wagtail.rich_text import RichText

EMPTY: tuple[Any, ...] = (None, "", [], {})
#: What the editor in the browser numbers the paragraphs of rich text with.
BLOCK_KEY = "data-block-key"
#: A tag with its attributes, and one attribute of it: text between tags is no match.
TAG = re.compile(r"""<[a-zA-Z](?:[^<>"']|"[^"]*"|'[^']*')*>""")
ATTRIBUTE = re.compile(r"""\s+([^\s=>/"']+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>]+))?""")


def text_checksum(texts: Mapping[str, Any]) -> str:
    """
    The SHA-256 checksum of some texts, in hexadecimal digits.

    A string is plain text, a ``RichText`` is HTML, and a ``StreamValue`` counts as it
    was loaded or set. White space, the ids of blocks, everything empty and the way in
    which Unicode composes a letter do not count.
    """
    plain = json.dumps(_without_markings(texts), cls=DjangoJSONEncoder)
    readable = json.dumps(_without_storage(json.loads(plain)), sort_keys=True)
    return hashlib.sha256(readable.encode()).hexdigest()


def _without_markings(value: Any) -> Any:
    """``value`` as data, and its HTML without the numbers of paragraphs."""
    if isinstance(value, RichText):
        return _without_block_keys(value.source)
    if isinstance(value, StreamValue):
        return _in_block(value.stream_block, list(value.raw_data))
    if isinstance(value, Mapping):
        return {name: _without_markings(each) for name, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [_without_markings(each) for each in value]
    return value


def _in_block(block: Any, raw: Any) -> Any:
    """The same for the stored data of a block."""
    if isinstance(raw, str):
        # A block of another kind, or one that is no longer defined, may hold HTML.
        is_plain = isinstance(block, blocks.FieldBlock)
        is_plain = is_plain and not isinstance(block, blocks.RichTextBlock)
        return raw if is_plain else _without_block_keys(raw)
    if isinstance(raw, list):
        return [_in_block(_item_block(block, each), each) for each in raw]
    if not isinstance(raw, dict):
        return raw
    if "value" in raw and not isinstance(block, blocks.StructBlock):
        # An element of a stream or a list, with its type and id.
        return {**raw, "value": _in_block(block, raw["value"])}
    children = getattr(block, "child_blocks", {})
    # Blocks declare which of their parts no reader sees.
    unread = getattr(block, "unread_children", ())
    return {
        name: _in_block(children.get(name), each)
        for name, each in raw.items()
        if name not in unread
    }


def _item_block(block: Any, item: Any) -> Any:
    if isinstance(block, blocks.StreamBlock):
        return block.child_blocks.get(item["type"])
    return getattr(block, "child_block", None)


def _without_block_keys(html: str) -> str:
    return TAG.sub(_tag_without_block_key, html) if BLOCK_KEY in html else html


def _tag_without_block_key(tag: re.Match[str]) -> str:
    return ATTRIBUTE.sub(lambda each: "" if each[1] == BLOCK_KEY else each[0], tag[0])


def _without_storage(value: Any) -> Any:
    """``value`` without what may be stored in one way or another."""
    if isinstance(value, dict):
        is_element = "type" in value and "value" in value
        if is_element and value["type"] == "item":
            # An item of a list, which may also be stored without this wrapping.
            return _without_storage(value["value"])
        readable = {
            name: _without_storage(each)
            for name, each in value.items()
            if not (is_element and name == "id")
        }
        return {
            name: each
            for name, each in readable.items()
            if each is not False and each not in EMPTY
        }
    if isinstance(value, list):
        return [_without_storage(each) for each in value]
    if isinstance(value, str):
        return " ".join(unicodedata.normalize("NFC", value).split())
    return value
