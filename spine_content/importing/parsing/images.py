"""Pictures, where a page keeps their addresses, and those that are left out."""

import re

from bs4 import Tag
from django.utils.translation import gettext as _

from spine_content.importing.documents import Picture
from spine_content.importing.html_tree import attribute, classes, visible_text
from spine_content.importing.parsing import urls
from spine_content.importing.parsing.walker import Walker

#: Where a page that loads its pictures late keeps their address.
LAZY_LOADING_ATTRIBUTES = (
    "data-src",
    "data-lazy-src",
    "data-original",
    "data-orig-file",
)
#: Pictures that only kept a distance, or counted visitors.
_SPACER_NAME = re.compile(
    r"(?:spacer|blank|pixel|clear|trans(?:parent)?|1x1|dot)\.(?:gif|png)"
)
_BACKGROUND_URL = re.compile(r"""\burl\(\s*["']?([^"')]+)""", re.I)


def image(walker: Walker, tag: Tag) -> None:
    reference = _reference(tag)
    alt = " ".join(attribute(tag, "alt").split())
    name = alt or urls.file_name(reference)
    if {"emoji", "wp-smiley"} & set(classes(tag)):
        walker.add_text(alt)
    elif not reference:
        reason = _("It does not say where its file is.")
        walker.skip("image", name or _("A picture without a name"), reason)
    elif reference.startswith("data:"):
        reason = _("It is written into the text and has no file. Save it as one.")
        walker.skip("image", alt or _("A picture without a name"), reason)
    elif _is_spacer(tag, reference):
        reason = _("It showed nothing: it kept a distance, or counted visitors.")
        walker.skip("image", name, reason)
    else:
        walker.seen_images.add(reference)
        decorative = "alt" in tag.attrs and not alt
        walker.add(Picture(reference, alt, "", decorative))


def _reference(tag: Tag) -> str:
    found = [attribute(tag, name) for name in (*LAZY_LOADING_ATTRIBUTES, "src")]
    found += [
        attribute(tag, name).split(",")[0].strip().split(" ")[0]
        for name in ("data-srcset", "srcset")
    ]
    real = [reference for reference in found if reference]
    return next((r for r in real if not r.startswith("data:")), (*real, "")[0])


def background_image(walker: Walker, tag: Tag) -> None:
    """A picture behind a text: it cannot stand there any more."""
    for reference in _BACKGROUND_URL.findall(attribute(tag, "style")):
        name = urls.file_name(reference)
        reason = _("It was the background of a text. Put it beside the text by hand.")
        if not reference.startswith("data:"):
            walker.skip("image", name, reason, " ")


def _is_spacer(tag: Tag, reference: str) -> bool:
    sizes = [attribute(tag, name) for name in ("width", "height")]
    tiny = any(size in ("0", "1", "2", "1px", "0px") for size in sizes)
    return tiny or bool(_SPACER_NAME.fullmatch(urls.file_name(reference).lower()))


def noscript(walker: Walker, tag: Tag) -> None:
    """``noscript``: the pictures that a script would have loaded, nothing else."""
    for picture in tag.find_all("img"):
        if _reference(picture) not in walker.seen_images:
            image(walker, picture)


def svg(walker: Walker, tag: Tag) -> None:
    """A drawing in the markup itself."""
    text = visible_text(tag)
    title = tag.find("title")
    name = title.get_text() if isinstance(title, Tag) else text
    if not name and not attribute(tag, "aria-label"):
        # An icon without a name said nothing to anybody who could not see it.
        return
    walker.skip(
        "drawing",
        name or attribute(tag, "aria-label"),
        _("A drawing in the code of the page. Save it as a picture."),
        text,
    )
