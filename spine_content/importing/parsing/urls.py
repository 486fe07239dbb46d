"""Addresses: what may be kept, which file one means, and which film."""

import re
from functools import lru_cache
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from spine_content.blocks.media import parse_video_url
from spine_content.html import INLINE_TAGS, sanitise
from spine_content.importing.html_tree import names

DOCUMENT_SUFFIXES = names(
    ".pdf .doc .docx .odt .rtf .xls .xlsx .ods .ppt .pptx .odp .epub .zip .ics .vcf "
    ".csv .txt .mp3 .m4a .ogg .wav .mp4 .mov .webm .avi .wmv"
)
IMAGE_SUFFIXES = names(".jpg .jpeg .jpe .png .gif .webp .avif .svg .bmp .tif .tiff")
_SPACE = re.compile(r"\s")


@lru_cache(maxsize=2048)
def safe_url(href: str) -> str:
    """A link's address if it may be kept, else nothing."""
    href = _SPACE.sub("%20", re.sub(r"[\t\r\n]", "", href).strip())
    if not href or "\\" in href:
        return ""
    kept = sanitise(f'<a href="{_quoted(href)}">x</a>', INLINE_TAGS)
    return href if kept.startswith("<a href=") else ""


def _quoted(text: str) -> str:
    return text.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")


@lru_cache(maxsize=2048)
def file_kind(reference: str) -> str:
    """Whether an address is that of a "document", of a "picture", or of neither."""
    try:
        parts = urlsplit(reference)
    except ValueError:
        return ""
    if parts.scheme not in ("", "http", "https", "file"):
        return ""
    suffix = PurePosixPath(unquote(parts.path)).suffix.lower()
    if suffix in DOCUMENT_SUFFIXES:
        return "document"
    return "picture" if suffix in IMAGE_SUFFIXES else ""


def file_name(reference: str) -> str:
    """The name of a file, as a person would say it."""
    try:
        path = urlsplit(reference).path
    except ValueError:
        path = reference
    return unquote(path.rstrip("/").rsplit("/", 1)[-1]) or reference


BARE_URL = re.compile(r"https?://\S+$")


def video_url(address: str) -> str:
    """The address of a film as a person would open it, or nothing."""
    address = address.strip()
    if address.startswith("//"):
        address = f"https:{address}"
    if not address.lower().startswith(("http://", "https://")):
        return ""
    if "?" not in address:
        # As in the players of old: "/v/aqz-KE-bpKQ&rel=0".
        address = address.replace("&", "?", 1)
    player = parse_video_url(address)
    return player.page_url if player else ""
