from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageBlock

from spine_content.blocks.rich_text import NOTE_FEATURES


class PictureStepBlock(blocks.StructBlock):
    """One step, drawn and told."""

    image = ImageBlock(
        label=_("Picture"), help_text=_("One that shows this step and nothing else.")
    )
    title = blocks.CharBlock(
        label=_("Title"),
        max_length=120,
        help_text=_("What to do, in a few words: “Roll onto your side”."),
    )
    text = blocks.RichTextBlock(
        label=_("Text"),
        features=NOTE_FEATURES,
        required=False,
        help_text=_("What the picture alone does not say."),
    )

    class Meta:
        icon = "image"
        label = _("Step")
        label_format = "{title}"


class PictureStepsBlock(blocks.StructBlock):
    """What to do, one picture after another. The numbers come by themselves."""

    steps = blocks.ListBlock(
        PictureStepBlock(),
        label=_("Steps"),
        default=[{}, {}],
        min_num=2,
        help_text=_("In order, each with a picture. Two at least."),
    )

    def get_preview_value(self) -> Any:
        # The picker shows placeholders: a site may not own a picture yet.
        steps = [
            {"image": None, "title": "Roll onto your side", "text": ""},
            {
                "image": None,
                "title": "Push up with your arms",
                "text": "<p>Let your feet slide to the floor.</p>",
            },
        ]
        return self.normalize({"steps": steps})

    class Meta:
        icon = "image"
        label = _("Steps in pictures")
        description = _("Numbered steps, each with a picture.")
        template = "spine_content/blocks/picture_steps.html"
        preview_template = "spine_content/block_preview.html"
