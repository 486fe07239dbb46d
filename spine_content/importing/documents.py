"""
What passes from one stage to the next: plain values, no models, no request.

``open_source`` gives source documents, ``parse_document`` parses one, ``classify``
proposes a page type for it, and ``build_draft`` makes a draft page of it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from html import unescape
from typing import Protocol

from spine_content.importing.sanitiser import storable


@dataclass(frozen=True)
class Skipped:
    """Something that is not taken, and why."""

    #: What it is, as a short key: "comment", "script", "menu", "attachment", "user"…
    what: str
    #: How a person recognises it: a title, a file name, the beginning of its text.
    name: str
    #: A whole sentence for the report.
    reason: str
    #: All of its words, where the name is only their beginning.
    text: str = ""


class AttachedFiles(Protocol):
    """The files that came with the documents: a folder, a zip, or none."""

    def find(self, reference: str, base: str) -> str | None:
        """The name of the file that ``reference`` means in the document ``base``."""

    def read(self, name: str) -> bytes:
        """What is in the file. Raises ``ImportRefused`` if it is too big."""


@dataclass
class SourceDocument:
    """One document as it was read, in Unicode, before it is parsed."""

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
    skipped: list[Skipped] = field(default_factory=list)


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


#: What is counted of a document, in the order of the report.
COUNT_NAMES = (
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
class ParsedDocument:
    """A document parsed: its title, what stands before the first heading, sections."""

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
    #: is counted when the page is built; the difference is in ``skipped``.
    counts: dict[str, int] = field(default_factory=dict)
    #: Those of the source document are among them, and so is what it skipped.
    warnings: list[str] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)


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


_LINK = re.compile(r'<a href="([^"]*)">(.*?)</a>', re.S)
_TAG = re.compile(r"<[^>]*>")
#: Kinds of ``skipped`` that belong to a count.
_COUNT_OF_SKIPPED = {"image": "images", "link": "links", "video": "videos"}


def all_parts(document: ParsedDocument) -> Iterator[Part]:
    """Every part, from top to bottom."""
    yield from document.opening
    for section in document.sections:
        yield from section.parts


def html_texts(document: ParsedDocument) -> Iterator[str]:
    """All clean HTML of a document: texts, answers and cells."""
    for part in all_parts(document):
        if isinstance(part, Text):
            yield part.html
        elif isinstance(part, Questions):
            yield from (answer for _question, answer in part.items)
        elif isinstance(part, Table):
            for row in part.rows:
                yield from row


def find_links(document: ParsedDocument) -> list[Link]:
    """The links of the texts in order."""
    return [
        Link(unescape(reference), " ".join(unescape(_TAG.sub("", text)).split()))
        for html in html_texts(document)
        if "<a " in html
        for reference, text in _LINK.findall(html)
    ]


def count_parts(document: ParsedDocument) -> dict[str, int]:
    """How many there were of each kind, with what was skipped."""
    counts = dict.fromkeys(COUNT_NAMES, 0)
    counts["headings"] = len(document.sections)
    counts["links"] = len(document.links)
    for html in html_texts(document):
        counts["headings"] += html.count("<h3>")
        counts["paragraphs"] += html.count("<p>")
        counts["list_items"] += html.count("<li>")
    for part in all_parts(document):
        if isinstance(part, Table):
            named = any(part.columns)
            counts["table_cells"] += len(part.columns) * (len(part.rows) + named)
        elif isinstance(part, Questions):
            counts["questions"] += len(part.items)
        elif isinstance(part, Picture):
            counts["images"] += 1
        elif isinstance(part, Video):
            counts["videos"] += 1
        elif isinstance(part, Download):
            counts["downloads"] += 1
    for left in document.skipped:
        if left.what in _COUNT_OF_SKIPPED:
            counts[_COUNT_OF_SKIPPED[left.what]] += 1
    return counts


def skipped_as_json(left_out: list[Skipped]) -> list[dict[str, str]]:
    """Things left out as the register keeps them."""
    rows = [
        {"what": each.what, "name": each.name, "reason": str(each.reason)}
        for each in left_out
    ]
    kept: list[dict[str, str]] = storable(rows)
    return kept
