from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from spine_content.blocks.rich_text import NOTE_FEATURES

# The tables keep the same three words (models/warnings.py), but blocks stand below
# models, so that a site can use the blocks alone.
URGENCIES = [
    ("emergency", _("Emergency: call at once")),
    ("urgent", _("Urgent: call today")),
    ("routine", _("Routine: call in opening hours")),
]

#: Said before the heading, so that the urgency never hangs on colour alone.
URGENCY_WORDS: dict[str, str | Promise] = {
    "emergency": _("Emergency"),
    "urgent": _("Urgent advice"),
    "routine": _("Non-urgent advice"),
}


class CareCardBlock(blocks.StructBlock):
    """When to get help, and how fast. The telephone number comes from the site."""

    urgency = blocks.ChoiceBlock(
        label=_("Urgency"),
        choices=URGENCIES,
        default="routine",
        help_text=_("It decides the look, the words and the telephone number."),
    )
    heading = blocks.CharBlock(
        label=_("Heading"),
        max_length=120,
        help_text=_("What to do and when: “Call us today if you have:”"),
    )
    text = blocks.RichTextBlock(
        label=_("Signs"),
        features=NOTE_FEATURES,
        help_text=_(
            "A list of signs works best. Leave out telephone numbers: the right "
            "one for your site is added."
        ),
    )

    class Meta:
        icon = "warning"
        label = _("Care card")
        description = _("Signs of danger, how urgent they are, and whom to call.")
        label_format = "{urgency}: {heading}"
        template = "spine_content/blocks/care_card.html"
        preview_template = "spine_content/block_preview.html"
        preview_value = {
            "urgency": "urgent",
            "heading": "Call us today if you have:",
            "text": "<ul><li>a temperature of 38 °C or more</li>"
            "<li>redness or fluid where the needle went in</li></ul>",
        }
