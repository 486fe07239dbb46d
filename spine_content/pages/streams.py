"""The streams that page types are made of, and what is read from them."""

from typing import Any

from wagtail.snippets.blocks import SnippetChooserBlock

from spine_content.blocks.body import section_blocks
from spine_content.blocks.care import Urgency
from spine_content.clinic.snippets import live_values
from spine_content.fields import ContentStreamField
from spine_content.html import first_paragraph


def snippet_stream(name: str, snippet: str, **kwargs: Any) -> ContentStreamField:
    """A list of snippets of one kind that an editor picks and puts in order."""
    return ContentStreamField([(name, SnippetChooserBlock(snippet))], **kwargs)


def warnings_by_urgency(stream: Any) -> list[tuple[Any, list[Any]]]:
    """Pairs of urgency and its published signs, the most urgent first."""
    signs = live_values(stream)
    groups = [(each, [s for s in signs if s.urgency == each]) for each in Urgency]
    return [(urgency, found) for urgency, found in groups if found]


def has_emergency(stream: Any) -> bool:
    return any(sign.urgency == Urgency.EMERGENCY for sign in live_values(stream))


def first_words(stream: Any) -> str:
    """The first paragraph of a stream, without markup."""
    texts = (block.value.source for block in stream if block.block_type == "rich_text")
    return next(filter(None, map(first_paragraph, texts)), "")


def one_text() -> list[tuple[str, Any]]:
    """A section that awaits its first paragraph, so that editors can just type."""
    return [("rich_text", "")]


def section(label: Any, help_text: Any, **kwargs: Any) -> ContentStreamField:
    """A section of the page whose heading the template writes."""
    return ContentStreamField(
        section_blocks(),
        verbose_name=label,
        help_text=help_text,
        default=one_text,
        **kwargs,
    )


def one_point() -> list[tuple[str, Any]]:
    """A list that awaits its first line."""
    return [("point", {"text": "", "source": None})]
