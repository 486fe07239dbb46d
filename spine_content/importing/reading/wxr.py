"""A WordPress export (WXR), item by item: it is never in memory as a whole."""

from collections.abc import Iterator
from pathlib import Path

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from spine_content.importing.documents import ImportRefused, LeftOut, Original
from spine_content.importing.reading.export_index import Index, index
from spine_content.importing.reading.export_items import Item, items
from spine_content.importing.reading.files import FolderFiles
from spine_content.importing.reading.limits import Limits, in_words
from spine_content.importing.reading.posts import original
from spine_content.importing.reading.source import Source
from spine_content.importing.reading.streams import Opener, Readable

#: How much of a file shows whether it is an export.
START = 65_536


def is_export(start: bytes) -> bool:
    """Whether a file that begins so is an export."""
    plain = start.replace(b"\x00", b"")
    return b"<rss" in plain and (
        b"wordpress.org/export/" in plain or b"<wp:wxr_version" in plain
    )


def read(path: Path, start: bytes, limits: Limits) -> Source:
    """The posts and pages of an export, drafts and private ones too."""
    if path.stat().st_size > limits.export_bytes:
        raise ImportRefused(
            _("The export is larger than %(limit)s. Export it in parts.")
            % {"limit": in_words(limits.export_bytes)}
        )
    if not is_export(start):
        raise ImportRefused(
            _(
                "“%s” is no WordPress export. Make one in WordPress under Tools → "
                "Export, with “All content”."
            )
            % path.name
        )

    def opener() -> Readable:
        return path.open("rb")

    found = index(opener, path.name, limits)

    def produce(made: Source) -> Iterator[Original]:
        return _originals(opener, found, limits, made)

    made = Source(FolderFiles(path.parent, limits), produce)
    made.count = found.count
    return made


def originals(
    opener: Opener, name: str, limits: Limits, made: Source
) -> Iterator[Original]:
    """The same for an export that lies in a folder or zip."""
    return _originals(opener, index(opener, name, limits), limits, made)


def _originals(
    opener: Opener, found: Index, limits: Limits, made: Source
) -> Iterator[Original]:
    made.warnings += found.warnings
    made.left_out += found.left_out
    for item in items(opener, limits):
        if item.comments:
            made.left_out.append(_comments(item))
        if item.is_document:
            yield original(item, found)
        else:
            made.left_out.append(_left_out(item))


def _comments(item: Item) -> LeftOut:
    name = ngettext(
        "%(count)d comment on “%(title)s”",
        "%(count)d comments on “%(title)s”",
        item.comments,
    ) % {"count": item.comments, "title": item.name}
    return LeftOut(
        "comment", name, _("What visitors wrote is theirs. It is never imported.")
    )


def _left_out(item: Item) -> LeftOut:
    if item.type == "attachment":
        return LeftOut(
            "attachment",
            item.name,
            _("A file comes along only where a text uses it, and only from your disk."),
        )
    if item.type == "nav_menu_item":
        reason = _("Menus are made from the pages of the new site.")
        return LeftOut("menu", item.name, reason)
    if item.type in ("post", "page"):
        reason = _("It was in the bin, or never saved, in WordPress.")
        return LeftOut(item.type, item.name, reason)
    return LeftOut(
        item.type or "item",
        item.name,
        _("It is part of the machinery of the old site and no text of its own."),
    )
