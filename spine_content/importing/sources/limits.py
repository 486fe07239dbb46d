"""How much is read, so that no source can fill the memory or the disk."""

from dataclasses import dataclass

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
