from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from spine_content.blocks.text import LINE_FEATURES, NOTE_FEATURES

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


class DoDontBlock(blocks.StructBlock):
    """Two short lists: what to do, and what not to do."""

    do = blocks.ListBlock(
        blocks.CharBlock(label=_("Do"), max_length=200),
        label=_("Do"),
        help_text=_("Begin each line with a verb: “walk a little every hour”."),
    )
    dont = blocks.ListBlock(
        blocks.CharBlock(label=_("Don’t"), max_length=200),
        label=_("Don’t"),
        help_text=_("Say it without the “don’t”: “lift anything heavy”."),
    )

    class Meta:
        icon = "tick-inverse"
        label = _("Do and don’t")
        description = _("Two short lists side by side.")
        template = "spine_content/blocks/do_dont.html"
        preview_template = "spine_content/block_preview.html"
        preview_value = {
            "do": ["walk a little every hour", "take your pain medicine as told"],
            "dont": ["lift anything heavy", "drive while you take strong painkillers"],
        }


class BeforeDuringAfterBlock(blocks.StructBlock):
    """What happens before, during and after something, in three short texts."""

    before = blocks.RichTextBlock(
        label=_("Before"),
        features=NOTE_FEATURES,
        required=False,
        help_text=_("What to do and expect until it begins."),
    )
    during = blocks.RichTextBlock(
        label=_("During"),
        features=NOTE_FEATURES,
        required=False,
        help_text=_("What is done, what it feels like and how long it takes."),
    )
    after = blocks.RichTextBlock(
        label=_("After"),
        features=NOTE_FEATURES,
        required=False,
        help_text=_("The first hours. Longer times belong in a recovery guide."),
    )

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if self.is_deferred_validation or any(cleaned.values()):
            return cleaned
        message = ValidationError(_("Fill in at least one of the three."))
        raise StructBlockValidationError(block_errors={"before": message})

    class Meta:
        icon = "time"
        label = _("Before, during, after")
        description = _("Three short texts about one appointment or procedure.")
        template = "spine_content/blocks/before_during_after.html"
        preview_template = "spine_content/block_preview.html"
        preview_value = {
            "before": "<p>You may drink water until you come in.</p>",
            "during": "<p>You lie still for about half an hour.</p>",
            "after": "<p>Somebody helps you up, and you rest a little.</p>",
        }
