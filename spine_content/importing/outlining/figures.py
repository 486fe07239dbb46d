"""Pictures, with their captions where they have any."""

import re

from bs4 import Tag
from django.utils.translation import gettext as _

from spine_content.importing.documents import Download, Picture, Table, Video
from spine_content.importing.markup import attribute, classes, words
from spine_content.importing.outlining import references
from spine_content.importing.outlining.pieces import Heading, Paragraph, Piece, escape
from spine_content.importing.outlining.walker import Walker, plain

#: Where a page that loads its pictures late keeps their address.
LATE = ("data-src", "data-lazy-src", "data-original", "data-orig-file")
#: Pictures that only kept a distance, or counted visitors.
SPACERS = re.compile(
    r"(?:spacer|blank|pixel|clear|trans(?:parent)?|1x1|dot)\.(?:gif|png)"
)
BACKGROUND = re.compile(r"""\burl\(\s*["']?([^"')]+)""", re.I)
CAPTIONED = frozenset(("wp-caption", "wp-block-image", "image-caption", "figure"))
CAPTIONS = frozenset(
    ("wp-caption-text", "wp-element-caption", "caption", "figure-caption")
)


def image(walker: Walker, tag: Tag) -> None:
    reference = _reference(tag)
    alt = " ".join(attribute(tag, "alt").split())
    name = alt or references.file_name(reference)
    if {"emoji", "wp-smiley"} & set(classes(tag)):
        walker.text(alt)
    elif not reference:
        reason = _("It does not say where its file is.")
        walker.leave("image", name or _("A picture without a name"), reason)
    elif reference.startswith("data:"):
        reason = _("It is written into the text and has no file. Save it as one.")
        walker.leave("image", alt or _("A picture without a name"), reason)
    elif _is_spacer(tag, reference):
        reason = _("It showed nothing: it kept a distance, or counted visitors.")
        walker.leave("image", name, reason)
    else:
        walker.pictures.add(reference)
        decorative = "alt" in tag.attrs and not alt
        walker.place(Picture(reference, alt, "", decorative))


def _reference(tag: Tag) -> str:
    found = [attribute(tag, name) for name in (*LATE, "src")]
    found += [
        attribute(tag, name).split(",")[0].strip().split(" ")[0]
        for name in ("data-srcset", "srcset")
    ]
    real = [reference for reference in found if reference]
    return next((r for r in real if not r.startswith("data:")), (*real, "")[0])


def background(walker: Walker, tag: Tag) -> None:
    """A picture behind a text: it cannot stand there any more."""
    for reference in BACKGROUND.findall(attribute(tag, "style")):
        name = references.file_name(reference)
        reason = _("It was the background of a text. Put it beside the text by hand.")
        if not reference.startswith("data:"):
            walker.leave("image", name, reason, " ")


def _is_spacer(tag: Tag, reference: str) -> bool:
    sizes = [attribute(tag, name) for name in ("width", "height")]
    tiny = any(size in ("0", "1", "2", "1px", "0px") for size in sizes)
    return tiny or bool(SPACERS.fullmatch(references.file_name(reference).lower()))


def unscripted(walker: Walker, tag: Tag) -> None:
    """``noscript``: the pictures that a script would have loaded, nothing else."""
    for picture in tag.find_all("img"):
        if _reference(picture) not in walker.pictures:
            image(walker, picture)


def is_figure(tag: Tag) -> bool:
    return tag.name == "figure" or not CAPTIONED.isdisjoint(classes(tag))


def figure(walker: Walker, tag: Tag) -> None:
    """A picture, a film or a table with its caption; or a box of something else."""
    walker.flush()
    found = _caption(tag)
    caption = ""
    more: list[Piece] = []
    if found is not None:
        caption, more = walker.title_of(found)
        walker.taken.add(id(found))
    with walker.capture() as pieces:
        walker.walk(tag)
    # WordPress's old editor: what stands beside the picture is its caption.
    if not caption and "wp-caption" in classes(tag):
        texts, pieces = plain(pieces)
        caption = " ".join(texts) or attribute(tag, "data-caption")
    walker.pieces += _captioned([*pieces, *more], caption)
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


def _captioned(pieces: list[Piece], caption: str) -> list[Piece]:
    """Gives the caption to the one thing in the figure that can have it."""
    if not caption:
        return pieces
    bearers = [piece for piece in pieces if isinstance(piece, (Picture, Table, Video))]
    files = [piece for piece in pieces if isinstance(piece, Download)]
    unnamed = [f for f in files if f.title == references.file_name(f.reference)]
    if len(unnamed) == 1 and not bearers:
        unnamed[0].title = caption
        return pieces
    if len(bearers) == 1 and not any(isinstance(p, Heading) for p in pieces):
        bearer = bearers[0]
        if isinstance(bearer, Video) and not bearer.title:
            bearer.title = caption
            return pieces
        if not isinstance(bearer, Video) and not bearer.caption:
            bearer.caption = caption
            return pieces
    return [*pieces, Paragraph(escape(caption), caption)]


def drawing(walker: Walker, tag: Tag) -> None:
    """A drawing in the markup itself."""
    text = words(tag)
    title = tag.find("title")
    name = title.get_text() if isinstance(title, Tag) else text
    if not name and not attribute(tag, "aria-label"):
        # An icon without a name said nothing to anybody who could not see it.
        return
    walker.leave(
        "drawing",
        name or attribute(tag, "aria-label"),
        _("A drawing in the code of the page. Save it as a picture."),
        text,
    )
