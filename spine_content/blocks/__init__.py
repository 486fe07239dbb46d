from spine_content.blocks.body import BodyBlock, body_blocks, section_blocks
from spine_content.blocks.callout import CalloutBlock
from spine_content.blocks.care_card import CareCardBlock
from spine_content.blocks.do_dont import DoDontBlock
from spine_content.blocks.faq import FAQBlock
from spine_content.blocks.image import CaptionedImageBlock
from spine_content.blocks.quote import QuoteBlock
from spine_content.blocks.rich_text import RichTextBlock
from spine_content.blocks.steps import StepsBlock

__all__ = [
    "BodyBlock",
    "CalloutBlock",
    "CaptionedImageBlock",
    "CareCardBlock",
    "DoDontBlock",
    "FAQBlock",
    "QuoteBlock",
    "RichTextBlock",
    "StepsBlock",
    "body_blocks",
    "section_blocks",
]
