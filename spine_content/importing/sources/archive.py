"""
Many files together: documents, exports, pictures and downloads, in a folder or a zip.

Links out of a folder are not followed. For zips see ``zip_archive``.
"""

import os
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO

from django.utils.translation import gettext as _

from spine_content.importing.documents import ImportRefused, Skipped, SourceDocument
from spine_content.importing.html_tree import names
from spine_content.importing.sources.html import (
    check_html_size,
    is_html,
    is_index,
    read_html_document,
)
from spine_content.importing.sources.source import (
    Limits,
    ListedFiles,
    Source,
    check_size,
)
from spine_content.importing.sources.wordpress_export import (
    SNIFF_BYTES,
    export_documents,
    is_export,
)

#: Files that a text may use. Which of them were used, ``building.media`` knows.
ATTACHMENT_SUFFIXES = names(
    ".jpg .jpeg .jpe .png .gif .webp .avif .svg .bmp .tif .tiff .ico .pdf .doc .docx "
    ".odt .rtf .xls .xlsx .ods .csv .ppt .pptx .odp .epub .txt .mp3 .mp4 .m4a .webm "
    ".ogg .mov .ics .vcf"
)
#: Files that no reader of the old site ever saw as such.
IGNORED_NAMES = frozenset(
    (".ds_store", "thumbs.db", "desktop.ini", "__macosx", ".git", ".svn")
)


class Archive(ABC):
    """Files by name, with a way to open each."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits

    @abstractmethod
    def names(self) -> list[str]: ...

    @abstractmethod
    def size(self, name: str) -> int: ...

    @abstractmethod
    def open(self, name: str) -> AbstractContextManager[IO[bytes]]: ...

    def read(self, name: str) -> bytes:
        """The content of a file. Raises ``ImportRefused`` if it is too big."""
        too_large = _("The file “%(name)s” is larger than %(limit)s. Make it smaller.")
        check_size(self.size(name), self.limits.file_bytes, too_large, name=name)
        with self.open(name) as stream:
            return stream.read()

    def source(self) -> Source:
        """The documents among the files. Raises ``ImportRefused`` if there is none."""
        found = sorted((n for n in self.names() if not _is_ignored(n)), key=_sort_key)
        contents = _Contents(self, found)

        def produce(source: Source) -> Iterator[SourceDocument]:
            source.skipped += contents.others
            yield from self._html_documents(contents.documents, source)
            for name in contents.exports:
                yield from self._export_documents(name, source)

        source = Source(ListedFiles(found, self.read), produce)
        source.count = len(contents.documents)
        return source

    def _html_documents(
        self, names: list[str], source: Source
    ) -> Iterator[SourceDocument]:
        indexes = _index_of_each_folder(names)
        for order, name in enumerate(names):
            try:
                check_html_size(name, self.size(name), self.limits)
                document = read_html_document(name, self.read(name), self.limits)
            except (OSError, ImportRefused) as error:
                source.skipped.append(_unreadable(name, error))
                continue
            document.order = order
            document.parent_key = _parent_key(name, indexes)
            yield document

    def _export_documents(self, name: str, source: Source) -> Iterator[SourceDocument]:
        try:
            opener = partial(self.open, name)
            yield from export_documents(opener, name, self.limits, source)
        except ImportRefused as refused:
            source.skipped.append(Skipped("file", name, str(refused)))


class _Contents:
    """The files of an archive by kind: HTML documents, exports, and what is neither."""

    def __init__(self, archive: Archive, names: list[str]) -> None:
        self.documents: list[str] = []
        self.exports: list[str] = []
        self.others: list[Skipped] = []
        unreadable = ""
        for name in names:
            if PurePosixPath(name).suffix.lower() in ATTACHMENT_SUFFIXES:
                continue
            try:
                with archive.open(name) as stream:
                    self._add(name, stream.read(SNIFF_BYTES))
            except (OSError, ImportRefused) as error:
                self.others.append(_unreadable(name, error))
                unreadable = unreadable or self.others[-1].reason
        if not self.documents and not self.exports:
            nothing = _(
                "There is no HTML file and no WordPress export in it. Nothing was read."
            )
            raise ImportRefused(unreadable or nothing)

    def _add(self, name: str, start: bytes) -> None:
        if is_html(name, start):
            self.documents.append(name)
        elif name.lower().endswith(".xml") and is_export(start):
            self.exports.append(name)
        else:
            reason = _("It is no HTML file, no picture and no document to download.")
            self.others.append(Skipped("file", name, reason))


def _index_of_each_folder(names: list[str]) -> dict[PurePosixPath, str]:
    indexes: dict[PurePosixPath, str] = {}
    for name in sorted(names):
        if is_index(name):
            indexes.setdefault(PurePosixPath(name).parent, name)
    return indexes


def _parent_key(name: str, indexes: dict[PurePosixPath, str]) -> str:
    """The page of the folder. That of the first folder stands beside the others."""
    folders = list(PurePosixPath(name).parents)[:-1]
    if is_index(name):
        folders = folders[1:]
    return next((indexes[folder] for folder in folders if folder in indexes), "")


def _sort_key(name: str) -> tuple[str, bool, str]:
    path = PurePosixPath(name)
    return path.parent.as_posix(), not is_index(name), path.name


def _is_ignored(name: str) -> bool:
    return any(step.casefold() in IGNORED_NAMES for step in name.split("/"))


def _unreadable(name: str, error: Exception) -> Skipped:
    refused = isinstance(error, ImportRefused)
    reason = str(error) if refused else _("The file could not be read.")
    return Skipped("file", name, reason)


class Folder(Archive):
    """A folder on the disk, with its folders."""

    def __init__(self, root: Path, limits: Limits) -> None:
        super().__init__(limits)
        self._root = root.resolve()

    def size(self, name: str) -> int:
        return (self._root / name).stat().st_size

    def open(self, name: str) -> AbstractContextManager[IO[bytes]]:
        return (self._root / name).open("rb")

    def names(self) -> list[str]:
        found: list[str] = []
        for folder, folders, files in os.walk(self._root):
            folders[:] = [n for n in folders if not (Path(folder) / n).is_symlink()]
            paths = [Path(folder) / name for name in files]
            found += [
                path.relative_to(self._root).as_posix()
                for path in paths
                if path.is_file() and not path.is_symlink()
            ]
            if len(found) > self.limits.files:
                raise ImportRefused(
                    _(
                        "The folder holds more than %(limit)d files. Import it in "
                        "parts, one folder after another."
                    )
                    % {"limit": self.limits.files}
                )
        return found
