"""Which scopes of a consent the images and videos in a stream need."""

from collections.abc import Iterator
from typing import Any

from wagtail.blocks import StreamValue
from wagtail.embeds.blocks import EmbedBlock
from wagtail.images.blocks import ImageBlock, ImageChooserBlock

from spine_content.blocks.media import VideoBlock
from spine_content.blocks.stream_text import walk_blocks

SCOPES = {
    "photo": (ImageBlock, ImageChooserBlock),
    "video": (VideoBlock, EmbedBlock),
}
#: Parts of HTML that show something, by the scope that it needs.
HTML_MARKS = {
    "photo": ("<img", 'embedtype="image"'),
    "video": ("<video", "<iframe", 'embedtype="media"'),
}


def media_scopes(stream: Any) -> set[str]:
    """``photo`` if ``stream`` shows an image in any block, ``video`` if a video."""
    block = stream.stream_block
    # With what code has changed in its blocks, and nobody has saved yet.
    current = StreamValue(block, block.get_prep_value(stream), is_lazy=True)
    return {
        scope
        for each in walk_blocks(current)
        if each.value
        for scope in _scopes(each.block, each.value)
    }


def _scopes(block: Any, value: Any) -> Iterator[str]:
    for scope, marks in HTML_MARKS.items():
        is_shown = isinstance(value, str) and any(m in value.lower() for m in marks)
        if is_shown or isinstance(block, SCOPES[scope]):
            yield scope
