"""Facts of a treatment, a block for each kind of question, and lines with a source."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from spine_content.blocks.text import LINE_FEATURES
from spine_content.facts.blocks.base import FactBlock
from spine_content.facts.blocks.kinds import (
    AnswerBlock,
    FrequencyBlock,
    MoneyBlock,
    RangeBlock,
    ScaleDifferenceBlock,
)

__all__ = ["FACT_BLOCKS", "FactBlock", "PointBlock", "fact_blocks"]

#: The block of each kind. Their keys are public API, as they are those of questions.
FACT_BLOCKS: tuple[type[FactBlock], ...] = (
    FrequencyBlock,
    ScaleDifferenceBlock,
    RangeBlock,
    MoneyBlock,
    AnswerBlock,
)


def fact_blocks() -> list[tuple[str, FactBlock]]:
    """Pairs of key and block for a stream of facts, by kind of question."""
    return [(block.kind.value, block()) for block in FACT_BLOCKS]


class PointBlock(blocks.StructBlock):
    """One line of a list, with the source it rests on where there is one."""

    text = blocks.RichTextBlock(
        label=_("Text"),
        features=LINE_FEATURES,
        help_text=_("One line that goes on from the heading: “your pain is severe”."),
    )
    source = SnippetChooserBlock(
        "spine_content.Source",
        label=_("Source"),
        required=False,
        help_text=_("Add it to the sources of the page as well, to give it a number."),
    )

    class Meta:
        icon = "list-ul"
        label = _("Point")
        description = _("One line of a list, with its source.")
        template = "spine_content/blocks/point.html"
        preview_template = "spine_content/block_preview.html"
        preview_value = {"text": "<p>Your pain is severe and does not get better.</p>"}
