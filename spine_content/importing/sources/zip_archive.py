"""A zip of HTML files with their pictures. It is never unpacked to the disk."""

import lzma
import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from django.utils.translation import gettext as _

from spine_content.importing.documents import ImportRefused
from spine_content.importing.sources.archive import Archive
from spine_content.importing.sources.source import MEGABYTE, Limits, check_size

#: Each way of packing has errors of its own.
_ZIP_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
)


class Zip(Archive):
    """A zip file. Raises ``ImportRefused`` if anything about it is suspicious."""

    def __init__(self, path: Path, limits: Limits) -> None:
        super().__init__(limits)
        too_large = _("The zip is larger than %(limit)s. Divide it into parts.")
        check_size(path.stat().st_size, limits.zip_bytes, too_large)
        try:
            self._packed = zipfile.ZipFile(path)
            self._entries = _checked_entries(self._packed, limits)
        except _ZIP_ERRORS as error:
            raise ImportRefused(_broken_zip(path.name)) from error

    def names(self) -> list[str]:
        return list(self._entries)

    def size(self, name: str) -> int:
        return self._entries[name].file_size

    @contextmanager
    def open(self, name: str) -> Iterator[IO[bytes]]:
        """A file in the zip. What can go wrong with it is said in words."""
        try:
            with self._packed.open(self._entries[name]) as stream:
                yield stream
        except _ZIP_ERRORS as error:
            raise ImportRefused(_broken_zip(self._entries[name].filename)) from error


def _checked_entries(
    packed: zipfile.ZipFile, limits: Limits
) -> dict[str, zipfile.ZipInfo]:
    entries = [entry for entry in packed.infolist() if not entry.is_dir()]
    if len(entries) > limits.files:
        raise ImportRefused(
            _("The zip holds more than %(limit)d files. Divide it into parts.")
            % {"limit": limits.files}
        )
    check_size(
        sum(entry.file_size for entry in entries),
        limits.unzipped_bytes,
        _("Unpacked, the zip is larger than %(limit)s. Divide it into parts."),
    )
    return {_entry_name(entry, limits): entry for entry in entries}


def _entry_name(entry: zipfile.ZipInfo, limits: Limits) -> str:
    """The path of an entry. One bad entry spoils the zip: somebody made it so."""
    name = entry.filename.replace("\\", "/")
    steps = name.split("/")
    if name.startswith("/") or ".." in steps or ":" in steps[0]:
        raise ImportRefused(
            _("The zip holds the path “%s”, which leads out of it. It was not read.")
            % entry.filename
        )
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise ImportRefused(
            _("The zip holds “%s”, a link to another file. Put the file itself in.")
            % entry.filename
        )
    if entry.flag_bits & 0x1:
        raise ImportRefused(
            _("The zip is locked by a password. Make one without a password.")
        )
    large = entry.file_size > MEGABYTE
    if large and entry.file_size > limits.zip_ratio * max(1, entry.compress_size):
        raise ImportRefused(
            _(
                "“%s” grows more than a text or picture ever does when it is unpacked. "
                "This looks like a zip made to fill a disk. It was not read."
            )
            % entry.filename
        )
    return "/".join(step for step in steps if step not in ("", "."))


def _broken_zip(name: str) -> str:
    return _("“%s” is broken: it cannot be unpacked. Make the zip again.") % name
