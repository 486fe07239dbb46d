"""What a visitor's browser has to fetch for a page, besides the page itself."""

import gzip
import re
from dataclasses import dataclass

from bs4 import BeautifulSoup
from django.contrib.staticfiles import finders
from django.templatetags.static import static

#: What a page may weigh, and how many requests it may take without pictures.
STYLES_AND_SCRIPTS = 15 * 1024
REQUESTS = 4

FONT = re.compile(r"@font-face|@import|url\(")


@dataclass
class Weight:
    """Addresses that a page fetches, bytes after gzip, and files that fetch more."""

    fetched: list[str]
    styles_and_scripts: int
    with_fonts: list[str]


def gzipped(data: bytes) -> int:
    return len(gzip.compress(data, 6, mtime=0))


def weight(html: bytes) -> Weight:
    """The weight of our own files on a page: a site's own shell is its own matter."""
    soup = BeautifulSoup(html, "html.parser")
    found = [tag["href"] for tag in soup.select('link[rel="stylesheet"]')]
    found += [tag["src"] for tag in soup.select("script[src]")]
    ours = {url: _read(url) for url in found if "/spine_content/" in url}
    return Weight(
        found,
        sum(map(gzipped, ours.values())),
        [url for url, data in ours.items() if FONT.search(data.decode())],
    )


def _read(url: str) -> bytes:
    path = finders.find(url.removeprefix(static("")))
    assert path, f"{url} is not a static file of ours."
    with open(path, "rb") as file:
        return file.read()
