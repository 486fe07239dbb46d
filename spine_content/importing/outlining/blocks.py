"""Paragraphs, headings, and the boxes that hold them."""

import re

from bs4 import Tag

from spine_content.importing.markup import attribute, classes, words
from spine_content.importing.outlining import figures, toggles
from spine_content.importing.outlining.pieces import Heading, Paragraph
from spine_content.importing.outlining.walker import Walker

WORD_LIST = re.compile(r"mso-list\s*:\s*l\d+\s+level(\d+)", re.I)
#: The bullet or number of an item, if Word's own mark of it was lost.
MARKER = re.compile(r"(?:[·•§o▪●◦‣–-]|\(?\d{1,3}[.)]|\(?[a-z][.)])[\s\xa0]+")
#: No heading has more letters.
LONG = 300
NUMBER = re.compile(r"\w")


def heading(walker: Walker, tag: Tag) -> None:
    _heading(walker, tag, int(tag.name[1]))


def _heading(walker: Walker, tag: Tag, level: int) -> None:
    walker.flush()
    if len(words(tag)) > LONG:
        # A heading that nobody closed has the rest of the page in it.
        walker.walk(tag)
        walker.flush()
        return
    text, rest = walker.title_of(tag)
    if text:
        walker.pieces.append(Heading(level, text))
    walker.pieces += rest


def paragraph(walker: Walker, tag: Tag) -> None:
    if attribute(tag, "role") == "heading":
        box(walker, tag)
        return
    names = classes(tag) if tag.attrs else []
    if "msotitle" in names:
        _heading(walker, tag, 1)
        return
    walker.flush()
    walker.marker = ""
    start = len(walker.pieces)
    walker.walk(tag)
    walker.flush()
    if tag.attrs:
        word_list = WORD_LIST.search(attribute(tag, "style"))
        if word_list or any(name.startswith("msolistparagraph") for name in names):
            _make_item(walker, start, int(word_list[1]) if word_list else 1)


def _make_item(walker: Walker, start: int, level: int) -> None:
    for piece in walker.pieces[start:]:
        if not isinstance(piece, Paragraph):
            continue
        marker = walker.marker
        if not marker and (match := MARKER.match(piece.text)):
            marker = match[0].strip()
            piece.html = piece.html.replace(match[0], "", 1)
            piece.text = piece.text[match.end() :]
        if marker:
            piece.level = min(max(level, 1), 9)
            piece.numbered = bool(NUMBER.search(marker)) and marker != "o"


def verbatim(walker: Walker, tag: Tag) -> None:
    """Text whose lines are as they were typed."""
    walker.flush()
    walker.verbatim += 1
    walker.walk(tag)
    walker.verbatim -= 1
    walker.flush()


def box(walker: Walker, tag: Tag) -> None:
    """A box of any kind, unless it is known to be something better."""
    if not tag.attrs:
        walker.flush()
        walker.walk(tag)
        walker.flush()
        return
    if attribute(tag, "role") == "heading":
        level = attribute(tag, "aria-level")
        _heading(walker, tag, int(level) if level in "123456" and level else 2)
        return
    walker.flush()
    if "url(" in attribute(tag, "style"):
        figures.background(walker, tag)
    asked = toggles.is_about_questions(tag)
    walker.asked += asked
    if not toggles.toggle(walker, tag):
        if figures.is_figure(tag):
            figures.figure(walker, tag)
        else:
            walker.walk(tag)
    walker.flush()
    walker.asked -= asked
