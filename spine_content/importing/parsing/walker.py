"""The walk through the main region of a document, from top to bottom, once."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from bs4.element import NavigableString, Tag

from spine_content.importing.documents import Download, Skipped, Video
from spine_content.importing.html_tree import (
    BLOCK_TAGS,
    HIDDEN_TAGS,
    attribute,
    is_text,
    visible_text,
)
from spine_content.importing.parsing.boilerplate import (
    boilerplate_kind,
    is_menu,
    skip_reason,
)
from spine_content.importing.parsing.nodes import (
    PLAIN,
    Heading,
    Marks,
    Node,
    NonText,
    Paragraph,
    TextRun,
)
from spine_content.importing.parsing.urls import BARE_URL, video_url

#: How much of a text names it in the report.
NAME_LENGTH = 80
PAGE_TAGS = frozenset(("html", "body", "main", "article"))
LETTER = re.compile(r"\w")
Handler = Callable[["Walker", Tag], None]


class Walker:
    """Collects the nodes of a document, and what is skipped, by one handler a tag."""

    def __init__(
        self, handlers: dict[str, Handler], *, keeps_line_breaks: bool = False
    ) -> None:
        self.handlers = handlers
        #: Line breaks mean something: text of WordPress's old editor.
        self.keeps_line_breaks = keeps_line_breaks
        self.nodes: list[Node] = []
        self.run = TextRun()
        self.marks: Marks = PLAIN
        self.skipped: list[Skipped] = []
        self.warnings: list[str] = []
        #: Elements that were used elsewhere: a caption, the title of an accordion item.
        self.consumed: set[int] = set()
        #: The title of a tab or accordion item, by the id of what it opens.
        self.accordion_titles: dict[str, Tag] = {}
        #: How many elements around this place say that they hold questions.
        self.faq_depth = 0
        #: How many keep every line, and how many become a plain title.
        self.preformatted_depth = 0
        self.plain_depth = 0
        #: For what is raised or lowered: letters to their small forms.
        self.shifted_letters: dict[int, str] = {}
        #: The number or bullet that Word wrote before an item.
        self.list_marker = ""
        self.seen_images: set[str] = set()
        self.script_count = 0

    def walk(self, tag: Tag) -> None:
        for child in tag.contents:
            if isinstance(child, Tag):
                self.visit(child)
            elif isinstance(child, NavigableString) and is_text(child):
                self.add_text(child)

    def visit(self, tag: Tag) -> None:
        name = tag.name
        if name in HIDDEN_TAGS:
            # What search engines read does not run.
            runs = name == "script" and "json" not in attribute(tag, "type")
            self.script_count += runs
            return
        if name in BLOCK_TAGS:
            self.flush()
        if id(tag) in self.consumed or (tag.attrs and self._is_boilerplate(tag)):
            return
        handler = self.handlers.get(name)
        if handler is not None:
            handler(self, tag)
        elif name in BLOCK_TAGS:
            self.walk(tag)
            self.flush()
        else:
            self.walk(tag)

    def add_text(self, text: str) -> None:
        if self.shifted_letters:
            text = _as_small_letters(text, self.shifted_letters)
        if self.preformatted_depth or (self.keeps_line_breaks and "\n" in text):
            self.run.add_lines(text, self.marks)
        else:
            self.run.add(text, self.marks)

    def add(self, part: NonText) -> None:
        """Put something that is no text where it stood, or after its paragraph."""
        if self.run.blank:
            self.nodes.append(part)
        else:
            self.run.after.append(part)
            # The words before and after it do not become one.
            self.add_text(" ")

    def flush(self) -> None:
        """Make paragraphs of the text so far."""
        run = self.run
        if not run.segments:
            return
        after, run.after = run.after, []
        downloads = [part.title for part in after if isinstance(part, Download)]
        for paragraph in run.take():
            if BARE_URL.match(paragraph.text) and video_url(paragraph.text):
                self.nodes.append(Video(video_url(paragraph.text)))
            elif not downloads or _has_other_words(paragraph, downloads):
                self.nodes.append(paragraph)
        self.nodes += after

    @contextmanager
    def capture(self) -> Iterator[list[Node]]:
        """The nodes of a part, apart from the rest."""
        before = self.nodes, self.run
        self.nodes, self.run = [], TextRun()
        captured = self.nodes
        yield captured
        self.flush()
        self.nodes, self.run = before

    @contextmanager
    def with_marks(self, marks: Marks) -> Iterator[None]:
        before, self.marks = self.marks, marks
        yield
        self.marks = before

    def plain_title(self, tag: Tag) -> tuple[str, list[Node]]:
        """The words of an element that becomes a plain title, and what is none."""
        self.plain_depth += 1
        with self.capture() as nodes, self.with_marks(PLAIN):
            self.walk(tag)
            self.flush()
        self.plain_depth -= 1
        texts, rest = split_text(nodes)
        return " ".join(texts), rest

    def skip(self, what: str, name: str, reason: str, text: str = "") -> None:
        """Say what is not taken."""
        name = " ".join(name.split())
        short = name if len(name) <= NAME_LENGTH else f"{name[:NAME_LENGTH].rstrip()}…"
        self.skipped.append(Skipped(what, short, reason, text or name))
        self.add_text(" ")

    def warn(self, warning: str) -> None:
        if warning not in self.warnings:
            self.warnings.append(warning)

    def _is_boilerplate(self, tag: Tag) -> bool:
        what, longest = boilerplate_kind(tag)
        # A frame of the whole page may be called "sidebar" for what it makes room for.
        if not what or tag.name in PAGE_TAGS or tag.find(("h1", "main")) is not None:
            return False
        text = visible_text(tag)
        if len(text) > longest or (what == "menu" and not is_menu(tag, text)):
            return False
        if text:
            self.skip(what, text, skip_reason(what))
        return True


def split_text(nodes: list[Node]) -> tuple[list[str], list[Node]]:
    """The texts of nodes without any mark, and the nodes that are no text."""
    texts: list[str] = []
    rest: list[Node] = []
    for node in nodes:
        if isinstance(node, (Paragraph, Heading)):
            texts.append(node.text)
        else:
            rest.append(node)
    return texts, rest


def _has_other_words(paragraph: Paragraph, titles: list[str]) -> bool:
    """Whether a paragraph has words beside the titles of its downloads."""
    text = paragraph.text
    for title in titles:
        text = text.replace(title, "", 1)
    return bool(LETTER.search(text))


def _as_small_letters(text: str, letters: dict[int, str]) -> str:
    """Raised or lowered text: 10² must not become 102."""
    bare = text.strip()
    if bare and all(ord(letter) in letters for letter in bare):
        return text.translate(letters)
    # A number that has no small form: "x^1,5" can be misread, "x1,5" must be.
    raised = 0xB2 in map(ord, letters.values())
    return f"^{text}" if raised and any(map(str.isdigit, bare)) else text
