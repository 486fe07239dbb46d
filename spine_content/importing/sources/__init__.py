"""
From bytes to ``SourceDocument``: an HTML file, a folder or zip of them, or a WordPress
export.

Nothing outside the source is opened, and nothing is fetched from the network.
"""

from collections.abc import Iterator
from pathlib import Path

from django.utils.translation import gettext as _

from spine_content.importing.documents import ImportRefused, SourceDocument
from spine_content.importing.sources.archive import Folder
from spine_content.importing.sources.html import (
    check_html_size,
    is_html,
    read_html_document,
)
from spine_content.importing.sources.source import LIMITS, FolderFiles, Limits, Source
from spine_content.importing.sources.wordpress_export import (
    SNIFF_BYTES,
    is_export,
    read_export,
)
from spine_content.importing.sources.zip_archive import Zip

__all__ = ["LIMITS", "Limits", "Source", "open_source"]


def open_source(path: Path, *, limits: Limits = LIMITS) -> Source:
    """The documents at ``path``. Raises ``ImportRefused`` with what to do."""
    path = Path(path)
    try:
        if path.is_dir():
            return Folder(path, limits).source()
        if not path.is_file():
            raise ImportRefused(_("There is no file or folder “%s”.") % path.name)
        with path.open("rb") as stream:
            start = stream.read(SNIFF_BYTES)
        return _open_file(path, start, limits)
    except OSError as error:
        raise ImportRefused(
            _("“%(name)s” could not be read: %(error)s.")
            % {"name": path.name, "error": error.strerror or error}
        ) from error


def _open_file(path: Path, start: bytes, limits: Limits) -> Source:
    if start.startswith(b"PK\x03\x04") and path.suffix.lower() in (".zip", ""):
        return Zip(path, limits).source()
    if not start.strip():
        raise ImportRefused(_("“%s” is empty.") % path.name)
    if is_html(path.name, start):
        return _single_html_file(path, limits)
    if path.suffix.lower() == ".xml" or is_export(start):
        return read_export(path, start, limits)
    if path.suffix.lower() == ".zip":
        raise ImportRefused(_("“%s” is broken: it is no zip.") % path.name)
    raise ImportRefused(
        _(
            "“%s” is not a kind of file that can be imported. Save it as HTML, or give "
            "a folder or zip of HTML files, or a WordPress export (.xml)."
        )
        % path.name
    )


def _single_html_file(path: Path, limits: Limits) -> Source:
    check_html_size(path.name, path.stat().st_size, limits)

    def produce(made: Source) -> Iterator[SourceDocument]:
        yield read_html_document(path.name, path.read_bytes(), limits)

    made = Source(FolderFiles(path.parent, limits), produce)
    made.count = 1
    return made
