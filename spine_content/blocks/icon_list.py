from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from spine_content.blocks.rich_text import LINE_FEATURES

#: The drawings in ``components/icon.html``. Stored values: the list may only grow.
ICONS = [
    ("clock", _("Clock")),
    ("calendar", _("Calendar")),
    ("home", _("Home")),
    ("bed", _("Bed")),
    ("walk", _("Walking")),
    ("stairs", _("Stairs")),
    ("car", _("Car")),
    ("shower", _("Shower")),
    ("food", _("Food")),
    ("drink", _("Drink")),
    ("pill", _("Medicine")),
    ("phone", _("Telephone")),
    ("people", _("People")),
    ("paper", _("Papers")),
]


class IconTextBlock(blocks.StructBlock):
    """One line with a small drawing that says nothing the words do not."""

    icon = blocks.ChoiceBlock(
        label=_("Drawing"),
        choices=ICONS,
        default="clock",
        help_text=_("It helps to find the line. The words have to say it all."),
    )
    text = blocks.RichTextBlock(
        label=_("Text"),
        features=LINE_FEATURES,
        help_text=_("One or two short sentences."),
    )

    class Meta:
        icon = "list-ul"
        label = _("Line")
        label_format = "{icon}: {text}"


class IconListBlock(blocks.StructBlock):
    """Short facts to take in at a glance, each with a small drawing."""

    items = blocks.ListBlock(
        IconTextBlock(),
        label=_("Lines"),
        help_text=_("Three to six work best."),
    )

    class Meta:
        icon = "list-ul"
        label = _("List with drawings")
        description = _("Short facts, each with a small drawing beside it.")
        template = "spine_content/blocks/icon_list.html"
        preview_template = "spine_content/block_preview.html"
        preview_value = {
            "items": [
                {"icon": "clock", "text": "<p>It takes <b>about an hour</b>.</p>"},
                {"icon": "bed", "text": "<p>You lie flat for a while.</p>"},
                {"icon": "car", "text": "<p>You must not drive home.</p>"},
            ]
        }
