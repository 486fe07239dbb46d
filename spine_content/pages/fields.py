"""Fields and sections that several page types have, and what is read from them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images import get_image_model_string
from wagtail.snippets.blocks import SnippetChooserBlock

from spine_content.blocks.body import section_blocks
from spine_content.blocks.care import Urgency
from spine_content.clinic.snippets import live_values
from spine_content.facts.models import Treatment
from spine_content.fields import ContentStreamField
from spine_content.html import Outline, first_paragraph
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


def treatment_field(help_text: Any) -> "models.ForeignKey[Any, Any]":
    """The one treatment that a page is about."""
    return models.ForeignKey(
        Treatment,
        verbose_name=_("treatment"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=help_text,
    )


def image_field(help_text: Any) -> "models.ForeignKey[Any, Any]":
    """A picture of the page, which an ``alt_text_field`` describes."""
    return models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=help_text,
    )


def alt_text_field() -> "models.CharField[Any, Any]":
    return models.CharField(
        _("alternative text"),
        max_length=300,
        blank=True,
        help_text=_("What the picture shows, for people who cannot see it."),
    )


def snippet_stream(name: str, snippet: str, **kwargs: Any) -> ContentStreamField:
    """A list of snippets of one kind that an editor picks and puts in order."""
    return ContentStreamField([(name, SnippetChooserBlock(snippet))], **kwargs)


def warnings_by_urgency(stream: Any) -> list[tuple[Any, list[Any]]]:
    """Pairs of urgency and its published signs, the most urgent first."""
    signs = live_values(stream)
    groups = [(each, [s for s in signs if s.urgency == each]) for each in Urgency]
    return [(urgency, found) for urgency, found in groups if found]


def has_emergency(stream: Any) -> bool:
    """Whether any published sign of a stream is an emergency."""
    return any(sign.urgency == Urgency.EMERGENCY for sign in live_values(stream))


def first_paragraph_of(stream: Any) -> str:
    """The first paragraph of a stream, without markup."""
    texts = (block.value.source for block in stream if block.block_type == "rich_text")
    return next(filter(None, map(first_paragraph, texts)), "")


def empty_paragraph() -> list[tuple[str, Any]]:
    """The default of a section: an empty paragraph, so that editors can just type."""
    return [("rich_text", "")]


def section_field(label: Any, help_text: Any, **kwargs: Any) -> ContentStreamField:
    """A field for a section of the page whose heading the template writes."""
    return ContentStreamField(
        section_blocks(),
        verbose_name=label,
        help_text=help_text,
        default=empty_paragraph,
        **kwargs,
    )


def empty_point() -> list[tuple[str, Any]]:
    """The default of a list of points: one empty line."""
    return [("point", {"text": "", "source": None})]


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
