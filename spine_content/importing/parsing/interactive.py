"""What works on the old site only: players and frames, forms and buttons."""

from urllib.parse import urlsplit

from bs4 import Tag
from django.utils.translation import gettext as _

from spine_content.importing.documents import Download, Video
from spine_content.importing.html_tree import attribute, visible_text
from spine_content.importing.parsing import urls
from spine_content.importing.parsing.urls import video_url
from spine_content.importing.parsing.walker import Walker

_URL_ATTRIBUTES = ("src", "data-src", "data-lazy-src", "data", "data-litespeed-src")


def iframe(walker: Walker, tag: Tag) -> None:
    """An ``iframe``, ``embed`` or ``object``: a film, or left out."""
    addresses = [attribute(tag, name) for name in _URL_ATTRIBUTES]
    for inner in tag.find_all(("param", "embed", "iframe")):
        addresses += [attribute(inner, name) for name in ("value", *_URL_ATTRIBUTES)]
    title = " ".join(attribute(tag, "title").split())
    for address in addresses:
        if found := video_url(address):
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
    if found := video_url(address):
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
