"""What a reader gives: the documents one after another, and what is not one of them."""

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import fields

from spine_content.importing.documents import Files, LeftOut, Original

#: Fields that say nothing about the source.
_UNSIGNED = frozenset(("digest", "warnings", "left_out"))


class Source:
    """
    Something that was read. ``left_out`` and ``warnings`` are whole once
    ``originals`` has been used up; each call of it reads from the beginning.
    """

    def __init__(
        self, files: Files, produce: "Callable[[Source], Iterator[Original]]"
    ) -> None:
        self.files = files
        self.left_out: list[LeftOut] = []
        self.warnings: list[str] = []
        #: How many documents are to be expected, for a progress bar.
        self.count = 0
        self._produce = produce

    def originals(self) -> Iterator[Original]:
        """The documents in order. Few are in memory at a time."""
        self.left_out.clear()
        self.warnings.clear()
        for original in self._produce(self):
            original.digest = digest(original)
            yield original


def digest(original: Original) -> str:
    """A SHA-256 of all that was read: it changes if the source does."""
    values = {
        field.name: str(getattr(original, field.name))
        for field in fields(original)
        if field.name not in _UNSIGNED
    }
    return hashlib.sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()
