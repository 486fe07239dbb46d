"""Where links lead: an address, a place on the page, or a file to download."""

import re
from functools import lru_cache
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from spine_content.importing.cleaning import INLINE, clean
from spine_content.importing.names import names

DOCUMENTS = names(
    ".pdf .doc .docx .odt .rtf .xls .xlsx .ods .ppt .pptx .odp .epub .zip .ics .vcf "
    ".csv .txt .mp3 .m4a .ogg .wav .mp4 .mov .webm .avi .wmv"
)
PICTURES = names(".jpg .jpeg .jpe .png .gif .webp .avif .svg .bmp .tif .tiff")
_SPACE = re.compile(r"\s")


@lru_cache(maxsize=2048)
def address(href: str) -> str:
    """A link's address if it may be kept, else nothing."""
    href = _SPACE.sub("%20", re.sub(r"[\t\r\n]", "", href).strip())
    if not href or "\\" in href:
        return ""
    kept = clean(f'<a href="{_quoted(href)}">x</a>', INLINE)
    return href if kept.startswith("<a href=") else ""


def _quoted(text: str) -> str:
    return text.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")


@lru_cache(maxsize=2048)
def kind(reference: str) -> str:
    """Whether an address is that of a "document", of a "picture", or of neither."""
    ending = suffix(reference)
    if ending in DOCUMENTS:
        return "document"
    return "picture" if ending in PICTURES else ""


def suffix(reference: str) -> str:
    """The ending of the file that an address means, such as ".pdf"."""
    try:
        parts = urlsplit(reference)
    except ValueError:
        return ""
    if parts.scheme not in ("", "http", "https", "file"):
        return ""
    return PurePosixPath(unquote(parts.path)).suffix.lower()


def file_name(reference: str) -> str:
    """The name of a file, as a person would say it."""
    try:
        path = urlsplit(reference).path
    except ValueError:
        path = reference
    return unquote(path.rstrip("/").rsplit("/", 1)[-1]) or reference
