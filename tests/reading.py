"""What a visitor reads: the markup of a page, and what any page has to keep."""

from collections.abc import Iterator
from typing import Any

from bs4 import BeautifulSoup, Tag
from defusedxml import ElementTree

#: A script of this type is read by search engines and run by nobody.
DATA = "application/ld+json"
SITEMAP = {"": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def soup(html: str | bytes) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


def read(client: Any, address: str) -> BeautifulSoup:
    """The page at an address, which has to be there."""
    response = client.get(address)
    assert response.status_code == 200, f"{address} answers {response.status_code}"
    return soup(response.content)


def words(tag: Tag) -> str:
    """The text of an element as a reader sees it: without superfluous spaces."""
    return " ".join(tag.get_text().split())


def sitemap(client: Any) -> dict[str, str | None]:
    """By address, what the sitemap says of each page; no address is there twice."""
    root = ElementTree.fromstring(client.get("/sitemap.xml").content)
    found = [
        tuple(url.findtext(name, namespaces=SITEMAP) for name in ("loc", "lastmod"))
        for url in root.iterfind("url", SITEMAP)
    ]
    assert len(dict(found)) == len(found)
    return dict(found)


def inline_code(page: BeautifulSoup) -> Iterator[str]:
    """All that a strict Content-Security-Policy would refuse."""
    for tag in page.find_all(True):
        inline = tag.name == "script" and not tag.get("src")
        if tag.name == "style" or (inline and tag.get("type") != DATA):
            yield f"<{tag.name}>"
        for attribute in tag.attrs:
            if attribute == "style" or attribute.startswith("on"):
                yield f"<{tag.name} {attribute}>"


def ids(page: BeautifulSoup) -> list[str]:
    return [tag["id"] for tag in page.find_all(id=True)]


def heading_levels(page: BeautifulSoup) -> list[int]:
    main = page.find("main")
    return [int(tag.name[1]) for tag in main.find_all(["h1", "h2", "h3", "h4", "h5"])]


def targets(page: BeautifulSoup) -> set[str]:
    """The anchors that links on the page lead to."""
    links = page.select('a[href^="#"]')
    return {link["href"][1:] for link in links}


def rendered(block: Any, value: Any, **context: Any) -> BeautifulSoup:
    """A block as its own template renders it; ``value`` is what an editor entered."""
    return soup(block.render(block.normalize(value), context=context))
