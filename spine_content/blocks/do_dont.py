from django.utils.translation import gettext_lazy as _
from wagtail import blocks


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
