"""
Reading: an HTML file, a folder or zip of them, or a WordPress export, as originals.

Nothing outside the source is opened, and nothing is fetched from the network.
"""

from collections.abc import Iterator
from pathlib import Path

from django.utils.translation import gettext as _

from spine_content.importing.documents import ImportRefused, Original
from spine_content.importing.reading import folders, html_files, wxr, zips
from spine_content.importing.reading.files import FolderFiles
from spine_content.importing.reading.limits import LIMITS, Limits
from spine_content.importing.reading.source import Source

__all__ = ["LIMITS", "Limits", "Source", "read"]


def read(path: Path, *, limits: Limits = LIMITS) -> Source:
    """The documents at ``path``. Raises ``ImportRefused`` with what to do."""
    path = Path(path)
    try:
        if path.is_dir():
            return folders.read(path, limits)
        if not path.is_file():
            raise ImportRefused(_("There is no file or folder “%s”.") % path.name)
        with path.open("rb") as stream:
            start = stream.read(wxr.START)
        return _file(path, start, limits)
    except OSError as error:
        raise ImportRefused(
            _("“%(name)s” could not be read: %(error)s.")
            % {"name": path.name, "error": error.strerror or error}
        ) from error


def _file(path: Path, start: bytes, limits: Limits) -> Source:
    if start.startswith(b"PK\x03\x04") and path.suffix.lower() in (".zip", ""):
        return zips.read(path, limits)
    if not start.strip():
        raise ImportRefused(_("“%s” is empty.") % path.name)
    if html_files.is_html(path.name, start):
        return _one(path, limits)
    if path.suffix.lower() == ".xml" or wxr.is_export(start):
        return wxr.read(path, start, limits)
    if path.suffix.lower() == ".zip":
        raise ImportRefused(_("“%s” is broken: it is no zip.") % path.name)
    raise ImportRefused(
        _(
            "“%s” is not a kind of file that can be imported. Save it as HTML, or give "
            "a folder or zip of HTML files, or a WordPress export (.xml)."
        )
        % path.name
    )


def _one(path: Path, limits: Limits) -> Source:
    if path.stat().st_size > limits.html_bytes:
        raise html_files.too_big(path.name, limits)

    def produce(made: Source) -> Iterator[Original]:
        yield html_files.original(path.name, path.read_bytes(), limits)

    made = Source(FolderFiles(path.parent, limits), produce)
    made.count = 1
    return made
