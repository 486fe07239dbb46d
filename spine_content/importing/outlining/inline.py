"""Marks in a line of text: bold, italic, links, raised numbers."""

import re

from bs4 import Tag
from django.utils.translation import gettext as _

from spine_content.importing.documents import Download
from spine_content.importing.markup import attribute, words
from spine_content.importing.outlining import furniture, references
from spine_content.importing.outlining.walker import Walker

BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.I)
NOT_BOLD = re.compile(r"font-weight\s*:\s*(?:normal|[1-5]00)", re.I)
ITALIC = re.compile(r"font-style\s*:\s*(?:italic|oblique)", re.I)
STRUCK = re.compile(r"text-decoration[^;]*line-through", re.I)
WORD_MARKER = re.compile(r"mso-list\s*:\s*ignore", re.I)
#: Sizes of the old ``font`` that make a heading of a line.
LARGE = re.compile(r"\+[2-7]|[5-7]")
#: What a heading is marked with to copy its own address.
PERMALINK = frozenset(("#", "¶", "§", "🔗", ""))

RAISED = {
    ord(plain): small
    for plain, small in zip("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ", strict=True)
}
LOWERED = {
    ord(plain): small
    for plain, small in zip("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎", strict=True)
}


def bold(walker: Walker, tag: Tag) -> None:
    if NOT_BOLD.search(attribute(tag, "style")):
        walker.walk(tag)
        return
    with walker.marked((True, *walker.marks[1:])):
        walker.walk(tag)


def italic(walker: Walker, tag: Tag) -> None:
    with walker.marked((walker.marks[0], True, walker.marks[2])):
        walker.walk(tag)


def span(walker: Walker, tag: Tag) -> None:
    style = attribute(tag, "style")
    if tag.name == "font" and LARGE.fullmatch(attribute(tag, "size")):
        style += ";font-weight:bold"
    if not style:
        walker.walk(tag)
        return
    if WORD_MARKER.search(style):
        walker.marker = words(tag)
        return
    if STRUCK.search(style):
        _warn_of_struck(walker)
    is_bold, is_italic, href = walker.marks
    if BOLD.search(style):
        is_bold = True
    elif NOT_BOLD.search(style):
        is_bold = False
    marks = (is_bold, is_italic or bool(ITALIC.search(style)), href)
    with walker.marked(marks):
        walker.walk(tag)


def struck(walker: Walker, tag: Tag) -> None:
    _warn_of_struck(walker)
    walker.walk(tag)


def _warn_of_struck(walker: Walker) -> None:
    walker.warn(_("Some text was struck out. Now it is ordinary text: check it."))


def line_break(walker: Walker, tag: Tag) -> None:
    walker.run.add_break()
    walker.walk(tag)


def quotation(walker: Walker, tag: Tag) -> None:
    walker.text("“")
    walker.walk(tag)
    walker.text("”")


def raised(walker: Walker, tag: Tag) -> None:
    _shifted(walker, tag, RAISED)


def lowered(walker: Walker, tag: Tag) -> None:
    _shifted(walker, tag, LOWERED)


def _shifted(walker: Walker, tag: Tag, letters: dict[int, str]) -> None:
    before, walker.small = walker.small, letters
    walker.walk(tag)
    walker.small = before


def link(walker: Walker, tag: Tag) -> None:
    href = attribute(tag, "href")
    if not href:
        walker.walk(tag)
        return
    text = words(tag)
    if text and furniture.MORE.fullmatch(text):
        walker.leave("more", text, furniture.reason("more"))
        return
    if walker.plain and href.startswith("#") and text in PERMALINK:
        return
    kind = references.kind(href)
    if kind and (text or tag.find(("img", "svg", "picture")) is None):
        _download(walker, tag, href, text)
    elif kind == "picture":
        walker.walk(tag)
    else:
        _ordinary(walker, tag, href, text)


def _download(walker: Walker, tag: Tag, href: str, text: str) -> None:
    walker.walk(tag)
    title = text or references.file_name(href)
    walker.run.after.append(Download(href, title))
    if not walker.run.segments:
        # An empty text makes the next ``flush`` look here.
        walker.text(" ")


def _ordinary(walker: Walker, tag: Tag, href: str, text: str) -> None:
    address = references.address(href)
    if not address:
        reason = _("Its address is none that a page may lead to.")
        walker.leave("link", f"{text} ({href})", reason)
    elif not text:
        if not address.startswith("#"):
            reason = _("A picture or an empty place led there. Only words can.")
            walker.leave("link", address, reason)
        address = ""
    elif walker.plain:
        reason = _("A heading, a caption or a question leads nowhere by itself.")
        walker.leave("link", f"{text} ({href})", reason)
        address = ""
    with walker.marked((*walker.marks[:2], address or walker.marks[2])):
        walker.walk(tag)
