from typing import Any

from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from spine_content import conf
from spine_content.blocks.care import CallToActionBlock, CareCardBlock, SupportBlock
from spine_content.blocks.links import DocumentBlock, RelatedPagesBlock
from spine_content.blocks.lists import (
    BeforeDuringAfterBlock,
    DoDontBlock,
    IconListBlock,
    StepsBlock,
)
from spine_content.blocks.media import (
    CaptionedImageBlock,
    PictureStepsBlock,
    VideoBlock,
)
from spine_content.blocks.questions import FAQBlock, QuestionsBlock
from spine_content.blocks.table import TableBlock
from spine_content.blocks.text import (
    BODY_FEATURES,
    SECTION_FEATURES,
    CalloutBlock,
    QuoteBlock,
    RichTextBlock,
)

BlockList = list[tuple[str, blocks.Block]]


#: What editors look for, in the order in which the picker shows it.
WORDS = _("Words")
PICTURES = _("Pictures and video")
WHAT_TO_DO = _("What to do")
AT_A_GLANCE = _("At a glance")
NEXT = _("Where to go next")


def _blocks(features: list[str]) -> BlockList:
    return [
        ("rich_text", RichTextBlock(features=features, group=WORDS)),
        ("callout", CalloutBlock(group=WORDS)),
        ("faq", FAQBlock(group=WORDS)),
        ("quote", QuoteBlock(group=WORDS)),
        ("image", CaptionedImageBlock(group=PICTURES)),
        ("picture_steps", PictureStepsBlock(group=PICTURES)),
        ("video", VideoBlock(group=PICTURES)),
        ("care_card", CareCardBlock(group=WHAT_TO_DO)),
        ("do_dont", DoDontBlock(group=WHAT_TO_DO)),
        ("steps", StepsBlock(group=WHAT_TO_DO)),
        ("before_during_after", BeforeDuringAfterBlock(group=WHAT_TO_DO)),
        ("questions", QuestionsBlock(group=WHAT_TO_DO)),
        ("icon_list", IconListBlock(group=AT_A_GLANCE)),
        ("table", TableBlock(group=AT_A_GLANCE)),
        ("related_pages", RelatedPagesBlock(group=NEXT)),
        ("call_to_action", CallToActionBlock(group=NEXT)),
        ("document", DocumentBlock(group=NEXT)),
        ("support", SupportBlock(group=NEXT)),
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
