"""All texts that an editor typed into a page, wherever in its streams they are."""

import copy
from collections.abc import Callable
from html import unescape
from typing import Any

import swapper
from django.db import models
from django.utils.html import strip_tags
from wagtail import blocks
from wagtail.blocks import StreamValue
from wagtail.fields import RichTextField, StreamField

#: Given a text and whether it is HTML, gives what shall stand in its place.
Change = Callable[[str, bool], str]


def text_fields(page: Any) -> list[Any]:
    """The fields of ours that hold texts, without those of every Wagtail page."""
    base = swapper.load_model("wagtailcore", "Page")
    inherited = {field.name for field in base._meta.get_fields()}
    return [
        field
        for field in page._meta.get_fields()
        if isinstance(field, (StreamField, models.CharField, models.TextField))
        if field.name not in inherited and not field.choices
    ]


def changed_texts(page: Any, change: Change) -> dict[str, Any]:
    """By name, the new value of each field in which ``change`` changes something."""
    values = {
        field.name: _changed(field, getattr(page, field.name), change)
        for field in text_fields(page)
    }
    return {name: value for name, value in values.items() if value is not None}


def changed_copy(page: Any, change: Change) -> Any:
    """The page itself, or a copy of it where ``change`` changes something."""
    changed = changed_texts(page, change)
    if not changed:
        return page
    shown = copy.copy(page)
    for name, value in changed.items():
        setattr(shown, name, value)
    return shown


def plain_texts(page: Any, field: Any) -> list[str]:
    """Every text in one field, without markup."""
    found: list[str] = []

    def collect(text: str, is_html: bool) -> str:
        # A space for each tag, or the end of one line would run into the next.
        found.append(unescape(strip_tags(text.replace("<", " <"))) if is_html else text)
        return text

    _changed(field, getattr(page, field.name), collect)
    return found


def stored(page: Any, field: Any) -> str:
    """A field as it is stored, to look for something in without taking it apart."""
    value = getattr(page, field.name)
    is_stream = isinstance(field, StreamField)
    return str(list(value.raw_data)) if is_stream else value or ""


def _changed(field: Any, value: Any, change: Change) -> Any:
    if not isinstance(field, StreamField):
        after = change(value or "", isinstance(field, RichTextField))
        return after if after != (value or "") else None
    raw = list(value.raw_data)
    changed = _inside(value.stream_block, raw, change)
    if changed == raw:
        return None
    return StreamValue(value.stream_block, changed, is_lazy=True)


def _inside(block: Any, raw: Any, change: Change) -> Any:
    """The stored value of a block with every text in it changed."""
    if isinstance(block, blocks.StreamBlock):
        kinds = block.child_blocks
        return [_child(kinds.get(each["type"]), each, change) for each in raw or []]
    if isinstance(block, blocks.ListBlock):
        return [_item(block.child_block, each, change) for each in raw or []]
    if isinstance(block, blocks.StructBlock) and isinstance(raw, dict):
        kinds = block.child_blocks
        return {name: _inside(kinds.get(name), raw[name], change) for name in raw}
    if isinstance(raw, str) and isinstance(block, blocks.RichTextBlock):
        return change(raw, True)
    if isinstance(raw, str) and isinstance(block, (blocks.CharBlock, blocks.TextBlock)):
        return change(raw, False)
    return raw


def _child(block: Any, each: Any, change: Change) -> Any:
    return {**each, "value": _inside(block, each["value"], change)}


def _item(block: Any, each: Any, change: Change) -> Any:
    # Lists that were stored long ago, or by hand, hold values without an id.
    if isinstance(each, dict) and each.get("type") == "item":
        return _child(block, each, change)
    return _inside(block, each, change)
