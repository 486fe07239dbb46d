"""The sections of a page whose headings its template writes, and its outline."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from spine_content.html import Outline
from spine_content.page_types import PAGE_TYPES

#: Anchors that templates write themselves, so that no heading of an editor's has one.
TEMPLATE_ANCHORS = frozenset(
    {
        *("main", "about", "help", "questions", "results", "sources", "stories"),
        *("changes", "support", "typical", "words"),
        *("spine-contents", "spine-needs", "spine-search"),
        *(f"group-{page_type}" for page_type in PAGE_TYPES),
        *(f"source-{number}" for number in range(1, 100)),
    }
)


@dataclass(frozen=True)
class Section:
    """A section of a page and the stream in it. Without a heading it has no anchor."""

    anchor: str
    heading: Any
    stream: Any = ()
    is_shown: bool = True


def shown_headings(sections: Sequence[Section]) -> dict[str, Any]:
    """The heading of each section by its anchor, in page order."""
    return {
        section.anchor: section.heading
        for section in sections
        if section.anchor and section.is_shown
    }


def page_outline(sections: Sequence[Section]) -> Outline:
    """Every heading of a page with its anchor, for the table of contents."""
    headings = shown_headings(sections)
    outline = Outline(reserved=[*headings, *TEMPLATE_ANCHORS])
    for section in sections:
        if section.anchor in headings:
            outline.add(2, str(section.heading), section.anchor)
        for block in section.stream:
            if block.block_type == "rich_text":
                outline.add_html(block.value.source)
    return outline
