"""The bytes of an export on their way to the XML parser."""

import re

from django.utils.translation import gettext as _

from spine_content.importing.documents import ImportRefused
from spine_content.importing.reading.limits import Limits, in_words
from spine_content.importing.reading.streams import Readable

#: Letters that XML forbids. WordPress exports them if an author once pasted them.
FORBIDDEN = bytes(code for code in range(32) if code not in (9, 10, 13))
#: What a hand-edited export may have lost: the meaning of its prefixes.
NAMESPACES = {
    "excerpt": "http://wordpress.org/export/1.2/excerpt/",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "wfw": "http://wellformedweb.org/CommentAPI/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "wp": "http://wordpress.org/export/1.2/",
}
ROOT = re.compile(rb"<rss\b[^>]*")
WIDE = (b"\xff\xfe", b"\xfe\xff")


class Mended:
    """A file to read from, without what an XML parser stumbles over."""

    def __init__(self, stream: Readable, limits: Limits) -> None:
        self._stream = stream
        self._limits = limits
        self._size = 0
        self._item = 0
        self._first = True
        self._wide = False
        self.dropped = 0

    def read(self, size: int = -1) -> bytes:
        chunk = self._stream.read(size)
        self._size += len(chunk)
        self._item += len(chunk)
        if self._size > self._limits.export_bytes:
            raise ImportRefused(
                _("The export is larger than %(limit)s. Export it in parts.")
                % {"limit": in_words(self._limits.export_bytes)}
            )
        if self._item > self._limits.item_bytes:
            raise ImportRefused(
                _("One text in the export is larger than %(limit)s. It was not read.")
                % {"limit": in_words(self._limits.item_bytes)}
            )
        if self._first:
            self._first = False
            self._wide = chunk.startswith(WIDE)
            if not self._wide:
                chunk = ROOT.sub(_with_namespaces, chunk.lstrip(), count=1)
        return chunk if self._wide else self._without_forbidden(chunk)

    def item_done(self) -> None:
        """An item ended: the next may be as large again."""
        self._item = 0

    def _without_forbidden(self, chunk: bytes) -> bytes:
        kept = chunk.translate(None, FORBIDDEN)
        self.dropped += len(chunk) - len(kept)
        # An empty answer would mean the end of the file.
        return kept or (b" " if chunk else b"")


def _with_namespaces(match: re.Match[bytes]) -> bytes:
    tag = match[0]
    for prefix, address in NAMESPACES.items():
        if f"xmlns:{prefix}".encode() not in tag:
            tag += f' xmlns:{prefix}="{address}"'.encode()
    return tag
