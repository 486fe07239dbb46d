from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from spine_content.blocks.rich_text import NOTE_FEATURES


class CalloutBlock(blocks.StructBlock):
    """A short note that must not be overlooked, and is not about danger."""

    title = blocks.CharBlock(
        label=_("Title"), max_length=80, help_text=_("A few words.")
    )
    text = blocks.RichTextBlock(
        label=_("Text"), features=NOTE_FEATURES, help_text=_("One or two sentences.")
    )

    class Meta:
        icon = "info-circle"
        label = _("Callout")
        description = _("A short note in a box. For danger, use a care card instead.")
        label_format = "{title}"
        template = "spine_content/blocks/callout.html"
        preview_template = "spine_content/block_preview.html"
        preview_value = {
            "title": "Good to know",
            "text": "<p>You may eat and drink again when you feel ready.</p>",
        }
