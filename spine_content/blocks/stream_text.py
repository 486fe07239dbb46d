"""The texts that an editor typed into a page, wherever in its streams they are."""

import copy
from collections.abc import Callable, Iterator
from html import unescape
from typing import Any, NamedTuple

import swapper
from django.db import models
from django.utils.html import strip_tags
from wagtail import blocks
from wagtail.blocks import StreamValue
from wagtail.fields import RichTextField, StreamField

#: Given a text and whether it is HTML, returns the text to put in its place.
TextMapper = Callable[[str, bool], str]


class StoredBlock(NamedTuple):
    """
    A block in a stream, with its value as it is stored.

    ``name`` is its key in the struct or stream around it, empty in a list.
    ``stream_id`` is the id of the stream child that it is or stands in: editing forms
    have an anchor of that name. ``parents`` are the blocks around it, outermost first.
    """

    block: Any
    value: Any
    name: str = ""
    stream_id: str = ""
    parents: tuple[Any, ...] = ()

    @property
    def is_html(self) -> bool:
        return isinstance(self.block, blocks.RichTextBlock)

    @property
    def is_text(self) -> bool:
        """Whether an editor types words here: a choice or an address is no text."""
        kinds = (blocks.CharBlock, blocks.TextBlock, blocks.RichTextBlock)
        return isinstance(self.value, str) and isinstance(self.block, kinds)


def walk_blocks(stream: StreamValue) -> Iterator[StoredBlock]:
    """
    Every block in a stream before those inside it, in the order of the form.

    Nothing is loaded from the database. Values that no block of the stream knows are
    left out.
    """
    return _walk(StoredBlock(stream.stream_block, list(stream.raw_data)))


def walk_text(stream: StreamValue) -> Iterator[StoredBlock]:
    """Those blocks of a stream into which an editor types words."""
    return (each for each in walk_blocks(stream) if each.is_text)


def _walk(parent: StoredBlock) -> Iterator[StoredBlock]:
    for name, block, value, stream_id in _children(parent.block, parent.value):
        parents = (*parent.parents, parent.block)
        child = StoredBlock(block, value, name, stream_id or parent.stream_id, parents)
        yield child
        yield from _walk(child)


def _children(block: Any, value: Any) -> Iterator[tuple[str, Any, Any, str]]:
    """Name, block, stored value and, in a stream, id of each child."""
    if isinstance(block, blocks.BaseStreamBlock):
        for each in value or []:
            if child := block.child_blocks.get(each["type"]):
                yield each["type"], child, each["value"], each.get("id") or ""
    elif isinstance(block, blocks.ListBlock):
        for each in value or []:
            bare = each["value"] if is_list_item(each) else each
            yield "", block.child_block, bare, ""
    elif isinstance(block, blocks.BaseStructBlock) and isinstance(value, dict):
        for name, child in block.child_blocks.items():
            if name in value:
                yield name, child, value[name], ""


def is_list_item(raw: Any) -> bool:
    """
    Whether a stored item of a list has an id around its value.

    Lists that were stored long ago, or by hand, hold bare values.
    """
    return isinstance(raw, dict) and raw.get("type") == "item" and "value" in raw


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


def plain_texts(page: Any, field: Any) -> list[str]:
    """Every text in one field, without markup."""
    value = getattr(page, field.name)
    if not isinstance(field, StreamField):
        return [_plain(value or "", isinstance(field, RichTextField))]
    return [_plain(each.value, each.is_html) for each in walk_text(value)]


def stored_text(page: Any, field: Any) -> str:
    """A field as it is stored, to look for something in without taking it apart."""
    value = getattr(page, field.name)
    is_stream = isinstance(field, StreamField)
    return str(list(value.raw_data)) if is_stream else value or ""


def _plain(text: str, is_html: bool) -> str:
    # A space for each tag, or the end of one line would run into the next.
    return unescape(strip_tags(text.replace("<", " <"))) if is_html else text


def map_text(page: Any, mapper: TextMapper) -> Any:
    """The page itself, or a copy of it where ``mapper`` changes a text."""
    changed = mapped_fields(page, mapper)
    if not changed:
        return page
    mapped = copy.copy(page)
    for name, value in changed.items():
        setattr(mapped, name, value)
    return mapped


def mapped_fields(page: Any, mapper: TextMapper) -> dict[str, Any]:
    """By name, the new value of each field in which ``mapper`` changes a text."""
    values = {
        field.name: _mapped_field(field, getattr(page, field.name), mapper)
        for field in text_fields(page)
    }
    return {name: value for name, value in values.items() if value is not None}


def _mapped_field(field: Any, value: Any, mapper: TextMapper) -> Any:
    if not isinstance(field, StreamField):
        after = mapper(value or "", isinstance(field, RichTextField))
        return after if after != (value or "") else None
    raw = list(value.raw_data)
    mapped = _mapped(value.stream_block, raw, mapper)
    if mapped == raw:
        return None
    return StreamValue(value.stream_block, mapped, is_lazy=True)


def _mapped(block: Any, raw: Any, mapper: TextMapper) -> Any:
    """The stored value of a block with every text in it changed."""
    if isinstance(block, blocks.BaseStreamBlock):
        kinds = block.child_blocks
        return [_mapped_child(kinds.get(e["type"]), e, mapper) for e in raw or []]
    if isinstance(block, blocks.ListBlock):
        return [_mapped_item(block.child_block, each, mapper) for each in raw or []]
    if isinstance(block, blocks.BaseStructBlock) and isinstance(raw, dict):
        kinds = block.child_blocks
        return {name: _mapped(kinds.get(name), raw[name], mapper) for name in raw}
    leaf = StoredBlock(block, raw)
    return mapper(raw, leaf.is_html) if leaf.is_text else raw


def _mapped_child(block: Any, each: Any, mapper: TextMapper) -> Any:
    return {**each, "value": _mapped(block, each["value"], mapper)}


def _mapped_item(block: Any, each: Any, mapper: TextMapper) -> Any:
    if is_list_item(each):
        return _mapped_child(block, each, mapper)
    return _mapped(block, each, mapper)
