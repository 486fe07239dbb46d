"""
Foreign HTML and text made safe: as rich text that a field allows, and as plain text.
"""

import re
from collections import Counter
from html import unescape
from typing import Any

from django.utils.html import strip_tags

from spine_content.html import sanitise

#: The markup that each of Wagtail's features may bring.
FEATURE_TAGS = {
    "h2": {"h2"},
    "h3": {"h3"},
    "bold": {"b"},
    "italic": {"i"},
    "ol": {"ol", "li"},
    "ul": {"ul", "li"},
    "link": {"a"},
}
_HEADING_TAGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_EVERY_TAG = frozenset(("p", "br", "strong", "em", *_HEADING_TAGS)).union(
    *FEATURE_TAGS.values()
)
#: Other names of the same thing.
_SYNONYMS = {"strong": "b", "em": "i"}
_TAG = re.compile(r"<(/?)(strong|em|h[1-6])>")
_BLOCK_TAG = re.compile(r"</?(?:p|ul|ol|li|h[1-6])>|<br ?/?>")
_MARKUP = re.compile(r"<[^>]*>|&nbsp;")
_COUNTED = {
    "headings": re.compile(r"<h[2-6]>"),
    "paragraphs": re.compile(r"<p>"),
    "list_items": re.compile(r"<li>"),
    "links": re.compile(r"<a\s"),
}
_EMAIL_ADDRESS = re.compile(r"(?<![\w.+%-])[\w.+%-]+@[\w-]+(?:\.[\w-]+)+")
#: Databases and parsers break on these, and no reader ever sees them.
_CONTROL_CHARACTERS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")


def without_control_characters(text: str) -> str:
    """``text`` without characters that cannot be stored."""
    return _CONTROL_CHARACTERS.sub("", text)


def storable(value: Any) -> Any:
    """The same for everything in a list or dictionary."""
    if isinstance(value, str):
        return without_control_characters(value)
    if isinstance(value, dict):
        return {storable(key): storable(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [storable(each) for each in value]
    return value


def plain_text(html: str) -> str:
    """The words alone, on one line."""
    spaced = strip_tags(_BLOCK_TAG.sub(" ", without_control_characters(html)))
    return " ".join(unescape(spaced).split())


def sanitise_for_features(html: str, features: list[str]) -> str:
    """
    ``html`` with the markup that ``features`` allow, and all of its words.

    A heading that is too big becomes a smaller one, or a line in bold.
    """
    cleaned = sanitise(without_control_characters(html), _EVERY_TAG)
    # Wagtail's editor breaks on a line break that is not closed.
    closed = cleaned.replace("<br>", "<br/>")
    fitted = _TAG.sub(lambda match: _replace_tag(match, features), closed)
    if "ul" not in features:
        return _one_line(fitted)
    return fitted.strip() if _has_words(fitted) else ""


def count_elements(html: str) -> Counter[str]:
    """How many headings, paragraphs, list items and links there are."""
    return Counter({name: len(each.findall(html)) for name, each in _COUNTED.items()})


def shorten(text: str, limit: int) -> str:
    """As many whole sentences of ``text`` as fit; else words, and then “…”."""
    text = " ".join(without_control_characters(text).split())
    if len(text) <= limit:
        return text
    head = text[:limit]
    end = max(head.rfind(mark) for mark in (". ", "! ", "? ", "。"))
    if end >= limit // 3:
        return head[: end + 1]
    return text[: limit - 1].rsplit(" ", 1)[0] + "…"


def _replace_tag(match: re.Match[str], features: list[str]) -> str:
    slash, name = match.groups()
    if name in _SYNONYMS:
        return f"<{slash}{_SYNONYMS[name]}>"
    wanted = "h2" if name in ("h1", "h2") else "h3"
    if wanted == "h2" and "h2" not in features:
        wanted = "h3"
    if wanted in features:
        return f"<{slash}{wanted}>"
    return "</b></p>" if slash else "<p><b>"


def _one_line(html: str) -> str:
    line = " ".join(_BLOCK_TAG.sub(" ", html).split())
    return f"<p>{line}</p>" if _has_words(line) else ""


def _has_words(html: str) -> bool:
    return bool(_MARKUP.sub("", html).strip())


def without_email_addresses(text: str) -> str:
    """A text without e-mail addresses, for settings and fields of the old site."""
    return _EMAIL_ADDRESS.sub("…", text)
