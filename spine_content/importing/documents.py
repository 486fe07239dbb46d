"""
What passes from one stage to the next: plain values, no models, no request.

``read`` gives originals, ``outline`` turns one into an outline, ``classify`` proposes a
page type for it, ``build`` makes a draft of it.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True)
class LeftOut:
    """Something that is not taken, and why."""

    #: What it is, as a short key: "comment", "script", "menu", "attachment", "user"…
    what: str
    #: How a person recognises it: a title, a file name, the beginning of its text.
    name: str
    #: A whole sentence for the report.
    reason: str
    #: All of its words, where the name is only their beginning.
    text: str = ""


class Files(Protocol):
    """The files that came with the documents: a folder, a zip, or none."""

    def find(self, reference: str, base: str) -> str | None:
        """The name of the file that ``reference`` means in the document ``base``."""

    def read(self, name: str) -> bytes:
        """What is in the file. Raises ``ImportRefused`` if it is too big."""


@dataclass
class Original:
    """One document as it was found, in Unicode, not yet understood."""

    #: The same in every run: a path in the folder or zip, or the guid of an export.
    key: str
    html: str
    #: Title outside the markup (an export has one). Empty for an HTML file.
    title: str = ""
    #: The summary that an export keeps beside the text.
    excerpt: str = ""
    #: Old address, as far as it is known: absolute, or a path beginning with "/".
    address: str = ""
    slug: str = ""
    #: A language code such as "de" or "en-gb", or empty.
    language: str = ""
    #: "page" or "post" in an export, else "file".
    kind: str = "file"
    #: "publish", "draft", "private", "future"… of an export, else empty.
    status: str = ""
    #: Key of the document above this one, or empty.
    parent_key: str = ""
    #: Order among its neighbours, as the export has it.
    order: int = 0
    #: Kept as notes of the import, never as review dates or authors of the page.
    author: str = ""
    published_at: datetime | None = None
    changed_at: datetime | None = None
    categories: list[str] = field(default_factory=list)
    #: A SHA-256 of everything above, in hexadecimal: has the source changed?
    digest: str = ""
    warnings: list[str] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)


@dataclass
class Text:
    """Paragraphs, lists, small headings: clean HTML that Wagtail's features allow."""

    html: str


@dataclass
class Questions:
    """Questions with their answers: plain question, clean HTML answer."""

    items: list[tuple[str, str]]


@dataclass
class Table:
    """A table of data. Every row has as many cells as ``columns`` has names."""

    columns: list[str]
    #: Cells as clean HTML.
    rows: list[list[str]]
    caption: str = ""
    #: The first cell of each row is its name.
    rows_have_names: bool = False


@dataclass
class Picture:
    """A picture where it stood."""

    #: As written in ``src``; ``Files.find`` finds the file.
    reference: str
    alt: str = ""
    caption: str = ""
    #: It was marked as decoration: an empty ``alt``.
    decorative: bool = False


@dataclass
class Video:
    """A film at a known provider, by the address a person would open."""

    address: str
    title: str = ""


@dataclass
class Download:
    """A link to a file that came along, or that did not."""

    reference: str
    title: str


Part = Text | Questions | Table | Picture | Video | Download


@dataclass
class Section:
    """A heading with what stands under it, to the next heading of its level."""

    heading: str
    parts: list[Part] = field(default_factory=list)


@dataclass
class Link:
    """A link in the text: ``reference`` as written, ``text`` as read."""

    reference: str
    text: str


#: What is counted of a document, in the order in which it is told.
COUNTED = (
    "headings",
    "paragraphs",
    "list_items",
    "table_cells",
    "images",
    "links",
    "questions",
    "videos",
    "downloads",
)


@dataclass
class Outline:
    """A document understood: title, what opens it, and its sections in order."""

    title: str
    #: Plain text: the description of the document, or its first paragraph.
    summary: str = ""
    #: What stands before the first heading.
    opening: list[Part] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    language: str = ""
    #: How many there were in the main region: headings, paragraphs, list_items,
    #: table_cells, images, links, questions, videos, downloads. What was made of them
    #: is counted when the page is built; the difference is in ``left_out``.
    counts: dict[str, int] = field(default_factory=dict)
    #: Those of the original are among them, and so is what it left out.
    warnings: list[str] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)


#: What ``classify`` says when it does not know.
ASK = "ask"


@dataclass
class Proposal:
    """The page type that fits: its ``page_type``, or ``ASK``, with the reasons."""

    page_type: str
    #: Sentences that a person can check against the document.
    reasons: list[str] = field(default_factory=list)


class ImportRefused(Exception):
    """A source that is not read, with a sentence that says what to do."""
