"""
Captions of pictures, tables, films and files.

They come from ``figcaption``, from the class names of WordPress and other systems, and
from WordPress's shortcode ``[caption]``. Those of a WordPress gallery are put into a
``figcaption`` where the export is read, in ``sources/wordpress_posts.py``.
"""

from html import escape as escape_attribute

from bs4 import Tag

from spine_content.importing.documents import Download, Picture, Table, Video
from spine_content.importing.html_tree import attribute, classes
from spine_content.importing.parsing import urls
from spine_content.importing.parsing.nodes import Heading, Node, Paragraph, escape
from spine_content.importing.parsing.walker import Walker, split_text

CAPTIONED = frozenset(("wp-caption", "wp-block-image", "image-caption", "figure"))
CAPTIONS = frozenset(
    ("wp-caption-text", "wp-element-caption", "caption", "figure-caption")
)


def caption_shortcode(attributes: dict[str, str]) -> str:
    """The opening of a figure for WordPress's ``[caption]``; ``figure`` reads it."""
    caption = escape_attribute(attributes.get("caption", ""))
    return f'<figure class="wp-caption" data-caption="{caption}">'


def is_figure(tag: Tag) -> bool:
    return tag.name == "figure" or not CAPTIONED.isdisjoint(classes(tag))


def figure(walker: Walker, tag: Tag) -> None:
    """A picture, a film or a table with its caption; or a box of something else."""
    walker.flush()
    found = _caption(tag)
    caption = ""
    more: list[Node] = []
    if found is not None:
        caption, more = walker.plain_title(found)
        walker.consumed.add(id(found))
    with walker.capture() as nodes:
        walker.walk(tag)
    # WordPress's old editor: what stands beside the picture is its caption.
    if not caption and "wp-caption" in classes(tag):
        texts, nodes = split_text(nodes)
        caption = " ".join(texts) or attribute(tag, "data-caption")
    walker.nodes += _captioned([*nodes, *more], caption)
    walker.flush()


def _caption(tag: Tag) -> Tag | None:
    own = tag.find("figcaption", recursive=False)
    found = own or tag.find(
        lambda inner: (
            (inner.name == "figcaption" and inner.find_parent("figure") is tag)
            or not CAPTIONS.isdisjoint(classes(inner))
        )
    )
    return found if isinstance(found, Tag) else None


def _captioned(nodes: list[Node], caption: str) -> list[Node]:
    """Gives the caption to the one thing in the figure that can have it."""
    if not caption:
        return nodes
    bearers = [node for node in nodes if isinstance(node, (Picture, Table, Video))]
    files = [node for node in nodes if isinstance(node, Download)]
    unnamed = [f for f in files if f.title == urls.file_name(f.reference)]
    if len(unnamed) == 1 and not bearers:
        unnamed[0].title = caption
        return nodes
    if len(bearers) == 1 and not any(isinstance(p, Heading) for p in nodes):
        bearer = bearers[0]
        if isinstance(bearer, Video) and not bearer.title:
            bearer.title = caption
            return nodes
        if not isinstance(bearer, Video) and not bearer.caption:
            bearer.caption = caption
            return nodes
    return [*nodes, Paragraph(escape(caption), caption)]
