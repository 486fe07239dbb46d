from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from spine_content.blocks.rich_text import NOTE_FEATURES


class StepBlock(blocks.StructBlock):
    """One step."""

    title = blocks.CharBlock(
        label=_("Title"), max_length=120, help_text=_("What happens, in a few words.")
    )
    text = blocks.RichTextBlock(
        label=_("Text"),
        features=NOTE_FEATURES,
        required=False,
        help_text=_("What it is like, and why it is done."),
    )

    class Meta:
        icon = "order-down"
        label = _("Step")
        label_format = "{title}"


class StepsBlock(blocks.StructBlock):
    """What happens, in order. The numbers come by themselves."""

    steps = blocks.ListBlock(
        StepBlock(),
        label=_("Steps"),
        min_num=2,
        help_text=_("At least two, in the order in which they happen."),
    )

    class Meta:
        icon = "list-ol"
        label = _("Steps")
        description = _("What happens, one numbered step after another.")
        template = "spine_content/blocks/steps.html"
        preview_template = "spine_content/block_preview.html"
        preview_value = {
            "steps": [
                {
                    "title": "You lie on your front",
                    "text": "<p>The team makes you comfortable with pillows.</p>",
                },
                {"title": "The skin is made numb", "text": ""},
            ]
        }
