"""The texts of a page for the checks, each with its field in the form."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from typing import Any

from django.db import models
from django.utils.html import strip_tags
from django.utils.text import capfirst
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField

from spine_content.blocks.stream_text import text_fields, walk_text
from spine_content.blocks.text import QuoteBlock
from spine_content.quality.types import Location, Paragraph

#: Fields for other software, which readers do not see.
HIDDEN_FIELDS = ("codes",)
#: Alternative texts of pictures are no sentences.
ALTERNATIVE_TEXTS = ("image_alt", "alt_text")
#: Where a heading begins or ends; the name of the group says which.
HEADING_TAG = re.compile(r"(?P<start><h[1-6]\b)|(?P<end></h[1-6]>)")
#: Where in rich text one paragraph, item or line ends.
PARAGRAPH_END = re.compile(r"</(?:p|li|h[1-6]|blockquote)>|<br ?/?>|<hr ?/?>")
#: A line that ends so is a sentence, and else a label.
SENTENCE_MARKS = (".", "!", "?", "…")


def paragraphs(page: Any) -> list[Paragraph]:
    """Every text of this page that readers see, paragraph by paragraph."""
    found = [Paragraph(page.title, field_location(page, "title"), is_prose=False)]
    for field in text_fields(page):
        if field.name not in HIDDEN_FIELDS:
            quoted = field.name in page.quoted_fields
            location = field_location(page, field.name)
            found += _in_field(field, getattr(page, field.name), location, quoted)
    return [paragraph for paragraph in found if paragraph.text]


def field_location(page: Any, name: str) -> Location:
    """A field of the form of a page, with the label that the form shows."""
    return Location(name, capfirst(str(page._meta.get_field(name).verbose_name)))


def _in_field(
    field: Any, value: Any, location: Location, quoted: bool
) -> Iterator[Paragraph]:
    if isinstance(field, StreamField):
        yield from _in_stream(value, location, quoted)
    elif isinstance(field, RichTextField):
        yield from _in_html(value or "", location, quoted)
    elif field.name in ALTERNATIVE_TEXTS:
        yield Paragraph(value or "", location, is_prose=False, is_quoted=quoted)
    else:
        long = isinstance(field, models.TextField)
        yield from _in_text(value or "", location, quoted, long)


def _in_stream(value: Any, location: Location, quoted: bool) -> Iterator[Paragraph]:
    for each in walk_text(value):
        place = replace(location, block=each.stream_id)
        own_words = quoted or any(isinstance(b, QuoteBlock) for b in each.parents)
        if each.name in ALTERNATIVE_TEXTS:
            yield Paragraph(each.value, place, is_prose=False)
        elif each.is_html:
            yield from _in_html(each.value, place, own_words)
        else:
            long = isinstance(each.block, blocks.TextBlock)
            yield from _in_text(each.value, place, own_words, long)


def _in_html(html: str, location: Location, quoted: bool) -> Iterator[Paragraph]:
    headings = {_without_markup(heading) for heading in _headings(html)}
    for part in PARAGRAPH_END.split(html):
        text = _without_markup(part)
        yield Paragraph(text, location, text not in headings, quoted)


def _headings(html: str) -> Iterator[str]:
    """Each heading with its tags."""
    start: int | None = None
    for tag in HEADING_TAG.finditer(html):
        if start is None and tag["start"]:
            start = tag.start()
        elif start is not None and tag["end"]:
            yield html[start : tag.end()]
            start = None


def _in_text(
    text: str, location: Location, quoted: bool, long: bool
) -> Iterator[Paragraph]:
    for line in text.splitlines():
        plain = " ".join(line.split())
        is_prose = long or plain.endswith(SENTENCE_MARKS)
        yield Paragraph(plain, location, is_prose, quoted)


def _without_markup(html: str) -> str:
    return " ".join(unescape(strip_tags(html)).split())
