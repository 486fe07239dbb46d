"""The texts of a page for the checks, each with its place in the form."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from django.db import models
from django.utils.html import strip_tags
from django.utils.text import capfirst
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField

from spine_content.blocks.stream_text import text_fields
from spine_content.blocks.text import QuoteBlock
from spine_content.quality.types import Passage, Place

#: What other software reads, and nobody else.
NOT_READ = ("codes",)
HEADINGS = re.compile(r"<h[1-6]\b.*?</h[1-6]>", re.DOTALL)
#: What describes a picture: in one breath, and for listeners.
ALTERNATIVES = ("image_alt", "alt_text")
#: Where in rich text one paragraph, item or line ends.
ENDS = re.compile(r"</(?:p|li|h[1-6]|blockquote)>|<br ?/?>|<hr ?/?>")
#: A line of its own that ends so is a sentence, and else a label.
SENTENCE_MARKS = (".", "!", "?", "…")


def passages(page: Any) -> list[Passage]:
    """Every text that readers get of this page, paragraph by paragraph."""
    title = Passage(page.title, Place("title", _label(page, "title")), is_prose=False)
    found = [title]
    for field in text_fields(page):
        if field.name not in NOT_READ:
            place = Place(field.name, _label(page, field.name))
            quoted = field.name in page.quoted_fields
            found += _of_field(field, getattr(page, field.name), place, quoted)
    return [passage for passage in found if passage.text]


def _label(page: Any, name: str) -> str:
    return capfirst(str(page._meta.get_field(name).verbose_name))


def _of_field(field: Any, value: Any, place: Place, quoted: bool) -> Iterator[Passage]:
    if isinstance(field, StreamField):
        yield from _inside(value.stream_block, list(value.raw_data), place, quoted)
    elif isinstance(field, RichTextField):
        yield from _of_html(value or "", place, quoted)
    else:
        long = isinstance(field, models.TextField)
        if field.name in ALTERNATIVES:
            yield Passage(value or "", place, is_prose=False, is_quoted=quoted)
            return
        yield from _of_text(value or "", place, quoted, long)


def _inside(block: Any, raw: Any, place: Place, quoted: bool) -> Iterator[Passage]:
    """The texts of stored data, as the block that it belongs to understands it."""
    if isinstance(block, blocks.StreamBlock):
        for each in raw:
            if child := block.child_blocks.get(each["type"]):
                inner = Place(place.field, place.label, each.get("id") or "")
                yield from _inside(child, each["value"], inner, quoted)
    elif isinstance(block, blocks.ListBlock):
        for each in raw:
            is_item = isinstance(each, dict) and each.get("type") == "item"
            value = each["value"] if is_item else each
            yield from _inside(block.child_block, value, place, quoted)
    elif isinstance(block, blocks.StructBlock) and isinstance(raw, dict):
        quoted = quoted or isinstance(block, QuoteBlock)
        for name, child in block.child_blocks.items():
            if name in ALTERNATIVES:
                yield Passage(raw.get(name) or "", place, is_prose=False)
            elif raw.get(name):
                yield from _inside(child, raw[name], place, quoted)
    elif isinstance(raw, str) and isinstance(block, blocks.RichTextBlock):
        yield from _of_html(raw, place, quoted)
    elif isinstance(raw, str) and isinstance(
        block, (blocks.CharBlock, blocks.TextBlock)
    ):
        long = isinstance(block, blocks.TextBlock)
        yield from _of_text(raw, place, quoted, long)


def _of_html(html: str, place: Place, quoted: bool) -> Iterator[Passage]:
    headings = {_plain(heading) for heading in HEADINGS.findall(html)}
    for part in ENDS.split(html):
        text = _plain(part)
        yield Passage(text, place, text not in headings, quoted)


def _of_text(text: str, place: Place, quoted: bool, long: bool) -> Iterator[Passage]:
    for line in text.splitlines():
        told = " ".join(line.split())
        is_prose = long or told.endswith(SENTENCE_MARKS)
        yield Passage(told, place, is_prose, quoted)


def _plain(html: str) -> str:
    return " ".join(unescape(strip_tags(html)).split())
