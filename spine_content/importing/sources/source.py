"""What is read from, wherever it lies, and how much of it at most."""

import hashlib
import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, fields
from typing import IO, Any

from spine_content.importing.documents import (
    AttachedFiles,
    ImportRefused,
    Skipped,
    SourceDocument,
)

#: Opens the same file again and again.
Opener = Callable[[], AbstractContextManager[IO[bytes]]]

#: Fields that say nothing about the source.
_UNSIGNED = frozenset(("digest", "warnings", "skipped"))


class Source:
    """
    Something that was read. ``skipped`` and ``warnings`` are whole once
    ``documents`` has been used up; each call of it reads from the beginning.
    """

    def __init__(
        self,
        files: AttachedFiles,
        produce: "Callable[[Source], Iterator[SourceDocument]]",
    ) -> None:
        self.files = files
        self.skipped: list[Skipped] = []
        self.warnings: list[str] = []
        #: How many documents are to be expected, for a progress bar.
        self.count = 0
        self._produce = produce

    def documents(self) -> Iterator[SourceDocument]:
        """The documents in order. Few are in memory at a time."""
        self.skipped.clear()
        self.warnings.clear()
        for document in self._produce(self):
            document.digest = digest(document)
            yield document


def digest(document: SourceDocument) -> str:
    """A SHA-256 of all that was read: it changes if the source does."""
    values = {
        field.name: str(getattr(document, field.name))
        for field in fields(document)
        if field.name not in _UNSIGNED
    }
    return hashlib.sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()


MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """The largest source that is read. Everything above is refused in words."""

    #: One HTML document.
    html_bytes: int = 20 * MEGABYTE
    #: One picture or document that came along.
    file_bytes: int = 50 * MEGABYTE
    #: An export. It is read item by item.
    export_bytes: int = 2048 * MEGABYTE
    #: One item of an export: a text with its comments.
    item_bytes: int = 20 * MEGABYTE
    #: A zip, packed and unpacked.
    zip_bytes: int = 1024 * MEGABYTE
    unzipped_bytes: int = 2048 * MEGABYTE
    #: How many times smaller a file may be in a zip. Text packs to a tenth or so.
    zip_ratio: int = 200
    #: Files in a folder or zip.
    files: int = 20_000


LIMITS = Limits()


def in_words(size: int) -> str:
    """A number of bytes as a person says it."""
    return f"{size / MEGABYTE:.0f} MB" if size >= MEGABYTE else f"{size} bytes"


def check_size(size: int, limit: int, sentence: str, **values: Any) -> None:
    """Raise ``ImportRefused`` with the sentence where a size is above its limit."""
    if size > limit:
        raise ImportRefused(sentence % {"limit": in_words(limit), **values})
