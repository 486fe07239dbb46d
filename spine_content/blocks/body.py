from typing import Any

from django.utils.module_loading import import_string
from wagtail import blocks

from spine_content import conf
from spine_content.blocks.callout import CalloutBlock
from spine_content.blocks.care_card import CareCardBlock
from spine_content.blocks.do_dont import DoDontBlock
from spine_content.blocks.faq import FAQBlock
from spine_content.blocks.image import CaptionedImageBlock
from spine_content.blocks.quote import QuoteBlock
from spine_content.blocks.rich_text import (
    BODY_FEATURES,
    SECTION_FEATURES,
    RichTextBlock,
)
from spine_content.blocks.steps import StepsBlock

BlockList = list[tuple[str, blocks.Block]]


def _blocks(features: list[str]) -> BlockList:
    return [
        ("rich_text", RichTextBlock(features=features)),
        ("image", CaptionedImageBlock()),
        ("callout", CalloutBlock()),
        ("care_card", CareCardBlock()),
        ("do_dont", DoDontBlock()),
        ("steps", StepsBlock()),
        ("faq", FAQBlock()),
        ("quote", QuoteBlock()),
        *_extra_blocks(),
    ]


def body_blocks() -> BlockList:
    """Everything an editor can put in the body of a page. The keys are public API."""
    return _blocks(BODY_FEATURES)


def section_blocks() -> BlockList:
    """The same for a section whose heading the page gives: without main headings."""
    return _blocks(SECTION_FEATURES)


def load_extra_blocks() -> tuple[BlockList, list[str]]:
    """The site's own blocks, and a sentence for each that cannot be used."""
    found: BlockList = []
    problems: list[str] = []
    for key, path in conf.get("EXTRA_BLOCKS").items():
        try:
            found.append((key, _block(path)))
        except Exception as error:  # whatever the site's code raises, we report
            problems.append(f"The extra block {key!r} ({path}) cannot be used: {error}")
    return found, problems


def _extra_blocks() -> BlockList:
    # A block that cannot be imported must not stop the site: a check reports it.
    return load_extra_blocks()[0]


def _block(path: str) -> blocks.Block:
    block_class: Any = import_string(path)
    if not (isinstance(block_class, type) and issubclass(block_class, blocks.Block)):
        raise TypeError("it is not a Wagtail block class.")
    return block_class()


class BodyBlock(blocks.StreamBlock):
    """The packaged list of blocks as one block, for a site's own page types."""

    def __init__(self, local_blocks: Any = None, **kwargs: Any) -> None:
        super().__init__([*body_blocks(), *(local_blocks or [])], **kwargs)
