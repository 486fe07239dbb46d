from spine_content.blocks.before_during_after import BeforeDuringAfterBlock
from spine_content.blocks.body import BodyBlock, body_blocks, section_blocks
from spine_content.blocks.call_to_action import CallToActionBlock
from spine_content.blocks.callout import CalloutBlock
from spine_content.blocks.care_card import CareCardBlock
from spine_content.blocks.do_dont import DoDontBlock
from spine_content.blocks.document import DocumentBlock
from spine_content.blocks.faq import FAQBlock
from spine_content.blocks.icon_list import IconListBlock
from spine_content.blocks.image import CaptionedImageBlock
from spine_content.blocks.picture_steps import PictureStepsBlock
from spine_content.blocks.questions import QuestionsBlock
from spine_content.blocks.quote import QuoteBlock
from spine_content.blocks.related_pages import RelatedPagesBlock
from spine_content.blocks.rich_text import RichTextBlock
from spine_content.blocks.steps import StepsBlock
from spine_content.blocks.support import SupportBlock
from spine_content.blocks.table import TableBlock
from spine_content.blocks.video import VideoBlock

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
