"""The bytes of an export on their way to the XML parser."""

import re
from collections.abc import Iterator
from typing import IO, Any
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse
from django.utils.translation import gettext as _

from spine_content.importing.documents import ImportRefused
from spine_content.importing.sources.source import Limits, Opener, check_size

#: Letters that XML forbids. WordPress exports them if an author once pasted them.
_FORBIDDEN = bytes(code for code in range(32) if code not in (9, 10, 13))
#: What a hand-edited export may have lost: the meaning of its prefixes.
NAMESPACES = {
    "excerpt": "http://wordpress.org/export/1.2/excerpt/",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "wfw": "http://wellformedweb.org/CommentAPI/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "wp": "http://wordpress.org/export/1.2/",
}
_ROOT_TAG = re.compile(rb"<rss\b[^>]*")
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def check_export_size(size: int, limits: Limits) -> None:
    too_large = _("The export is larger than %(limit)s. Export it in parts.")
    check_size(size, limits.export_bytes, too_large)


class SanitisingReader:
    """A file to read from, without what an XML parser stumbles over."""

    def __init__(self, stream: IO[bytes], limits: Limits) -> None:
        self._stream = stream
        self._limits = limits
        self._size = 0
        self._item = 0
        self._first = True
        self._wide = False

    def read(self, size: int = -1) -> bytes:
        chunk = self._stream.read(size)
        self._size += len(chunk)
        self._item += len(chunk)
        check_export_size(self._size, self._limits)
        too_large = _(
            "One text in the export is larger than %(limit)s. It was not read."
        )
        check_size(self._item, self._limits.item_bytes, too_large)
        if self._first:
            self._first = False
            self._wide = chunk.startswith(_UTF16_MARKS)
            if not self._wide:
                chunk = _ROOT_TAG.sub(_with_namespaces, chunk.lstrip(), count=1)
        if self._wide:
            return chunk
        # An empty answer would mean the end of the file.
        return chunk.translate(None, _FORBIDDEN) or (b" " if chunk else b"")

    def item_done(self) -> None:
        """An item ended: the next may be as large again."""
        self._item = 0


def _with_namespaces(match: re.Match[bytes]) -> bytes:
    tag = match[0]
    for prefix, address in NAMESPACES.items():
        if f"xmlns:{prefix}".encode() not in tag:
            tag += f' xmlns:{prefix}="{address}"'.encode()
    return tag


class MalformedExport(Exception):
    """The export is no well-formed XML from here on."""


def channel_elements(opener: Opener, limits: Limits) -> Iterator[Element]:
    """The elements in the channel one by one, and nothing of those before."""
    with opener() as stream:
        reader = SanitisingReader(stream, limits)
        path: list[Element] = []
        try:
            for event, element in _events(reader):
                if event == "start":
                    path.append(element)
                    _check(path)
                    continue
                path.pop()
                if len(path) == 2:
                    yield element
                    path[-1].clear()
                    reader.item_done()
        except DefusedXmlException as error:
            raise ImportRefused(
                _(
                    "The export defines entities of its own. WordPress never does: "
                    "somebody made it to do harm. It was not read."
                )
            ) from error
        except (ParseError, ValueError, LookupError) as error:
            raise MalformedExport(str(error)) from error


def _events(reader: SanitisingReader) -> Any:
    return iterparse(reader, events=("start", "end"), forbid_dtd=True)


def _check(path: list[Element]) -> None:
    if len(path) <= 2 and local_name(path[-1]) != ("rss", "channel")[len(path) - 1]:
        raise MalformedExport(
            _("it has a <%s> where an export has none") % local_name(path[-1])
        )


def local_name(element: Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rsplit("}", 1)[-1]
