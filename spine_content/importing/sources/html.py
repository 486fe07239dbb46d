"""An HTML file as a ``SourceDocument``."""

import re
from html import unescape
from pathlib import PurePosixPath
from urllib.parse import quote, unquote, urlsplit

from django.utils.translation import gettext as _

from spine_content.importing.documents import SourceDocument
from spine_content.importing.sources.charset import decode
from spine_content.importing.sources.source import Limits, check_size

HTML_SUFFIXES = frozenset((".html", ".htm", ".xhtml", ".xht", ".shtml"))
#: The page of a folder.
INDEX_NAMES = frozenset(("index", "default", "home"))
#: How a saved page begins that has another ending, such as "page.php" or none at all.
_HTML_START = re.compile(rb"<(?:!doctype html|html)\b", re.I)
_HEAD_LENGTH = 16_384
_LINK = re.compile(r"<link\b[^<>]*>", re.I)
_CANONICAL = re.compile(r"""\brel\s*=\s*["']?canonical\b""", re.I)
_HREF = re.compile(r"""\bhref\s*=\s*["']?([^\s"'>]+)""", re.I)
_LANGUAGE = re.compile(
    r"""<html\b[^<>]*?\slang\s*=\s*["']?([A-Za-z]{2,3}[\w-]*)""", re.I
)


def read_html_document(name: str, data: bytes, limits: Limits) -> SourceDocument:
    """The document in a file. ``name`` is its path in the folder or zip."""
    check_html_size(name, len(data), limits)
    decoded = decode(data)
    start = decoded.text[:_HEAD_LENGTH]
    path = PurePosixPath(name)
    language = _LANGUAGE.search(start)
    return SourceDocument(
        key=name,
        html=decoded.text,
        address=_canonical(start) or _address(path),
        slug=path.parent.name if path.stem.lower() in INDEX_NAMES else path.stem,
        language=language[1].lower().replace("_", "-") if language else "",
        warnings=[decoded.warning] if decoded.warning else [],
    )


def is_html(name: str, start: bytes) -> bool:
    """Whether a file is an HTML document, by its ending or its beginning."""
    if PurePosixPath(name).suffix.lower() in HTML_SUFFIXES:
        return True
    return bool(_HTML_START.match(_without_comments(start[:1024])))


def _without_comments(start: bytes) -> bytes:
    """The beginning of a file from its first tag on."""
    start = start.lstrip()
    while start.startswith(b"<!--"):
        _comment, _end, start = start[4:].partition(b"-->")
        start = start.lstrip()
    return start


def is_index(name: str) -> bool:
    return PurePosixPath(name).stem.lower() in INDEX_NAMES


def check_html_size(name: str, size: int, limits: Limits) -> None:
    """Raise ``ImportRefused`` for a document that is no text for one page."""
    too_large = _(
        "The document “%(name)s” is larger than %(limit)s. That is no text for "
        "one page: divide it first."
    )
    check_size(size, limits.html_bytes, too_large, name=name)


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
    if path.stem.lower() in INDEX_NAMES:
        folder = path.parent.as_posix()
        return "/" if folder == "." else f"/{quote(unquote(folder))}/"
    return "/" + quote(unquote(path.as_posix()))
