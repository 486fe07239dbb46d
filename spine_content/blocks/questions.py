from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from spine_content.blocks.text import NOTE_FEATURES


class QuestionBlock(blocks.CharBlock):
    """A question worth asking at the next appointment."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", _("As the patient would say it."))
        super().__init__(**kwargs)

    class Meta:
        icon = "help"
        label = _("Question")
        description = _("A question worth asking at the next appointment.")
        template = "spine_content/blocks/question.html"
        preview_template = "spine_content/block_preview.html"
        preview_value = "What happens if I wait?"


class QuestionsBlock(blocks.StructBlock):
    """Questions to take along to an appointment."""

    heading = blocks.CharBlock(
        label=_("Heading"),
        max_length=120,
        help_text=_("For example “Ask before you go home”."),
    )
    questions = blocks.ListBlock(
        QuestionBlock(max_length=200),
        label=_("Questions"),
        help_text=_("Each as the reader would ask it: “When may I drive?”"),
    )

    class Meta:
        icon = "help"
        label = _("Questions to ask")
        description = _("Questions to take along to an appointment.")
        label_format = "{heading}"
        template = "spine_content/blocks/questions.html"
        preview_template = "spine_content/block_preview.html"
        preview_value = {
            "heading": "Ask before you go home",
            "questions": [
                "When may I drive?",
                "Whom do I ring if the pain gets worse?",
            ],
        }


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
