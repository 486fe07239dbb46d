"""An HTML file as an original."""

import re
from html import unescape
from pathlib import PurePosixPath
from urllib.parse import quote, unquote, urlsplit

from django.utils.translation import gettext as _

from spine_content.importing.documents import ImportRefused, Original
from spine_content.importing.reading.charset import decode
from spine_content.importing.reading.limits import Limits, in_words

SUFFIXES = frozenset((".html", ".htm", ".xhtml", ".xht", ".shtml"))
#: The page of a folder.
INDEXES = frozenset(("index", "default", "home"))
#: How a saved page begins that has another ending, such as "page.php" or none at all.
BEGINNING = re.compile(rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html)\b", re.I | re.S)
HEAD = 16_384
_LINK = re.compile(r"<link\b[^>]*>", re.I)
_CANONICAL = re.compile(r"""\brel\s*=\s*["']?canonical\b""", re.I)
_HREF = re.compile(r"""\bhref\s*=\s*["']?([^\s"'>]+)""", re.I)
_LANGUAGE = re.compile(
    r"""<html\b[^>]*?\slang\s*=\s*["']?([A-Za-z]{2,3}[\w-]*)""", re.I
)


def original(name: str, data: bytes, limits: Limits) -> Original:
    """The document in a file. ``name`` is its path in the folder or zip."""
    if len(data) > limits.html_bytes:
        raise too_big(name, limits)
    decoded = decode(data)
    start = decoded.text[:HEAD]
    path = PurePosixPath(name)
    language = _LANGUAGE.search(start)
    return Original(
        key=name,
        html=decoded.text,
        address=_canonical(start) or _address(path),
        slug=path.parent.name if path.stem.lower() in INDEXES else path.stem,
        language=language[1].lower().replace("_", "-") if language else "",
        warnings=[decoded.warning] if decoded.warning else [],
    )


def is_html(name: str, start: bytes) -> bool:
    """Whether a file is an HTML document, by its ending or its beginning."""
    if PurePosixPath(name).suffix.lower() in SUFFIXES:
        return True
    return bool(BEGINNING.match(start[:1024]))


def is_index(name: str) -> bool:
    return PurePosixPath(name).stem.lower() in INDEXES


def too_big(name: str, limits: Limits) -> ImportRefused:
    return ImportRefused(
        _(
            "The document “%(name)s” is larger than %(limit)s. That is no text for "
            "one page: divide it first."
        )
        % {"name": name, "limit": in_words(limits.html_bytes)}
    )


def _canonical(start: str) -> str:
    for link in _LINK.findall(start):
        if _CANONICAL.search(link) and (href := _HREF.search(link)):
            address = unescape(href[1])
            return address if _is_address(address) else ""
    return ""


def _is_address(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") or address.startswith("/")


def _address(path: PurePosixPath) -> str:
    if path.stem.lower() in INDEXES:
        folder = path.parent.as_posix()
        return "/" if folder == "." else f"/{quote(unquote(folder))}/"
    return "/" + quote(unquote(path.as_posix()))
