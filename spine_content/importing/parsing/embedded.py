"""Embedded and interactive content: pictures, players, frames, forms and buttons."""

import re
from urllib.parse import urlsplit

from bs4 import Tag
from django.utils.translation import gettext as _

from spine_content.importing.documents import Download, Picture, Video
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


_URL_ATTRIBUTES = ("src", "data-src", "data-lazy-src", "data", "data-litespeed-src")


def iframe(walker: Walker, tag: Tag) -> None:
    """An ``iframe``, ``embed`` or ``object``: a film, or left out."""
    addresses = [attribute(tag, name) for name in _URL_ATTRIBUTES]
    for inner in tag.find_all(("param", "embed", "iframe")):
        addresses += [attribute(inner, name) for name in ("value", *_URL_ATTRIBUTES)]
    title = " ".join(attribute(tag, "title").split())
    for address in addresses:
        if found := urls.video_url(address):
            walker.add(Video(found, _own_title(title)))
            return
    address = next((a for a in addresses if a and a != "about:blank"), "")
    if urls.file_kind(address) == "document":
        walker.add(Download(address, title or urls.file_name(address)))
        walker.warn(_("A document was shown inside the page. Now it is a download."))
        return
    walker.skip(
        "window",
        title or _host(address) or _("A window without an address"),
        _("It showed something of another site (%s). Link to it instead.")
        % (address or _("no address")),
    )


def _own_title(title: str) -> str:
    """A title, unless the provider gave every film the same."""
    common = ("youtube video player", "vimeo video player", "youtube", "vimeo")
    return "" if title.lower() in common else title


def media_player(walker: Walker, tag: Tag) -> None:
    """A film or sound that lay on the old site: its file can be downloaded."""
    inner = tag.find(("source", "a"))
    address = attribute(tag, "src") or attribute(tag, "data-src")
    if not address and isinstance(inner, Tag):
        address = attribute(inner, "src") or attribute(inner, "href")
    if found := urls.video_url(address):
        walker.add(Video(found))
    elif urls.safe_url(address):
        title = attribute(tag, "title") or urls.file_name(address)
        walker.add(Download(address, title))
    else:
        walker.skip(tag.name, tag.name, _("It does not say where its file is."))


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


#: A form with more letters, or with a heading, is a whole page in a form: ASP.NET
#: makes every page so.
MAX_FORM_LENGTH = 1500


def form(walker: Walker, tag: Tag) -> None:
    walker.flush()
    text = visible_text(tag)
    if (
        len(text) > MAX_FORM_LENGTH
        or tag.find(("h1", "h2", "main", "article")) is not None
    ):
        walker.walk(tag)
    else:
        walker.skip("form", text or attribute(tag, "action") or _("A form"), _reason())
    walker.flush()


def field(walker: Walker, tag: Tag) -> None:
    if attribute(tag, "type") == "hidden":
        return
    text = visible_text(tag)
    name = (
        text
        or attribute(tag, "value")
        or attribute(tag, "placeholder")
        or attribute(tag, "name")
        or tag.name
    )
    walker.skip("field", name, _reason(), text)


def _reason() -> str:
    return _("A form of the old site does not work in the new one.")


def button(walker: Walker, tag: Tag) -> None:
    text = visible_text(tag)
    if text:
        walker.skip("button", text, _("A button of the old site does nothing here."))
