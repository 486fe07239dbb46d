"""The main region of a page: its text, without what every page of a site has."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bs4 import Tag

from spine_content.importing.markup import UNSEEN, Markup, attribute, seen, words
from spine_content.importing.outlining import furniture
from spine_content.importing.outlining.walker import Walker

#: Where systems and themes put the text, best first.
NAMES = re.compile(
    r"(?:^|\s)(?:entry-content|post-content|article-content|article-body|articlebody|"
    r"page-content|main-content|maincontent|content-main|content-area|site-content|"
    r"content|main|inhalt|contenu|contenido|primary)(?=$|\s)"
)
#: What stands around it on a page that has no landmarks.
AROUND = re.compile(
    r"(?:^|\s)(?:site-|page-|main-|top-?|left-?|right-?|sub-?)?"
    r"(?:header|footer|navigation|navi|nav|navbar|menu|masthead|colophon|topbar|sidebar|"
    r"logo|banner)(?=$|\s)"
)
ELEMENTS = {"nav": "menu", "header": "banner", "footer": "footer", "aside": "sidebar"}
BOXES = frozenset(("div", "ul", "td", "table", "p", "center"))
#: Links that make a menu.
FEWEST = 4
#: A text has at least this share of its page's words.
SHARE = 0.3


@dataclass
class Region:
    """Where the text is, and what stands around it."""

    tag: Tag
    #: Elements in it that are no part of the text.
    around: list[tuple[str, Tag]] = field(default_factory=list)
    #: What stands outside it.
    outside: list[tuple[str, str]] = field(default_factory=list)


def main_region(soup: Markup) -> Region:
    """The region of a whole page."""
    found = _landmark(soup) or _named(soup)
    if found is not None:
        return Region(found, outside=list(_outside(soup, found)))
    return Region(soup, around=list(_around(soup)))


def _landmark(body: Tag) -> Tag | None:
    mains = [
        tag
        for tag in body.find_all(True)
        if tag.name == "main" or attribute(tag, "role") == "main"
    ]
    if mains:
        longest = max(mains, key=lambda tag: len(words(tag)))
        return longest if words(longest) else None
    articles = body.find_all("article")
    if len(articles) == 1 and _share(articles[0], body) >= SHARE:
        return articles[0]
    return None


def _named(body: Tag) -> Tag | None:
    for tag in body.find_all(("div", "section", "td", "article")):
        names = f"{attribute(tag, 'class')} {attribute(tag, 'id')}".lower()
        body_of = attribute(tag, "itemprop") == "articleBody"
        if (body_of or NAMES.search(names)) and _share(tag, body) >= SHARE:
            return tag
    return None


def _share(tag: Tag, body: Tag) -> float:
    return len(words(tag)) / max(1, len(words(body)))


def _outside(body: Tag, region: Tag) -> Iterator[tuple[str, str]]:
    """What the page has beside its region, one part after another."""
    inside = region
    while inside is not body:
        parent = inside.parent
        if parent is None:
            return
        for node in parent.contents:
            if node is inside:
                continue
            if isinstance(node, Tag):
                text = "" if node.name in UNSEEN else words(node)
                if text:
                    yield _what(node), text
            elif seen(node) and (text := " ".join(str(node).split())):
                yield "outside", text
        inside = parent


def _what(tag: Tag) -> str:
    return ELEMENTS.get(tag.name) or furniture.named(tag)[0] or "outside"


def _around(body: Tag) -> Iterator[tuple[str, Tag]]:
    """The parts of a page without a main region that are no text, by their names."""
    total = max(1, len(words(body)))
    has_menu = len(body.find_all("a", limit=FEWEST)) == FEWEST
    taken: set[int] = set()
    for tag in body.find_all(True):
        if any(id(above) in taken for above in _parents(tag, body)):
            continue
        what = _part(tag, total)
        if not what and has_menu and tag.name in BOXES and _is_bare_menu(tag):
            what = "menu"
        if what:
            taken.add(id(tag))
            yield what, tag


def _parents(tag: Tag, body: Tag) -> Iterator[Tag]:
    for parent in tag.parents:
        if parent is body:
            return
        yield parent


def _part(tag: Tag, total: int) -> str:
    if tag.name in ("nav", "footer", "aside", "header"):
        if tag.find_parent(("article", "section", "blockquote", "figure")) is not None:
            return ""
        if tag.name == "header" and tag.find(("nav", "ul")) is None:
            return ""
        return ELEMENTS[tag.name]
    if tag.name not in BOXES:
        return ""
    names = f"{attribute(tag, 'class')} {attribute(tag, 'id')}".lower()
    around = AROUND.search(names) and tag.find("h1") is None
    if around and len(words(tag)) < 0.4 * total:
        return "menu" if "nav" in names or "menu" in names else "banner"
    return ""


def _is_bare_menu(tag: Tag) -> bool:
    """Many short links and hardly anything else."""
    links = tag.find_all("a")
    if len(links) < FEWEST:
        return False
    linked = sum(len(words(link)) for link in links)
    text = len(words(tag))
    return linked > 0.8 * max(1, text) and linked < 25 * len(links)


def leave(walker: Walker, region: Region) -> None:
    """Say what stands around the region."""
    for what, text in region.outside:
        walker.leave(what, text, furniture.reason(what))
    for what, tag in region.around:
        walker.taken.add(id(tag))
        if text := words(tag):
            walker.leave(what, text, furniture.reason(what))


def navigation(walker: Walker, tag: Tag) -> None:
    """A ``nav`` in the text: links, or a list of what the page contains."""
    if text := words(tag):
        walker.leave("menu", text, furniture.reason("menu"))
