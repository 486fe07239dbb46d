"""The walk through the main region of a document, from top to bottom, once."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from bs4.element import NavigableString, Tag

from spine_content.importing.documents import Download, LeftOut, Video
from spine_content.importing.markup import BLOCKS, UNSEEN, attribute, seen, words
from spine_content.importing.outlining import furniture
from spine_content.importing.outlining.pieces import Heading, Paragraph, Piece, Taken
from spine_content.importing.outlining.runs import PLAIN, Marks, Run
from spine_content.importing.outlining.videos import ONLY_ADDRESS, film

#: How much of a text names it in the report.
NAME = 80
FRAMES = frozenset(("html", "body", "main", "article"))
LETTER = re.compile(r"\w")
Handler = Callable[["Walker", Tag], None]


class Walker:
    """Collects the pieces of a document, and what is left out of it."""

    def __init__(self, handlers: dict[str, Handler], *, by_lines: bool = False) -> None:
        self.handlers = handlers
        #: Line breaks mean something: text of WordPress's old editor.
        self.by_lines = by_lines
        self.pieces: list[Piece] = []
        self.run = Run()
        self.marks: Marks = PLAIN
        self.left_out: list[LeftOut] = []
        self.warnings: list[str] = []
        #: Elements that were used elsewhere: a caption, the title of a toggle.
        self.taken: set[int] = set()
        #: The title of a tab or toggle, by the id of what it opens.
        self.titles: dict[str, Tag] = {}
        #: How many elements around this place say that they hold questions.
        self.asked = 0
        #: How many keep every line, and how many become a plain title.
        self.verbatim = 0
        self.plain = 0
        #: For what is raised or lowered: letters to their small forms.
        self.small: dict[int, str] = {}
        #: The number or bullet that Word wrote before an item.
        self.marker = ""
        self.pictures: set[str] = set()
        self.scripts = 0

    def walk(self, tag: Tag) -> None:
        for node in tag.contents:
            if isinstance(node, Tag):
                self.visit(node)
            elif isinstance(node, NavigableString) and seen(node):
                self.text(node)

    def visit(self, tag: Tag) -> None:
        name = tag.name
        if name in UNSEEN:
            # What search engines read does not run.
            runs = name == "script" and "json" not in attribute(tag, "type")
            self.scripts += runs
            return
        if name in BLOCKS:
            self.flush()
        if id(tag) in self.taken or (tag.attrs and self._is_furniture(tag)):
            return
        handler = self.handlers.get(name)
        if handler is not None:
            handler(self, tag)
        elif name in BLOCKS:
            self.walk(tag)
            self.flush()
        else:
            self.walk(tag)

    def text(self, text: str) -> None:
        if self.small:
            text = _small(text, self.small)
        if self.verbatim or (self.by_lines and "\n" in text):
            self.run.add_lines(text, self.marks)
        else:
            self.run.add(text, self.marks)

    def place(self, part: Taken) -> None:
        """Put something that is no text where it stood, or after its paragraph."""
        if self.run.blank:
            self.pieces.append(part)
        else:
            self.run.after.append(part)
            # The words before and after it do not become one.
            self.text(" ")

    def flush(self) -> None:
        """Make paragraphs of the text so far."""
        run = self.run
        if not run.segments:
            return
        after, run.after = run.after, []
        downloads = [part.title for part in after if isinstance(part, Download)]
        for paragraph in run.take():
            if ONLY_ADDRESS.match(paragraph.text) and film(paragraph.text):
                self.pieces.append(Video(film(paragraph.text)))
            elif not downloads or _says_more(paragraph, downloads):
                self.pieces.append(paragraph)
        self.pieces += after

    @contextmanager
    def capture(self) -> Iterator[list[Piece]]:
        """The pieces of a part, apart from the rest."""
        before = self.pieces, self.run
        self.pieces, self.run = [], Run()
        captured = self.pieces
        yield captured
        self.flush()
        self.pieces, self.run = before

    @contextmanager
    def marked(self, marks: Marks) -> Iterator[None]:
        before, self.marks = self.marks, marks
        yield
        self.marks = before

    def title_of(self, tag: Tag) -> tuple[str, list[Piece]]:
        """The words of an element that becomes a plain title, and what is none."""
        self.plain += 1
        with self.capture() as pieces, self.marked(PLAIN):
            self.walk(tag)
            self.flush()
        self.plain -= 1
        texts, rest = plain(pieces)
        return " ".join(texts), rest

    def leave(self, what: str, name: str, reason: str, text: str = "") -> None:
        """Say what is not taken."""
        name = " ".join(name.split())
        short = name if len(name) <= NAME else f"{name[:NAME].rstrip()}…"
        self.left_out.append(LeftOut(what, short, reason, text or name))
        self.text(" ")

    def warn(self, warning: str) -> None:
        if warning not in self.warnings:
            self.warnings.append(warning)

    def _is_furniture(self, tag: Tag) -> bool:
        what, longest = furniture.named(tag)
        # A frame of the whole page may be called "sidebar" for what it makes room for.
        if not what or tag.name in FRAMES or tag.find(("h1", "main")) is not None:
            return False
        text = words(tag)
        if len(text) > longest or (what == "menu" and not furniture.is_menu(tag, text)):
            return False
        if text:
            self.leave(what, text, furniture.reason(what))
        return True


def plain(pieces: list[Piece]) -> tuple[list[str], list[Piece]]:
    """The texts of pieces without any mark, and the pieces that are no text."""
    texts: list[str] = []
    rest: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, (Paragraph, Heading)):
            texts.append(piece.text)
        else:
            rest.append(piece)
    return texts, rest


def _says_more(paragraph: Paragraph, titles: list[str]) -> bool:
    """Whether a paragraph has words beside the titles of its downloads."""
    text = paragraph.text
    for title in titles:
        text = text.replace(title, "", 1)
    return bool(LETTER.search(text))


def _small(text: str, letters: dict[int, str]) -> str:
    """Raised or lowered text: 10² must not become 102."""
    bare = text.strip()
    if bare and all(ord(letter) in letters for letter in bare):
        return text.translate(letters)
    # A number that has no small form: "x^1,5" can be misread, "x1,5" must be.
    raised = 0xB2 in map(ord, letters.values())
    return f"^{text}" if raised and any(map(str.isdigit, bare)) else text
