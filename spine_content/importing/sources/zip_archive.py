"""A zip of HTML files with their pictures. It is never unpacked to the disk."""

import lzma
import stat
import zipfile
import zlib
from pathlib import Path

from django.utils.translation import gettext as _

from spine_content.importing.documents import ImportRefused
from spine_content.importing.sources.archive import Archive
from spine_content.importing.sources.source import MEGABYTE, Limits, Readable, in_words

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
        if path.stat().st_size > limits.zip_bytes:
            raise ImportRefused(
                _("The zip is larger than %(limit)s. Divide it into parts.")
                % {"limit": in_words(limits.zip_bytes)}
            )
        try:
            self._packed = zipfile.ZipFile(path)
            self._entries = _checked_entries(self._packed, limits)
        except _ZIP_ERRORS as error:
            raise ImportRefused(_broken_zip(path.name)) from error

    def names(self) -> list[str]:
        return list(self._entries)

    def size(self, name: str) -> int:
        return self._entries[name].file_size

    def open(self, name: str) -> Readable:
        return _ZipEntry(self._packed, self._entries[name])


class _ZipEntry:
    """A file in a zip. What can go wrong with it is said in words."""

    def __init__(self, packed: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
        self._name = entry.filename
        try:
            self._stream = packed.open(entry)
        except _ZIP_ERRORS as error:
            raise ImportRefused(_broken_zip(self._name)) from error

    def read(self, size: int = -1, /) -> bytes:
        try:
            return self._stream.read(size)
        except _ZIP_ERRORS as error:
            raise ImportRefused(_broken_zip(self._name)) from error

    def __enter__(self) -> "_ZipEntry":
        return self

    def __exit__(self, *_error: object) -> None:
        self._stream.close()


def _checked_entries(
    packed: zipfile.ZipFile, limits: Limits
) -> dict[str, zipfile.ZipInfo]:
    entries = [entry for entry in packed.infolist() if not entry.is_dir()]
    if len(entries) > limits.files:
        raise ImportRefused(
            _("The zip holds more than %(limit)d files. Divide it into parts.")
            % {"limit": limits.files}
        )
    if sum(entry.file_size for entry in entries) > limits.unzipped_bytes:
        raise ImportRefused(
            _("Unpacked, the zip is larger than %(limit)s. Divide it into parts.")
            % {"limit": in_words(limits.unzipped_bytes)}
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
