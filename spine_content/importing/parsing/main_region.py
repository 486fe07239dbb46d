"""The main region of a page: its text, without what every page of a site has."""

import re
from collections.abc import Iterator

from bs4 import Tag

from spine_content.importing.html_tree import (
    HIDDEN_TAGS,
    HTMLTree,
    attribute,
    is_text,
    visible_text,
)
from spine_content.importing.parsing.boilerplate import boilerplate_kind, skip_reason
from spine_content.importing.parsing.walker import Walker

#: Where systems and themes put the text, best first.
_REGION_NAMES = re.compile(
    r"(?:^|\s)(?:entry-content|post-content|article-content|article-body|articlebody|"
    r"page-content|main-content|maincontent|content-main|content-area|site-content|"
    r"content|main|inhalt|contenu|contenido|primary)(?=$|\s)"
)
#: What stands around it on a page that has no landmarks.
_CHROME_NAMES = re.compile(
    r"(?:^|\s)(?:site-|page-|main-|top-?|left-?|right-?|sub-?)?"
    r"(?:header|footer|navigation|navi|nav|navbar|menu|masthead|colophon|topbar|sidebar|"
    r"logo|banner)(?=$|\s)"
)
_BOILERPLATE_TAGS = {
    "nav": "menu",
    "header": "banner",
    "footer": "footer",
    "aside": "sidebar",
}
_BOX_TAGS = frozenset(("div", "ul", "td", "table", "p", "center"))
#: Links that make a menu.
_MENU_LINKS = 4
#: A text has at least this share of its page's words.
_MINIMUM_SHARE = 0.3


def find_main_region(walker: Walker, tree: HTMLTree) -> Tag:
    """The region of a whole page. What stands around it is skipped."""
    found = _landmark(tree) or _named(tree)
    if found is not None:
        for what, text in _outside(tree, found):
            walker.skip(what, text, skip_reason(what))
        return found
    for what, tag in _surroundings(tree):
        walker.consumed.add(id(tag))
        if text := visible_text(tag):
            walker.skip(what, text, skip_reason(what))
    return tree


def _landmark(body: Tag) -> Tag | None:
    mains = [
        tag
        for tag in body.find_all(True)
        if tag.name == "main" or attribute(tag, "role") == "main"
    ]
    if mains:
        longest = max(mains, key=lambda tag: len(visible_text(tag)))
        return longest if visible_text(longest) else None
    articles = body.find_all("article")
    if len(articles) == 1 and _share(articles[0], body) >= _MINIMUM_SHARE:
        return articles[0]
    return None


def _named(body: Tag) -> Tag | None:
    total: int | None = None
    for tag in body.find_all(("div", "section", "td", "article")):
        names = f"{attribute(tag, 'class')} {attribute(tag, 'id')}".lower()
        body_of = attribute(tag, "itemprop") == "articleBody"
        if not (body_of or _REGION_NAMES.search(names)):
            continue
        if total is None:
            total = max(1, len(visible_text(body)))
        if len(visible_text(tag)) >= _MINIMUM_SHARE * total:
            return tag
    return None


def _share(tag: Tag, body: Tag) -> float:
    return len(visible_text(tag)) / max(1, len(visible_text(body)))


def _outside(body: Tag, region: Tag) -> Iterator[tuple[str, str]]:
    """What the page has beside its region, one part after another."""
    inside = region
    while inside is not body:
        parent = inside.parent
        if parent is None:
            return
        for child in parent.contents:
            if child is inside:
                continue
            if isinstance(child, Tag):
                text = "" if child.name in HIDDEN_TAGS else visible_text(child)
                if text:
                    yield _kind_of(child), text
            elif is_text(child) and (text := " ".join(str(child).split())):
                yield "outside", text
        inside = parent


def _kind_of(tag: Tag) -> str:
    return _BOILERPLATE_TAGS.get(tag.name) or boilerplate_kind(tag)[0] or "outside"


def _surroundings(body: Tag) -> Iterator[tuple[str, Tag]]:
    """The parts of a page without a main region that are no text, by their names."""
    total = max(1, len(visible_text(body)))
    has_menu = len(body.find_all("a", limit=_MENU_LINKS)) == _MENU_LINKS
    taken: set[int] = set()
    for tag in body.find_all(True):
        if any(id(above) in taken for above in _parents(tag, body)):
            continue
        what = _surrounding_kind(tag, total)
        if not what and has_menu and tag.name in _BOX_TAGS and _is_bare_menu(tag):
            what = "menu"
        if what:
            taken.add(id(tag))
            yield what, tag


def _parents(tag: Tag, body: Tag) -> Iterator[Tag]:
    for parent in tag.parents:
        if parent is body:
            return
        yield parent


def _surrounding_kind(tag: Tag, total: int) -> str:
    if tag.name in ("nav", "footer", "aside", "header"):
        if tag.find_parent(("article", "section", "blockquote", "figure")) is not None:
            return ""
        if tag.name == "header" and tag.find(("nav", "ul")) is None:
            return ""
        return _BOILERPLATE_TAGS[tag.name]
    if tag.name not in _BOX_TAGS:
        return ""
    names = f"{attribute(tag, 'class')} {attribute(tag, 'id')}".lower()
    around = _CHROME_NAMES.search(names) and tag.find("h1") is None
    if around and len(visible_text(tag)) < 0.4 * total:
        return "menu" if "nav" in names or "menu" in names else "banner"
    return ""


def _is_bare_menu(tag: Tag) -> bool:
    """Many short links and hardly anything else."""
    links = tag.find_all("a")
    if len(links) < _MENU_LINKS:
        return False
    linked = sum(len(visible_text(link)) for link in links)
    text = len(visible_text(tag))
    return linked > 0.8 * max(1, text) and linked < 25 * len(links)


def nav(walker: Walker, tag: Tag) -> None:
    """A ``nav`` in the text: links, or a list of what the page contains."""
    if text := visible_text(tag):
        walker.skip("menu", text, skip_reason("menu"))
