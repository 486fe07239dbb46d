"""
What is read from, wherever it lies: its documents, the pictures and files that came
along and how one is found that a text means, and how much is read at most.
"""

import hashlib
import json
import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, fields
from pathlib import Path, PurePosixPath
from typing import IO, Any
from unicodedata import normalize
from urllib.parse import unquote, urlsplit

from django.utils.translation import gettext as _

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


#: WordPress adds the size to the name of a smaller copy: "hand-300x200.jpg".
_THUMBNAIL_SIZE = re.compile(r"-\d{2,5}x\d{2,5}(?=\.\w+$)")
#: Folders of an address that are tried: ".../wp-content/uploads/2020/01/hand.jpg".
MAX_FOLDERS = 8


def candidate_names(reference: str, base: str) -> Iterator[str]:
    """The names that a reference may stand for, the nearest first."""
    try:
        parts = urlsplit(reference.strip().replace("\\", "/"))
    except ValueError:
        return
    if parts.scheme not in ("", "http", "https", "file") or not parts.path:
        return
    path = unquote(parts.path)
    if not parts.netloc and not parts.scheme and not path.startswith("/"):
        near = _within(str(PurePosixPath(base).parent / path))
        if near:
            yield near
    steps = [step for step in path.split("/") if step not in ("", ".")]
    if ".." in steps:
        steps = steps[len(steps) - steps[::-1].index("..") :]
    folders = [str(above) for above in PurePosixPath(base).parents]
    for start in range(max(0, len(steps) - MAX_FOLDERS), len(steps)):
        tail = "/".join(steps[start:])
        yield tail
        yield from (f"{folder}/{tail}" for folder in folders if folder != ".")


def _within(path: str) -> str:
    """A path without "..", or nothing if it leads out."""
    steps: list[str] = []
    for step in path.split("/"):
        if step == "..":
            if not steps:
                return ""
            steps.pop()
        elif step not in ("", "."):
            steps.append(step)
    return "/".join(steps)


def find_file(
    reference: str, base: str, known: Callable[[str], str | None]
) -> str | None:
    """The first candidate that ``known`` knows, in full size before a thumbnail."""
    names = list(candidate_names(reference, base))
    for name in (*(_THUMBNAIL_SIZE.sub("", name) for name in names), *names):
        if "\x00" not in name and (found := known(name)):
            return found
    return None


def _normalise(name: str) -> str:
    """A name as it is compared: in any case, accents written in any way."""
    return normalize("NFC", name).casefold()


class FolderFiles:
    """Files below a folder. Nothing outside it is ever found, by whatever path."""

    def __init__(self, root: Path, limits: Limits) -> None:
        self.root = root.resolve()
        self.limits = limits

    def find(self, reference: str, base: str) -> str | None:
        return find_file(reference, base, self._known)

    def read(self, name: str) -> bytes:
        path = self._path(name)
        if path is None:
            raise ImportRefused(_("There is no file “%s”.") % name)
        too_large = _(
            "The file “%(name)s” is larger than %(limit)s. Make it smaller first."
        )
        check_size(path.stat().st_size, self.limits.file_bytes, too_large, name=name)
        return path.read_bytes()

    def _known(self, name: str) -> str | None:
        # A Mac writes an accent as a letter of its own, other systems do not.
        forms = (name, normalize("NFC", name), normalize("NFD", name))
        return next((form for form in forms if self._path(form)), None)

    def _path(self, name: str) -> Path | None:
        try:
            path = self.root / name
            inside = path.resolve() == path and path.is_relative_to(self.root)
            if inside and path.is_file():
                return path
        except (OSError, ValueError):
            pass
        return None


class ListedFiles:
    """Files whose names are known: those of a walked folder, or of a zip."""

    def __init__(self, names: list[str], read: Callable[[str], bytes]) -> None:
        self._names = {_normalise(name): name for name in reversed(names)}
        self._read = read

    def find(self, reference: str, base: str) -> str | None:
        return find_file(reference, base, self._known)

    def read(self, name: str) -> bytes:
        if self._known(name) is None:
            raise ImportRefused(_("There is no file “%s”.") % name)
        return self._read(name)

    def _known(self, name: str) -> str | None:
        return self._names.get(_normalise(name))
