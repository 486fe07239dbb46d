"""
HTML as a tree, read the way a browser would read it.

Beautiful Soup on Python's own parser knows nothing of the end tags that HTML lets a
writer leave out, and nests what it meets as deep as it comes. Both are mended here,
so that nothing later has to think of them.
"""

import re
from collections.abc import Iterator
from typing import Any, cast

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PreformattedString, Tag
from bs4.exceptions import ParserRejectedMarkup

from spine_content.importing.names import names

#: Elements in one another. A browser stops at 512; nobody writes more than fifty.
MAX_DEPTH = 100

BLOCKS = names(
    "address article aside blockquote center details dialog dd dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu "
    "nav ol p pre search section summary table ul"
)
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
#: Elements without anything that a reader sees as words.
UNSEEN = names(
    "xml script style template head title meta link base noembed noframes canvas param "
    "source track map area col colgroup datalist rp"
)
#: Elements whose content is for browsers that cannot show them.
FALLBACKS = frozenset(("iframe", "embed", "video", "audio", "object", "noscript"))
_IN_HEAD = frozenset(
    [
        "title",
        "meta",
        "link",
        "script",
        "style",
        "base",
        "noscript",
        "template",
        "object",
        "bgsound",
    ]
)
_FRAME = frozenset(("html", "head", "body"))
_ROWS = ("tr", "td", "th")
_GROUPS = ("thead", "tbody", "tfoot", "caption", "colgroup", *_ROWS)
#: A start tag closes these, as far as up to one of those.
_CLOSES: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    name: (frozenset(closed), frozenset(stops))
    for names, closed, stops in (
        (("li",), ("li",), ("ul", "ol", "menu", "dir", "table", "section", "article")),
        (("dt", "dd"), ("dt", "dd"), ("dl", "table", "section", "article")),
        (("td", "th"), ("td", "th", "caption"), ("tr", "table")),
        (("tr",), (*_ROWS, "caption"), ("table", "thead", "tbody", "tfoot")),
        (("thead", "tbody", "tfoot", "colgroup"), _GROUPS, ("table",)),
        (("option",), ("option",), ("select", "optgroup")),
        (("optgroup",), ("option", "optgroup"), ("select",)),
    )
    for name in names
}
_PARAGRAPH_STOPS = frozenset(
    ("table", "td", "th", "caption", "button", "object", "template")
)
_CELL_STOPS = frozenset(("table", "td", "th", "caption", "template"))
_ITEM_STOPS = _CELL_STOPS | {"li", "dd", "dt", "summary", "button"}
_TABLE_STOPS = frozenset(("table", "template"))

# What a browser reads as a comment and Python's parser stumbles over: "<?xml … ?>",
# "<![if !supportLists]>".
_ODDITIES = re.compile(r"<\?[^>]*>?|<!\[(?!CDATA\[)[^>]*>?")
_CDATA = re.compile(r"<!\[CDATA\[|\]\]>")
#: Elements whose text does not run on into that of their neighbours.
APART = BLOCKS | names("br td th option caption img button select input textarea")
_SPACE = NavigableString(" ")

# Letters that no database and no XML takes.
_CONTROLS = {code: None for code in (*range(32), 127) if code not in (9, 10, 13)}


class Markup(BeautifulSoup):
    """A document whose omitted end tags were put in, and whose depth is limited."""

    flattened = False

    def handle_starttag(self, name: str, *args: Any, **kwargs: Any) -> Tag | None:
        self.endData()
        if name in _FRAME and any(tag.name != "html" for tag in self.tagStack[1:]):
            # The second of its kind, as in two pages pasted together.
            return None
        self._close_before(name)
        if len(self.tagStack) > MAX_DEPTH:
            # The element becomes a neighbour, as in a browser.
            self.flattened = True
            self.popTag()
        return super().handle_starttag(name, *args, **kwargs)

    def handle_endtag(self, name: str, nsprefix: str | None = None) -> None:
        self.endData()
        if name in ("body", "html"):
            return
        stops = _end_stops(name)
        # "<h2>…</h1>" ends the heading that is open.
        ended = HEADINGS if name in HEADINGS else (name,)
        for tag in reversed(self.tagStack[1:]):
            if tag.name in ended:
                self._pop_to(tag)
                return
            if tag.name in stops:
                return

    def endData(self, containerClass: Any = None) -> None:
        # Blank lines mean paragraphs in an export: white space stays as it is.
        if not self.current_data:
            return
        text = "".join(self.current_data)
        self.current_data = []
        current = self.currentTag
        if containerClass is None and current is not None and current.name == "head":
            if not text.strip():
                return
            self.popTag()
        self.object_was_parsed((containerClass or NavigableString)(text))

    def popTag(self) -> Tag | None:
        # The parent's method compares whole trees with one another.
        tag = self.tagStack.pop()
        self.open_tag_counter[tag.name] -= 1
        self.currentTag = self.tagStack[-1] if self.tagStack else None
        return self.currentTag

    def _pop_to(self, tag: Tag) -> None:
        while len(self.tagStack) > 1:
            last = self.tagStack[-1]
            self.popTag()
            if last is tag:
                return

    def _close_before(self, name: str) -> None:
        current = cast(Tag, self.currentTag)
        if (
            current.name == "head"
            and name not in _IN_HEAD
            or name in HEADINGS
            and current.name in HEADINGS
        ):
            self.popTag()
        if name in _CLOSES:
            self._close(*_CLOSES[name])
        elif name in BLOCKS and self.open_tag_counter.get("p"):
            self._close(frozenset(("p",)), _PARAGRAPH_STOPS)

    def _close(self, closed: frozenset[str], stops: frozenset[str]) -> None:
        outermost = None
        for tag in reversed(self.tagStack[1:]):
            if tag.name in stops:
                break
            if tag.name in closed:
                outermost = tag
        if outermost is not None:
            self._pop_to(outermost)


def _end_stops(name: str) -> frozenset[str]:
    if name == "table":
        return frozenset()
    if name in _GROUPS:
        return _TABLE_STOPS
    return _CELL_STOPS if name in BLOCKS else _ITEM_STOPS


def parse(html: str) -> Markup:
    """The tree of a document or a piece of one. It never fails."""
    html = html.encode("utf-8", "replace").decode().translate(_CONTROLS)
    html = _closed(_CDATA.sub("", _ODDITIES.sub("", html)))
    try:
        return _parse(html)
    except ParserRejectedMarkup:
        return _parse(re.sub(r"<!(?!--)", "&lt;!", html))


def _closed(html: str) -> str:
    """
    Without comments and tags that are never closed.

    Python's parser would look for their end again and again, for hours.
    """
    for opening, closing in (("<!--", "-->"), ("<", ">")):
        end = html.rfind(closing) + 1
        html = html[:end] + html[end:].replace(opening, f"&lt;{opening[1:]}")
    return html


def _parse(html: str) -> Markup:
    # The empty comment keeps Beautiful Soup from asking whether this is a file name.
    return Markup(
        "<!---->" + html,
        "html.parser",
        multi_valued_attributes=None,
        on_duplicate_attribute="ignore",
    )


def attribute(tag: Tag, name: str) -> str:
    """An attribute without spaces around it; empty if there is none."""
    value = tag.attrs.get(name)
    return value.strip() if isinstance(value, str) else ""


def classes(tag: Tag) -> list[str]:
    return attribute(tag, "class").lower().split()


def seen(node: Any) -> bool:
    """Whether a string is text, and no comment or declaration."""
    return not isinstance(node, PreformattedString)


def strings(tag: Tag) -> Iterator[str]:
    """The text that a reader sees, bit by bit, without nesting calls."""
    waiting: list[Any] = [tag]
    while waiting:
        node = waiting.pop()
        if not isinstance(node, Tag):
            if seen(node):
                yield str(node)
        elif node.name in FALLBACKS:
            yield " "
        elif node.name not in UNSEEN:
            if node.name in APART:
                yield " "
                waiting.append(_SPACE)
            waiting += reversed(node.contents)


def words(tag: Tag) -> str:
    """The text of an element in one line."""
    return " ".join("".join(strings(tag)).split())
