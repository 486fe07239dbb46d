from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class QuoteBlock(blocks.StructBlock):
    """Somebody's own words, and who said them."""

    text = blocks.TextBlock(
        label=_("Words"), rows=3, help_text=_("Without quotation marks.")
    )
    who = blocks.CharBlock(
        label=_("Who said it"),
        max_length=120,
        help_text=_("Never a patient's name, unless the consent covers it."),
    )

    class Meta:
        icon = "openquote"
        label = _("Quote")
        description = _("Somebody’s own words.")
        label_format = "{who}"
        template = "spine_content/blocks/quote.html"
        preview_template = "spine_content/block_preview.html"
        preview_value = {
            "text": "Ask what happens if you wait. It is a fair question.",
            "who": "Specialist nurse",
        }
