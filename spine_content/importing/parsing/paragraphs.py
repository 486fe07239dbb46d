"""Paragraphs, headings, and the boxes that hold them."""

import re

from bs4 import Tag

from spine_content.importing.html_tree import attribute, classes, visible_text
from spine_content.importing.parsing import accordions, captions, embedded
from spine_content.importing.parsing.nodes import Heading, Paragraph
from spine_content.importing.parsing.walker import Walker

WORD_LIST = re.compile(r"mso-list\s*:\s*l\d+\s+level(\d+)", re.I)
#: The bullet or number of an item, if Word's own mark of it was lost.
_LIST_MARKER = re.compile(r"(?:[·•§o▪●◦‣–-]|\(?\d{1,3}[.)]|\(?[a-z][.)])[\s\xa0]+")
#: No heading has more letters.
MAX_HEADING_LENGTH = 300
_NUMBERED = re.compile(r"\w")


def heading(walker: Walker, tag: Tag) -> None:
    _heading(walker, tag, int(tag.name[1]))


def _heading(walker: Walker, tag: Tag, level: int) -> None:
    walker.flush()
    if len(visible_text(tag)) > MAX_HEADING_LENGTH:
        # A heading that nobody closed has the rest of the page in it.
        walker.walk(tag)
        walker.flush()
        return
    text, rest = walker.plain_title(tag)
    if text:
        walker.nodes.append(Heading(level, text))
    walker.nodes += rest


def paragraph(walker: Walker, tag: Tag) -> None:
    if attribute(tag, "role") == "heading":
        box(walker, tag)
        return
    names = classes(tag) if tag.attrs else []
    if "msotitle" in names:
        _heading(walker, tag, 1)
        return
    walker.flush()
    walker.list_marker = ""
    start = len(walker.nodes)
    walker.walk(tag)
    walker.flush()
    if tag.attrs:
        word_list = WORD_LIST.search(attribute(tag, "style"))
        if word_list or any(name.startswith("msolistparagraph") for name in names):
            _make_item(walker, start, int(word_list[1]) if word_list else 1)


def _make_item(walker: Walker, start: int, level: int) -> None:
    for node in walker.nodes[start:]:
        if not isinstance(node, Paragraph):
            continue
        marker = walker.list_marker
        if not marker and (match := _LIST_MARKER.match(node.text)):
            marker = match[0].strip()
            node.html = node.html.replace(match[0], "", 1)
            node.text = node.text[match.end() :]
        if marker:
            node.level = min(max(level, 1), 9)
            node.numbered = bool(_NUMBERED.search(marker)) and marker != "o"


def preformatted(walker: Walker, tag: Tag) -> None:
    """Text whose lines are as they were typed."""
    walker.flush()
    walker.preformatted_depth += 1
    walker.walk(tag)
    walker.preformatted_depth -= 1
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
        embedded.background_image(walker, tag)
    asked = accordions.is_faq(tag)
    walker.faq_depth += asked
    if not accordions.accordion_item(walker, tag):
        if captions.is_figure(tag):
            captions.figure(walker, tag)
        else:
            walker.walk(tag)
    walker.flush()
    walker.faq_depth -= asked
