"""Films at the two providers that pages can play: which film an address means."""

import re
from urllib.parse import parse_qs, urlsplit

YOUTUBE = frozenset(
    ("youtube.com", "m.youtube.com", "youtube-nocookie.com", "music.youtube.com")
)
VIMEO = frozenset(("vimeo.com", "player.vimeo.com"))
YOUTUBE_ID = re.compile(r"[\w-]{11}", re.ASCII)
YOUTUBE_PATH = re.compile(r"/(?:embed|shorts|live|v|e)/([\w-]{11})(?:[/&]|$)", re.ASCII)
VIMEO_PATH = re.compile(r"/(?:[a-z]+/)*(\d{5,})(?:/(\w+))?/?$", re.ASCII)
ONLY_ADDRESS = re.compile(r"https?://\S+$")


def film(address: str) -> str:
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
    if host in YOUTUBE:
        match = YOUTUBE_PATH.match(parts.path)
        return _youtube(match[1] if match else parse_qs(parts.query).get("v", [""])[0])
    if host in VIMEO and (match := VIMEO_PATH.match(parts.path)):
        word = match[2] or parse_qs(parts.query).get("h", [""])[0]
        ending = f"/{word}" if word.isalnum() else ""
        return f"https://vimeo.com/{match[1]}{ending}"
    return ""


def _youtube(film_id: str) -> str:
    if not YOUTUBE_ID.fullmatch(film_id):
        return ""
    return f"https://www.youtube.com/watch?v={film_id}"
