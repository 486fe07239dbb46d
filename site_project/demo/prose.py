"""Turns the plain text in which the demo is written into Wagtail's rich text."""

import re
from html import escape
from textwrap import dedent

HEADINGS = {"## ": "h2", "### ": "h3"}
BOLD = re.compile(r"\*\*(.+?)\*\*")
LINK = re.compile(r"\[(.+?)\]\((.+?)\)")


def rich(source: str) -> str:
    """
    Paragraphs with blank lines between them, `- ` for lists, `##` and `###` for
    headings, `**bold**`, and `[words](address)`; the address `page:slug` is a page of
    the demo, and `term:key` a word that its glossary explains.
    """
    parts = re.split(r"\n\s*\n", dedent(source).strip())
    return "".join(_block(part) for part in parts)


def line(source: str) -> str:
    """The same for a single paragraph."""
    return f"<p>{_inline(source)}</p>"


def plain(source: str) -> str:
    """One line of plain text, however it was wrapped in the source."""
    return " ".join(source.split())


def _block(part: str) -> str:
    for mark, tag in HEADINGS.items():
        if part.startswith(mark):
            return f"<{tag}>{_inline(part.removeprefix(mark))}</{tag}>"
    if part.startswith("- "):
        items = re.split(r"^- ", part, flags=re.MULTILINE)[1:]
        return f"<ul>{''.join(f'<li>{_inline(item)}</li>' for item in items)}</ul>"
    return line(part)


def _inline(words: str) -> str:
    html = escape(plain(words), quote=False)
    html = BOLD.sub(r"<b>\1</b>", html)
    return LINK.sub(r'<a href="\2">\1</a>', html)
