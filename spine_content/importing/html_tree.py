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


def names(words: str) -> frozenset[str]:
    """Names that are written as a line of words."""
    return frozenset(words.split())


#: Elements in one another. A browser stops at 512; nobody writes more than fifty.
MAX_DEPTH = 100

BLOCK_TAGS = names(
    "address article aside blockquote center details dialog dd dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav "
    "ol p pre search section summary table ul"
)
HEADING_TAGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
#: Elements without anything that a reader sees as words.
HIDDEN_TAGS = names(
    "xml script style template head title meta link base noembed noframes canvas param "
    "source track map area col colgroup datalist rp"
)
#: Elements whose content is for browsers that cannot show them.
FALLBACK_TAGS = frozenset(("iframe", "embed", "video", "audio", "object", "noscript"))
_HEAD_TAGS = names("title meta link script style base noscript template object bgsound")
_DOCUMENT_TAGS = frozenset(("html", "head", "body"))
_ROW_TAGS = ("tr", "td", "th")
_TABLE_PARTS = ("thead", "tbody", "tfoot", "caption", "colgroup", *_ROW_TAGS)
#: A start tag closes these, as far as up to one of those.
_IMPLIED_END_TAGS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    name: (frozenset(closed), frozenset(stops))
    for names, closed, stops in (
        (("li",), ("li",), ("ul", "ol", "menu", "dir", "table", "section", "article")),
        (("dt", "dd"), ("dt", "dd"), ("dl", "table", "section", "article")),
        (("td", "th"), ("td", "th", "caption"), ("tr", "table")),
        (("tr",), (*_ROW_TAGS, "caption"), ("table", "thead", "tbody", "tfoot")),
        (("thead", "tbody", "tfoot", "colgroup"), _TABLE_PARTS, ("table",)),
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

# What a browser reads as a comment and Python's parser does not: "<?xml … ?>",
# "<![if !supportLists]>", "<!-->". Whole comments are matched first, as what stands in
# them must not be taken for one of these.
_COMMENT = re.compile(
    r"<!---?>|(?P<whole><!--.*?-->)|<\?[^>]*>?|<!\[(?!CDATA\[)[^>]*>?", re.S
)
#: Where Python's parser ends a comment, and a browser does not.
_FALSE_END = re.compile(r"--\s+>")
_CDATA = re.compile(r"<!\[CDATA\[|\]\]>")
#: Elements whose text does not run on into that of their neighbours.
SEPARATED_TAGS = BLOCK_TAGS | names(
    "br td th option caption img button select input textarea"
)
_SPACE = NavigableString(" ")

# Letters that no database and no XML takes.
_CONTROLS = {code: None for code in (*range(32), 127) if code not in (9, 10, 13)}


class HTMLTree(BeautifulSoup):
    """A document whose omitted end tags were put in, and whose depth is limited."""

    flattened = False

    def handle_starttag(self, name: str, *args: Any, **kwargs: Any) -> Tag | None:
        self.endData()
        if name in _DOCUMENT_TAGS and any(
            tag.name != "html" for tag in self.tagStack[1:]
        ):
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
        ended = HEADING_TAGS if name in HEADING_TAGS else (name,)
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
            and name not in _HEAD_TAGS
            or name in HEADING_TAGS
            and current.name in HEADING_TAGS
        ):
            self.popTag()
        if name in _IMPLIED_END_TAGS:
            self._close(*_IMPLIED_END_TAGS[name])
        elif name in BLOCK_TAGS and self.open_tag_counter.get("p"):
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
    if name in _TABLE_PARTS:
        return _TABLE_STOPS
    return _CELL_STOPS if name in BLOCK_TAGS else _ITEM_STOPS


def parse_html(html: str) -> HTMLTree:
    """The tree of a document or a piece of one. It never fails."""
    html = html.encode("utf-8", "replace").decode().translate(_CONTROLS)
    html = _escape_unclosed(html.replace("--!>", "-->"), "<!--", "-->")
    html = _CDATA.sub("", _COMMENT.sub(_plain_comment, html))
    html = _escape_unclosed(html, "<", ">")
    try:
        return _parse(html)
    except ParserRejectedMarkup:
        return _parse(re.sub(r"<!(?!--)", "&lt;!", html))


def _escape_unclosed(html: str, opening: str, closing: str) -> str:
    """
    Make text of every ``opening`` after the last ``closing``.

    Python's parser would look for the end of each again and again, for hours.
    """
    end = html.rfind(closing) + len(closing) if closing in html else 0
    return html[:end] + html[end:].replace(opening, f"&lt;{opening[1:]}")


def _plain_comment(match: re.Match[str]) -> str:
    """A comment that Python's parser reads as a browser does, or nothing."""
    return _FALSE_END.sub("", match["whole"] or "")


def _parse(html: str) -> HTMLTree:
    # Not lxml: its libxml2 ends a heading, bold text and a link where a paragraph or
    # table begins in them. "<h2><p>Title</p></h2>" would lose its heading.
    # The empty comment keeps Beautiful Soup from asking whether this is a file name.
    return HTMLTree(
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


def is_text(node: Any) -> bool:
    """Whether a string is text, and no comment or declaration."""
    return not isinstance(node, PreformattedString)


def visible_strings(tag: Tag) -> Iterator[str]:
    """The text that a reader sees, bit by bit, without nesting calls."""
    waiting: list[Any] = [tag]
    while waiting:
        node = waiting.pop()
        if not isinstance(node, Tag):
            if is_text(node):
                yield str(node)
        elif node.name in FALLBACK_TAGS:
            yield " "
        elif node.name not in HIDDEN_TAGS:
            if node.name in SEPARATED_TAGS:
                yield " "
                waiting.append(_SPACE)
            waiting += reversed(node.contents)


def visible_text(tag: Tag) -> str:
    """The text of an element in one line."""
    return " ".join("".join(visible_strings(tag)).split())
