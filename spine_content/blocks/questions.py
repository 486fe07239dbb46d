from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from spine_content.blocks.question import QuestionBlock


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
