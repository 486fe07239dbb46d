"""HTML of others made safe, and headings in rich text: their anchors and their list."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html import unescape
from types import MappingProxyType
from typing import Any

import nh3
from django.utils.html import strip_tags
from django.utils.text import slugify

#: Tags of one paragraph, list item or cell …
INLINE_TAGS = frozenset(("a", "b", "i", "br"))
#: … and of a text of several paragraphs. The features of a field narrow it further.
TEXT_TAGS = INLINE_TAGS | {"p", "h3", "ul", "ol", "li"}
#: The one list of what foreign HTML may keep beside its tags. Links may be relative.
ALLOWED: Mapping[str, Any] = MappingProxyType(
    {
        "attributes": {"a": {"href"}},
        "url_schemes": {"http", "https", "mailto", "tel"},
        # These go with all that is in them.
        "clean_content_tags": {"script", "style", "template", "title"},
        "link_rel": None,
        "strip_comments": True,
    }
)

# Wagtail writes rich text itself, headings flat and never nested, so a pattern is
# safe here and far cheaper than parsing every body on every request.
HEADING = re.compile(r"<h([2-6])((?:\s[^>]*)?)>(.*?)</h\1>", re.DOTALL)
PARAGRAPH = re.compile(r"<p(?:\s[^>]*)?>(.*?)</p>", re.DOTALL)
OWN_ID = re.compile(r'\sid="[^"]*"')


def sanitise(html: str, tags: frozenset[str] = TEXT_TAGS) -> str:
    """``html`` with no other tags than these; cleaning twice gives the same."""
    return nh3.clean(html, tags=set(tags), **ALLOWED)


@dataclass(frozen=True)
class Heading:
    """A heading on a page: its level (2 to 6), plain text and anchor."""

    level: int
    text: str
    id: str


@dataclass
class Outline:
    """
    The headings of one page in order, each with an anchor no other one has.

    ``reserved`` are anchors that the page's own template already uses.
    """

    reserved: Iterable[str] = ()
    headings: list[Heading] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._used = set(self.reserved)
        self._anchored: dict[str, list[str]] = {}

    def add(self, level: int, text: str, anchor: str) -> None:
        """List a heading that the template writes itself."""
        self._used.add(anchor)
        self.headings.append(Heading(level, text, anchor))

    def add_html(self, source: str) -> None:
        """List the headings of rich text, and keep the text with anchors for later."""
        self._anchored.setdefault(source, []).append(self._anchor(source))

    def anchored(self, source: str) -> str:
        """The rich text with anchors. Equal texts get theirs in page order."""
        versions = self._anchored.get(source)
        if not versions:
            return self._anchor(source)
        return versions.pop(0) if len(versions) > 1 else versions[0]

    def _anchor(self, source: str) -> str:
        return HEADING.sub(self._with_anchor, source)

    def _with_anchor(self, match: re.Match[str]) -> str:
        level, attributes, content = match.groups()
        text = " ".join(unescape(strip_tags(content)).split())
        if not text:
            return match.group()
        anchor = self._free_anchor(text)
        self.headings.append(Heading(int(level), text, anchor))
        attributes = OWN_ID.sub("", attributes)
        return f'<h{level}{attributes} id="{anchor}">{content}</h{level}>'

    def _free_anchor(self, text: str) -> str:
        wanted = slugify(text, allow_unicode=True) or "section"
        anchor, number = wanted, 1
        while anchor in self._used:
            number += 1
            anchor = f"{wanted}-{number}"
        self._used.add(anchor)
        return anchor


def first_paragraph(source: str) -> str:
    """The first paragraph of rich text that says something, without markup."""
    for content in PARAGRAPH.findall(source):
        # A line break within it parts words, no other tag does.
        words = unescape(strip_tags(content.replace("<br", " <br"))).split()
        if words:
            return " ".join(words)
    return ""
