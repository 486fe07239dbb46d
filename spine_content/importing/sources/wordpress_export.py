"""A WordPress export (WXR), item by item: it is never in memory as a whole."""

from collections.abc import Iterator
from pathlib import Path
from typing import IO

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from spine_content.importing.documents import ImportRefused, Skipped, SourceDocument
from spine_content.importing.sources.source import FolderFiles, Limits, Opener, Source
from spine_content.importing.sources.wordpress_items import (
    ExportIndex,
    Item,
    build_index,
    read_items,
)
from spine_content.importing.sources.wordpress_posts import source_document
from spine_content.importing.sources.wordpress_xml import check_export_size

#: How much of a file shows whether it is an export.
SNIFF_BYTES = 65_536


def is_export(start: bytes) -> bool:
    """Whether a file that begins so is an export."""
    plain = start.replace(b"\x00", b"")
    return b"<rss" in plain and (
        b"wordpress.org/export/" in plain or b"<wp:wxr_version" in plain
    )


def read_export(path: Path, start: bytes, limits: Limits) -> Source:
    """The posts and pages of an export, drafts and private ones too."""
    check_export_size(path.stat().st_size, limits)
    if not is_export(start):
        raise ImportRefused(
            _(
                "“%s” is no WordPress export. Make one in WordPress under Tools → "
                "Export, with “All content”."
            )
            % path.name
        )

    def opener() -> IO[bytes]:
        return path.open("rb")

    found = build_index(opener, path.name, limits)

    def produce(made: Source) -> Iterator[SourceDocument]:
        return _documents(opener, found, limits, made)

    made = Source(FolderFiles(path.parent, limits), produce)
    made.count = found.count
    return made


def export_documents(
    opener: Opener, name: str, limits: Limits, made: Source
) -> Iterator[SourceDocument]:
    """The same for an export that lies in a folder or zip."""
    return _documents(opener, build_index(opener, name, limits), limits, made)


def _documents(
    opener: Opener, found: ExportIndex, limits: Limits, made: Source
) -> Iterator[SourceDocument]:
    made.warnings += found.warnings
    made.skipped += found.skipped
    for item in read_items(opener, limits):
        if item.comments:
            made.skipped.append(_skipped_comments(item))
        if item.is_document:
            yield source_document(item, found)
        else:
            made.skipped.append(_skipped_item(item))


def _skipped_comments(item: Item) -> Skipped:
    name = ngettext(
        "%(count)d comment on “%(title)s”",
        "%(count)d comments on “%(title)s”",
        item.comments,
    ) % {"count": item.comments, "title": item.name}
    return Skipped(
        "comment", name, _("What visitors wrote is theirs. It is never imported.")
    )


def _skipped_item(item: Item) -> Skipped:
    if item.type == "attachment":
        return Skipped(
            "attachment",
            item.name,
            _("A file comes along only where a text uses it, and only from your disk."),
        )
    if item.type == "nav_menu_item":
        reason = _("Menus are made from the pages of the new site.")
        return Skipped("menu", item.name, reason)
    if item.type in ("post", "page"):
        reason = _("It was in the bin, or never saved, in WordPress.")
        return Skipped(item.type, item.name, reason)
    return Skipped(
        item.type or "item",
        item.name,
        _("It is part of the machinery of the old site and no text of its own."),
    )
