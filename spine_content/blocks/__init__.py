from spine_content.blocks.body import BodyBlock, body_blocks, section_blocks
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
from spine_content.blocks.text import CalloutBlock, QuoteBlock, RichTextBlock

__all__ = [
    "BeforeDuringAfterBlock",
    "BodyBlock",
    "CallToActionBlock",
    "CalloutBlock",
    "CaptionedImageBlock",
    "CareCardBlock",
    "DoDontBlock",
    "DocumentBlock",
    "FAQBlock",
    "IconListBlock",
    "PictureStepsBlock",
    "QuestionsBlock",
    "QuoteBlock",
    "RelatedPagesBlock",
    "RichTextBlock",
    "StepsBlock",
    "SupportBlock",
    "TableBlock",
    "VideoBlock",
    "body_blocks",
    "section_blocks",
]
