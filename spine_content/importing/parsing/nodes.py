"""
The nodes that the walk through a page gives, before they become sections, and the runs
of text that paragraphs are made of.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape as escape_attribute
from html import unescape

from spine_content.importing.documents import Download, Picture, Questions, Table, Video

TAG = re.compile(r"<[^>]*>")


@dataclass
class Heading:
    """A heading: 1 to 6 as the document has it, 7 for a bold paragraph."""

    level: int
    text: str


@dataclass
class Paragraph:
    """One paragraph: clean HTML without its ``p``."""

    html: str
    text: str
    #: All of it is bold.
    bold: bool = False
    #: An item of a list that its author made by hand, or Word: how deep it is.
    level: int = 0
    numbered: bool = False

    @classmethod
    def of(cls, html: str, *, bold: bool = False, level: int = 0) -> "Paragraph":
        """A paragraph whose text is that of its HTML."""
        return cls(html, unescape(TAG.sub("", html)), bold, level)


@dataclass
class ListNode:
    """A whole list, and its items as lines for where no list fits."""

    html: str
    lines: list[str]


@dataclass
class AccordionItem:
    """An item of an accordion, a tab or a question: a title that opens its content."""

    title: str
    nodes: "list[Node]" = field(default_factory=list)
    #: It is said to be a question, whatever its title looks like.
    is_question: bool = False


NonText = Table | Picture | Video | Download | Questions
Node = Heading | Paragraph | ListNode | AccordionItem | NonText
#: What stands in a text.
TEXT_NODES = (Paragraph, ListNode)
#: Question marks: Latin, Arabic, full width, Armenian, Greek.
_QUESTION_MARKS = ("?", "؟", "？", "՞", "\u037e")


def is_question(text: str) -> bool:
    """Whether a title is a question, by its mark."""
    return text.rstrip(" \u00a0*:»”\"'").endswith(_QUESTION_MARKS) or text.startswith(
        "¿"
    )


def as_html(nodes: "list[Node]") -> tuple[str, list[NonText]]:
    """HTML of paragraphs and lists, and the nodes that are neither."""
    found, rest = _split(nodes, "<p>%s</p>", whole_lists=True)
    return "".join(found), rest


def as_lines(nodes: "list[Node]") -> tuple[list[str], list[NonText]]:
    """One line of HTML for each node, for a cell or an item, and the rest."""
    return _split(nodes, "%s", whole_lists=False)


def _split(
    nodes: "list[Node]", paragraph: str, whole_lists: bool
) -> tuple[list[str], list[NonText]]:
    found: list[str] = []
    rest: list[NonText] = []
    for node in nodes:
        if isinstance(node, Paragraph):
            found.append(paragraph % node.html)
        elif isinstance(node, ListNode):
            found += [node.html] if whole_lists else node.lines
        elif isinstance(node, Heading):
            found.append(paragraph % f"<b>{escape(node.text)}</b>")
        elif isinstance(node, AccordionItem):
            inner, more = _split(node.nodes, paragraph, whole_lists)
            found += [paragraph % f"<b>{escape(node.title)}</b>", *inner]
            rest += more
        else:
            rest.append(node)
    return found, rest


def escape(text: str) -> str:
    """Plain text as HTML. Quotes stay as they are: it stands in no attribute."""
    return escape_attribute(text, quote=False)


#: Bold, italic, and where a link leads.
Marks = tuple[bool, bool, str]
PLAIN: Marks = (False, False, "")
#: A text with its marks, or a line break.
Segment = tuple[str, Marks | None]
BREAK: Segment = ("\n", None)

SPACES = re.compile(r"[ \t\n\r\f]+|\s{2,}")
#: Letters without a width: left by editors that put the cursor there.
INVISIBLE = dict.fromkeys(map(ord, "\u200b\ufeff\u2060\u200e"))
BLANK_LINE = re.compile(r"\r?\n[ \t\xa0]*\r?\n\s*")


class TextRun:
    """Text between two blocks."""

    def __init__(self) -> None:
        self.segments: list[Segment] = []
        #: Nothing in it can be seen yet.
        self.blank = True
        #: What stood in the text and comes after it.
        self.after: list[NonText] = []

    def add(self, text: str, marks: Marks) -> None:
        self.segments.append((text, marks))
        self.blank = self.blank and not text.strip()

    def add_lines(self, text: str, marks: Marks) -> None:
        """Text in which line breaks mean something."""
        for number, paragraph in enumerate(BLANK_LINE.split(text)):
            if number:
                self.segments += (BREAK, BREAK)
            for count, line in enumerate(paragraph.splitlines()):
                if count:
                    self.segments.append(BREAK)
                self.add(line, marks)
            if paragraph.endswith("\n"):
                self.segments.append(BREAK)

    def add_break(self) -> None:
        self.segments.append(BREAK)

    def take(self) -> list[Paragraph]:
        """The paragraphs so far. Two line breaks begin a new one."""
        segments, self.segments, self.blank = self.segments, [], True
        return [made for part in _parts(segments) if (made := _paragraph(part))]


def _parts(segments: list[Segment]) -> Iterator[list[Segment]]:
    part: list[Segment] = []
    breaks = 0
    for segment in segments:
        if segment[1] is None:
            breaks += 1
        elif not segment[0].strip():
            if breaks < 2:
                part.append(segment)
            continue
        else:
            if breaks > 1:
                yield part
                part = []
            breaks = 0
        part.append(segment)
    yield part


def _paragraph(segments: list[Segment]) -> Paragraph | None:
    segments = _collapsed(segments)
    text = "".join(text for text, _marks in segments)
    if not text.strip():
        return None
    bold = all(
        marks[0] and not marks[2]
        for text, marks in segments
        if marks is not None and text.strip()
    )
    return Paragraph(_html(segments), " ".join(text.split()), bold)


def _collapsed(segments: list[Segment]) -> list[Segment]:
    """White space as a browser shows it."""
    made: list[Segment] = []
    after_space = True
    for text, marks in segments:
        if marks is None:
            _strip_end(made)
            if made:
                made.append(BREAK)
            after_space = True
            continue
        text = SPACES.sub(" ", text.translate(INVISIBLE))
        if after_space:
            text = text.lstrip(" ")
        if text:
            made.append((text, marks))
            after_space = text.endswith(" ")
    while made and (made[-1][1] is None or not made[-1][0].strip()):
        made.pop()
    _strip_end(made)
    return made


def _strip_end(segments: list[Segment]) -> None:
    while segments and segments[-1][1] is not None:
        text, marks = segments.pop()
        if text := text.rstrip():
            segments.append((text, marks))
            return


def _html(segments: list[Segment]) -> str:
    html: list[str] = []
    current = PLAIN
    for number, (text, marks) in enumerate(segments):
        if marks is None:
            # What ends with the line ends before its break.
            shared = _shared(current, segments[number + 1][1] or current)
            html.append(_change(current, shared) + "<br>")
            current = shared
            continue
        if marks != current and text.strip():
            html.append(_change(current, marks))
            current = marks
        html.append(escape(text))
    html.append(_change(current, PLAIN))
    return "".join(html)


def _shared(one: Marks, other: Marks) -> Marks:
    if one[2] != other[2]:
        return PLAIN
    bold = one[0] and other[0]
    return bold, one[1] and other[1] and one[0] == other[0], one[2]


def _change(old: Marks, new: Marks) -> str:
    """Closes what ends and opens what begins: links around bold around italic."""
    same_link = old[2] == new[2]
    same_bold = same_link and old[0] == new[0]
    made = ""
    if old[1] and not (same_bold and new[1]):
        made += "</i>"
    if old[0] and not same_bold:
        made += "</b>"
    if old[2] and not same_link:
        made += "</a>"
    if new[2] and not same_link:
        made += f'<a href="{escape_attribute(new[2])}">'
    if new[0] and not same_bold:
        made += "<b>"
    if new[1] and not (same_bold and old[1]):
        made += "<i>"
    return made
