"""Many files together, from a folder or a zip: documents, exports, and the rest."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from django.utils.translation import gettext as _

from spine_content.importing.documents import ImportRefused, LeftOut, Original
from spine_content.importing.names import names
from spine_content.importing.reading import html_files, wxr
from spine_content.importing.reading.files import ListedFiles
from spine_content.importing.reading.limits import Limits
from spine_content.importing.reading.source import Source
from spine_content.importing.reading.streams import Readable

#: Files that a text may use. Which of them were used, the builder knows.
USED = names(
    ".jpg .jpeg .jpe .png .gif .webp .avif .svg .bmp .tif .tiff .ico .pdf .doc .docx "
    ".odt .rtf .xls .xlsx .ods .csv .ppt .pptx .odp .epub .txt .mp3 .mp4 .m4a .webm "
    ".ogg .mov .ics .vcf"
)
#: Files that no reader of the old site ever saw as such.
NOISE = frozenset((".ds_store", "thumbs.db", "desktop.ini", "__macosx", ".git", ".svn"))


@dataclass(frozen=True)
class Collected:
    """Files by name, with a way to open each."""

    names: list[str]
    size: Callable[[str], int]
    open: Callable[[str], Readable]
    read: Callable[[str], bytes]


def source(collected: Collected, limits: Limits) -> Source:
    """The documents among the files."""
    names = sorted(
        (name for name in collected.names if not _is_noise(name)), key=_order
    )
    documents, exports, others = _sorted(names, collected)
    if not documents and not exports:
        raise ImportRefused(
            _("There is no HTML file and no WordPress export in it. Nothing was read.")
        )

    def produce(made: Source) -> Iterator[Original]:
        made.left_out += others
        yield from _documents(documents, collected, limits, made)
        for name in exports:
            yield from _export(name, collected, limits, made)

    made = Source(ListedFiles(names, collected.read), produce)
    made.count = len(documents)
    return made


def _sorted(
    names: list[str], collected: Collected
) -> tuple[list[str], list[str], list[LeftOut]]:
    documents: list[str] = []
    exports: list[str] = []
    others: list[LeftOut] = []
    for name in names:
        suffix = PurePosixPath(name).suffix.lower()
        if suffix in USED:
            continue
        try:
            with collected.open(name) as stream:
                start = stream.read(wxr.START)
        except (OSError, ImportRefused) as error:
            others.append(_unreadable(name, error))
            continue
        if html_files.is_html(name, start):
            documents.append(name)
        elif suffix == ".xml" and wxr.is_export(start):
            exports.append(name)
        else:
            others.append(_unknown(name))
    return documents, exports, others


def _documents(
    names: list[str], collected: Collected, limits: Limits, made: Source
) -> Iterator[Original]:
    known = set(names)
    for order, name in enumerate(names):
        if collected.size(name) > limits.html_bytes:
            reason = str(html_files.too_big(name, limits))
            made.left_out.append(LeftOut("file", name, reason))
            continue
        try:
            original = html_files.original(name, collected.read(name), limits)
        except (OSError, ImportRefused) as error:
            made.left_out.append(_unreadable(name, error))
            continue
        original.order = order
        original.parent_key = _parent(name, known)
        yield original


def _export(
    name: str, collected: Collected, limits: Limits, made: Source
) -> Iterator[Original]:
    def opener() -> Readable:
        return collected.open(name)

    try:
        yield from wxr.originals(opener, name, limits, made)
    except ImportRefused as refused:
        made.left_out.append(LeftOut("file", name, str(refused)))


def _parent(name: str, known: set[str]) -> str:
    """The page of the folder. That of the first folder stands beside the others."""
    path = PurePosixPath(name)
    folders = list(path.parents)[:-1]
    if html_files.is_index(name):
        folders = folders[1:]
    for folder in folders:
        for candidate in sorted(known):
            other = PurePosixPath(candidate)
            if other.parent == folder and html_files.is_index(candidate):
                return candidate
    return ""


def _order(name: str) -> tuple[str, bool, str]:
    path = PurePosixPath(name)
    return path.parent.as_posix(), not html_files.is_index(name), path.name


def _is_noise(name: str) -> bool:
    return any(step.casefold() in NOISE for step in name.split("/"))


def _unreadable(name: str, error: Exception) -> LeftOut:
    refused = isinstance(error, ImportRefused)
    reason = str(error) if refused else _("The file could not be read.")
    return LeftOut("file", name, reason)


def _unknown(name: str) -> LeftOut:
    return LeftOut(
        "file", name, _("It is no HTML file, no picture and no document to download.")
    )
