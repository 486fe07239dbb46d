"""Which scopes of a consent the images and videos in a stream need."""

from collections.abc import Iterator
from typing import Any

from wagtail import blocks
from wagtail.embeds.blocks import EmbedBlock
from wagtail.images.blocks import ImageBlock, ImageChooserBlock

from spine_content.blocks.media import VideoBlock

#: Parts of HTML that show something, by the scope that it needs.
HTML_MARKS = {
    "photo": ("<img", 'embedtype="image"'),
    "video": ("<video", "<iframe", 'embedtype="media"'),
}


def media_scopes(stream: Any) -> set[str]:
    """``photo`` if ``stream`` shows an image in any block, ``video`` if a video."""
    block = stream.stream_block
    return set(_scopes(block, block.get_prep_value(stream)))


def _scopes(block: Any, raw: Any) -> Iterator[str]:
    if not raw:
        return
    if isinstance(block, (ImageBlock, ImageChooserBlock)):
        yield "photo"
    elif isinstance(block, (VideoBlock, EmbedBlock)):
        yield "video"
    elif isinstance(raw, str):
        yield from (
            scope for scope, marks in HTML_MARKS.items() if _contains(raw, marks)
        )
    else:
        for child, value in _children(block, raw):
            yield from _scopes(child, value)


def _children(block: Any, raw: Any) -> Iterator[tuple[Any, Any]]:
    if isinstance(block, blocks.BaseStreamBlock):
        known = block.child_blocks
        for each in raw:
            if each["type"] in known:
                yield known[each["type"]], each["value"]
    elif isinstance(block, blocks.ListBlock):
        # What code put in, and nobody has saved since, is bare.
        yield from (
            (block.child_block, each["value"] if _is_item(each) else each)
            for each in raw
        )
    elif isinstance(block, blocks.BaseStructBlock):
        yield from (
            (child, raw.get(name)) for name, child in block.child_blocks.items()
        )


def _is_item(each: Any) -> bool:
    return isinstance(each, dict) and each.get("type") == "item" and "value" in each


def _contains(html: str, marks: tuple[str, ...]) -> bool:
    lowered = html.lower()
    return any(mark in lowered for mark in marks)
