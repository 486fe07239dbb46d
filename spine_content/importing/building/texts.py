"""Clean HTML made to fit what one field of rich text allows, and counted."""

import re
from collections import Counter
from html import unescape
from typing import Any

import nh3
from django.utils.html import escape, strip_tags

from spine_content.blocks.text import (
    BODY_FEATURES,
    LINE_FEATURES,
    NOTE_FEATURES,
    SECTION_FEATURES,
)

__all__ = ["BODY_FEATURES", "LINE_FEATURES", "NOTE_FEATURES", "SECTION_FEATURES"]

#: The markup that each of Wagtail's features may bring.
TAGS = {
    "h2": {"h2"},
    "h3": {"h3"},
    "bold": {"b"},
    "italic": {"i"},
    "ol": {"ol", "li"},
    "ul": {"ul", "li"},
    "link": {"a"},
}
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
EVERY_TAG = {"p", "br", "strong", "em", *HEADINGS, *set().union(*TAGS.values())}
SCHEMES = {"http", "https", "mailto", "tel"}
#: Other names of the same thing.
SAME = {"strong": "b", "em": "i"}
TAG = re.compile(r"<(/?)(strong|em|h[1-6])>")
BLOCKS = re.compile(r"</?(?:p|ul|ol|li|h[1-6])>|<br ?/?>")
MARKUP = re.compile(r"<[^>]*>|&nbsp;")
COUNTED = {
    "headings": re.compile(r"<h[2-6]>"),
    "paragraphs": re.compile(r"<p>"),
    "list_items": re.compile(r"<li>"),
    "links": re.compile(r"<a\s"),
}
#: Databases and parsers break on these, and no reader ever sees them.
UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")


def seen(text: str) -> str:
    """``text`` without characters that cannot be stored."""
    return UNSEEN.sub("", text)


def storable(value: Any) -> Any:
    """The same for everything in a list or dictionary."""
    if isinstance(value, str):
        return seen(value)
    if isinstance(value, dict):
        return {storable(key): storable(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [storable(each) for each in value]
    return value


def plain(html: str) -> str:
    """The words alone, on one line."""
    spaced = strip_tags(BLOCKS.sub(" ", seen(html)))
    return " ".join(unescape(spaced).split())


def fit(html: str, features: list[str]) -> str:
    """
    ``html`` with the markup that ``features`` allow, and all of its words.

    A heading that is too big becomes a smaller one, or a line in bold.
    """
    cleaned = nh3.clean(
        seen(html),
        tags=EVERY_TAG,
        attributes={"a": {"href"}},
        url_schemes=SCHEMES,
        link_rel=None,
    )
    # Wagtail's editor breaks on a line break that is not closed.
    closed = cleaned.replace("<br>", "<br/>")
    fitted = TAG.sub(lambda match: _tag(match, features), closed)
    if "ul" not in features:
        return _one_line(fitted)
    return fitted.strip() if _says_something(fitted) else ""


def paragraph(text: str) -> str:
    """Plain text as one paragraph of rich text."""
    return f"<p>{escape(seen(text))}</p>" if text.strip() else ""


def count(html: str) -> Counter[str]:
    """How many headings, paragraphs, list items and links there are."""
    return Counter({name: len(each.findall(html)) for name, each in COUNTED.items()})


def shortened(text: str, limit: int) -> str:
    """As many whole sentences of ``text`` as fit; else words, and then “…”."""
    text = " ".join(seen(text).split())
    if len(text) <= limit:
        return text
    head = text[:limit]
    end = max(head.rfind(mark) for mark in (". ", "! ", "? ", "。"))
    if end >= limit // 3:
        return head[: end + 1]
    return text[: limit - 1].rsplit(" ", 1)[0] + "…"


def _tag(match: re.Match[str], features: list[str]) -> str:
    slash, name = match.groups()
    if name in SAME:
        return f"<{slash}{SAME[name]}>"
    wanted = "h2" if name in ("h1", "h2") else "h3"
    if wanted == "h2" and "h2" not in features:
        wanted = "h3"
    if wanted in features:
        return f"<{slash}{wanted}>"
    return "</b></p>" if slash else "<p><b>"


def _one_line(html: str) -> str:
    line = " ".join(BLOCKS.sub(" ", html).split())
    return f"<p>{line}</p>" if _says_something(line) else ""


def _says_something(html: str) -> bool:
    return bool(MARKUP.sub("", html).strip())
