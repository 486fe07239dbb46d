"""Marks in a line of text: bold, italic, links, raised numbers."""

import re
from functools import partial

from bs4 import Tag
from django.utils.translation import gettext as _

from spine_content.importing.documents import Download
from spine_content.importing.html_tree import attribute, visible_text
from spine_content.importing.parsing import urls
from spine_content.importing.parsing.boilerplate import READ_MORE, skip_reason
from spine_content.importing.parsing.walker import Walker

BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.I)
NOT_BOLD = re.compile(r"font-weight\s*:\s*(?:normal|[1-5]00)", re.I)
ITALIC = re.compile(r"font-style\s*:\s*(?:italic|oblique)", re.I)
WORD_MARKER = re.compile(r"mso-list\s*:\s*ignore", re.I)
#: Sizes of the old ``font`` that make a heading of a line.
_HEADING_FONT_SIZE = re.compile(r"\+[2-7]|[5-7]")
#: What a heading is marked with to copy its own address.
PERMALINK = frozenset(("#", "¶", "§", "🔗", ""))

_SUPERSCRIPTS = {
    ord(plain): small
    for plain, small in zip("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ", strict=True)
}
_SUBSCRIPTS = {
    ord(plain): small
    for plain, small in zip("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎", strict=True)
}


def bold(walker: Walker, tag: Tag) -> None:
    if NOT_BOLD.search(attribute(tag, "style")):
        walker.walk(tag)
        return
    with walker.with_marks((True, *walker.marks[1:])):
        walker.walk(tag)


def italic(walker: Walker, tag: Tag) -> None:
    with walker.with_marks((walker.marks[0], True, walker.marks[2])):
        walker.walk(tag)


def span(walker: Walker, tag: Tag) -> None:
    style = attribute(tag, "style")
    if tag.name == "font" and _HEADING_FONT_SIZE.fullmatch(attribute(tag, "size")):
        style += ";font-weight:bold"
    if not style:
        walker.walk(tag)
        return
    if WORD_MARKER.search(style):
        walker.list_marker = visible_text(tag)
        return
    if _is_struck_out(style):
        _warn_of_struck(walker)
    is_bold, is_italic, href = walker.marks
    if BOLD.search(style):
        is_bold = True
    elif NOT_BOLD.search(style):
        is_bold = False
    marks = (is_bold, is_italic or bool(ITALIC.search(style)), href)
    with walker.with_marks(marks):
        walker.walk(tag)


def _is_struck_out(style: str) -> bool:
    rules = style.lower().split(";")
    return any("text-decoration" in rule and "line-through" in rule for rule in rules)


def strikethrough(walker: Walker, tag: Tag) -> None:
    _warn_of_struck(walker)
    walker.walk(tag)


def _warn_of_struck(walker: Walker) -> None:
    walker.warn(_("Some text was struck out. Now it is ordinary text: check it."))


def line_break(walker: Walker, tag: Tag) -> None:
    walker.run.add_break()
    walker.walk(tag)


def quotation(walker: Walker, tag: Tag) -> None:
    walker.add_text("“")
    walker.walk(tag)
    walker.add_text("”")


def _shifted(walker: Walker, tag: Tag, letters: dict[int, str]) -> None:
    before, walker.shifted_letters = walker.shifted_letters, letters
    walker.walk(tag)
    walker.shifted_letters = before


superscript = partial(_shifted, letters=_SUPERSCRIPTS)
subscript = partial(_shifted, letters=_SUBSCRIPTS)


def link(walker: Walker, tag: Tag) -> None:
    href = attribute(tag, "href")
    if not href:
        walker.walk(tag)
        return
    text = visible_text(tag)
    if text and READ_MORE.fullmatch(text):
        walker.skip("more", text, skip_reason("more"))
        return
    if walker.plain_depth and href.startswith("#") and text in PERMALINK:
        return
    kind = urls.file_kind(href)
    if kind and (text or tag.find(("img", "svg", "picture")) is None):
        _download(walker, tag, href, text)
    elif kind == "picture":
        walker.walk(tag)
    else:
        _ordinary(walker, tag, href, text)


def _download(walker: Walker, tag: Tag, href: str, text: str) -> None:
    walker.walk(tag)
    title = text or urls.file_name(href)
    walker.run.after.append(Download(href, title))
    if not walker.run.segments:
        # An empty text makes the next ``flush`` look here.
        walker.add_text(" ")


def _ordinary(walker: Walker, tag: Tag, href: str, text: str) -> None:
    address = urls.safe_url(href)
    if not address:
        reason = _("Its address is none that a page may lead to.")
        walker.skip("link", f"{text} ({href})", reason)
    elif not text:
        if not address.startswith("#"):
            reason = _("A picture or an empty place led there. Only words can.")
            walker.skip("link", address, reason)
        address = ""
    elif walker.plain_depth:
        reason = _("A heading, a caption or a question leads nowhere by itself.")
        walker.skip("link", f"{text} ({href})", reason)
        address = ""
    with walker.with_marks((*walker.marks[:2], address or walker.marks[2])):
        walker.walk(tag)
