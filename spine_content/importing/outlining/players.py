"""Films, sounds and windows into other sites."""

from urllib.parse import urlsplit

from bs4 import Tag
from django.utils.translation import gettext as _

from spine_content.importing.documents import Download, Video
from spine_content.importing.markup import attribute
from spine_content.importing.outlining import references
from spine_content.importing.outlining.videos import film
from spine_content.importing.outlining.walker import Walker

ADDRESSES = ("src", "data-src", "data-lazy-src", "data", "data-litespeed-src")


def window(walker: Walker, tag: Tag) -> None:
    """An ``iframe``, ``embed`` or ``object``: a film, or left out."""
    addresses = [attribute(tag, name) for name in ADDRESSES]
    for inner in tag.find_all(("param", "embed", "iframe")):
        addresses += [attribute(inner, name) for name in ("value", *ADDRESSES)]
    title = " ".join(attribute(tag, "title").split())
    for address in addresses:
        if found := film(address):
            walker.place(Video(found, _own_title(title)))
            return
    address = next((a for a in addresses if a and a != "about:blank"), "")
    if references.kind(address) == "document":
        walker.place(Download(address, title or references.file_name(address)))
        walker.warn(_("A document was shown inside the page. Now it is a download."))
        return
    walker.leave(
        "window",
        title or _host(address) or _("A window without an address"),
        _("It showed something of another site (%s). Link to it instead.")
        % (address or _("no address")),
    )


def _own_title(title: str) -> str:
    """A title, unless the provider gave every film the same."""
    common = ("youtube video player", "vimeo video player", "youtube", "vimeo")
    return "" if title.lower() in common else title


def player(walker: Walker, tag: Tag) -> None:
    """A film or sound that lay on the old site: its file can be downloaded."""
    inner = tag.find(("source", "a"))
    address = attribute(tag, "src") or attribute(tag, "data-src")
    if not address and isinstance(inner, Tag):
        address = attribute(inner, "src") or attribute(inner, "href")
    if found := film(address):
        walker.place(Video(found))
    elif references.address(address):
        title = attribute(tag, "title") or references.file_name(address)
        walker.place(Download(address, title))
    else:
        walker.leave(tag.name, tag.name, _("It does not say where its file is."))


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""
