"""Addresses: what may be kept, which file one means, and which film."""

import re
from functools import lru_cache
from pathlib import PurePosixPath
from urllib.parse import parse_qs, unquote, urlsplit

from spine_content.importing.names import names
from spine_content.importing.sanitiser import INLINE_TAGS, clean_html

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
    kept = clean_html(f'<a href="{_quoted(href)}">x</a>', INLINE_TAGS)
    return href if kept.startswith("<a href=") else ""


def _quoted(text: str) -> str:
    return text.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")


@lru_cache(maxsize=2048)
def file_kind(reference: str) -> str:
    """Whether an address is that of a "document", of a "picture", or of neither."""
    ending = file_suffix(reference)
    if ending in DOCUMENT_SUFFIXES:
        return "document"
    return "picture" if ending in IMAGE_SUFFIXES else ""


def file_suffix(reference: str) -> str:
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


YOUTUBE_HOSTS = frozenset(
    ("youtube.com", "m.youtube.com", "youtube-nocookie.com", "music.youtube.com")
)
VIMEO_HOSTS = frozenset(("vimeo.com", "player.vimeo.com"))
YOUTUBE_ID = re.compile(r"[\w-]{11}", re.ASCII)
YOUTUBE_PATH = re.compile(r"/(?:embed|shorts|live|v|e)/([\w-]{11})(?:[/&]|$)", re.ASCII)
VIMEO_PATH = re.compile(r"/(?:[a-z]+/)*(\d{5,})(?:/(\w+))?/?$", re.ASCII)
BARE_URL = re.compile(r"https?://\S+$")


def video_url(address: str) -> str:
    """The address of a film as a person would open it, or nothing."""
    address = address.strip()
    if address.startswith("//"):
        address = f"https:{address}"
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https"):
        return ""
    if host == "youtu.be":
        return _youtube(parts.path.strip("/"))
    if host in YOUTUBE_HOSTS:
        match = YOUTUBE_PATH.match(parts.path)
        return _youtube(match[1] if match else parse_qs(parts.query).get("v", [""])[0])
    if host in VIMEO_HOSTS and (match := VIMEO_PATH.match(parts.path)):
        word = match[2] or parse_qs(parts.query).get("h", [""])[0]
        ending = f"/{word}" if word.isalnum() else ""
        return f"https://vimeo.com/{match[1]}{ending}"
    return ""


def _youtube(film_id: str) -> str:
    if not YOUTUBE_ID.fullmatch(film_id):
        return ""
    return f"https://www.youtube.com/watch?v={film_id}"
