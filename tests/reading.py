"""What a visitor reads: the markup of a page, and what any page has to keep."""

from collections.abc import Iterator
from typing import Any

from bs4 import BeautifulSoup, Tag

#: A script of this type is read by search engines and run by nobody.
DATA = "application/ld+json"


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
