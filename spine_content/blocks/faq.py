from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from spine_content.blocks.rich_text import NOTE_FEATURES


class QuestionAnswerBlock(blocks.StructBlock):
    """One question with its answer."""

    question = blocks.CharBlock(
        label=_("Question"), max_length=160, help_text=_("As a patient would ask it.")
    )
    answer = blocks.RichTextBlock(
        label=_("Answer"),
        features=NOTE_FEATURES,
        help_text=_("The answer first, then the reason."),
    )

    class Meta:
        icon = "help"
        label = _("Question and answer")
        label_format = "{question}"


class FAQBlock(blocks.StructBlock):
    """Questions people ask, with answers that stay open, also on paper."""

    items = blocks.ListBlock(
        QuestionAnswerBlock(),
        label=_("Questions and answers"),
        help_text=_("All of them stay open, on the screen and on paper."),
    )

    class Meta:
        icon = "help"
        label = _("Questions and answers")
        description = _("Questions that people ask, each with a short answer.")
        template = "spine_content/blocks/faq.html"
        preview_template = "spine_content/block_preview.html"
        preview_value = {
            "items": [
                {
                    "question": "Will I be awake?",
                    "answer": "<p>That depends on the clinic. Ask us beforehand.</p>",
                },
                {
                    "question": "Can somebody come with me?",
                    "answer": "<p>Yes. Please bring somebody to take you home.</p>",
                },
            ]
        }
