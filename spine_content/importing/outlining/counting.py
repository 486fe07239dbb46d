"""What is in an outline: its links, and how many there are of what."""

import re
from collections.abc import Iterator
from html import unescape

from spine_content.importing.documents import (
    COUNTED,
    Download,
    Link,
    Outline,
    Part,
    Picture,
    Questions,
    Table,
    Text,
    Video,
)

LINK = re.compile(r'<a href="([^"]*)">(.*?)</a>', re.S)
TAG = re.compile(r"<[^>]*>")
#: Kinds of ``left_out`` that belong to a count.
LEFT = {"image": "images", "link": "links", "video": "videos"}


def all_parts(outline: Outline) -> Iterator[Part]:
    """Every part, from top to bottom."""
    yield from outline.opening
    for section in outline.sections:
        yield from section.parts


def texts(outline: Outline) -> Iterator[str]:
    """All clean HTML of an outline: texts, answers and cells."""
    for part in all_parts(outline):
        if isinstance(part, Text):
            yield part.html
        elif isinstance(part, Questions):
            yield from (answer for _question, answer in part.items)
        elif isinstance(part, Table):
            for row in part.rows:
                yield from row


def links(outline: Outline) -> list[Link]:
    """The links of the texts in order."""
    return [
        Link(unescape(reference), " ".join(unescape(TAG.sub("", text)).split()))
        for html in texts(outline)
        if "<a " in html
        for reference, text in LINK.findall(html)
    ]


def count(outline: Outline) -> dict[str, int]:
    """How many there were of each kind: what is in the outline, and what is not."""
    counts = dict.fromkeys(COUNTED, 0)
    counts["headings"] = len(outline.sections)
    counts["links"] = len(outline.links)
    for html in texts(outline):
        counts["headings"] += html.count("<h3>")
        counts["paragraphs"] += html.count("<p>")
        counts["list_items"] += html.count("<li>")
    for part in all_parts(outline):
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
    for left in outline.left_out:
        if left.what in LEFT:
            counts[LEFT[left.what]] += 1
    return counts
