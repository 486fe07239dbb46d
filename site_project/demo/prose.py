"""Turns the plain text in which the demo is written into Wagtail's rich text."""

import re
from collections.abc import Callable
from html import escape

HEADINGS = {"##": "h2", "###": "h3"}
BOLD = re.compile(r"\*\*(.+?)\*\*")
LINK = re.compile(r"\[(.+?)\]\((.+?)\)")


def rich(source: str, link: Callable[[str], str]) -> str:
    """
    Paragraphs, `- ` lists, `##` and `###` headings, `**bold**` and `[words](address)`,
    as in Markdown. ``link`` gives the attributes of an address.
    """
    html = "".join(map(_block, re.split(r"\n\s*\n", source.strip())))
    return LINK.sub(lambda found: f"<a {link(found[2])}>{found[1]}</a>", html)


def _block(part: str) -> str:
    mark, _, rest = part.partition(" ")
    if mark in HEADINGS:
        return f"<{HEADINGS[mark]}>{_inline(rest)}</{HEADINGS[mark]}>"
    if mark == "-":
        items = re.split(r"^- ", part, flags=re.MULTILINE)[1:]
        return f"<ul>{''.join(f'<li>{_inline(item)}</li>' for item in items)}</ul>"
    return f"<p>{_inline(part)}</p>"


def _inline(words: str) -> str:
    return BOLD.sub(r"<b>\1</b>", escape(" ".join(words.split()), quote=False))
