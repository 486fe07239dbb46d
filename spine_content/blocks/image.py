from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageBlock

from spine_content.blocks.rich_text import LINE_FEATURES


class CaptionedImageBlock(blocks.StructBlock):
    """A picture with alternative text of its own and, if wanted, a caption."""

    image = ImageBlock(
        label=_("Picture"), help_text=_("With words for people who cannot see it.")
    )
    caption = blocks.RichTextBlock(
        label=_("Caption"),
        features=LINE_FEATURES,
        required=False,
        help_text=_("What the reader should see in it."),
    )
    credit = blocks.CharBlock(
        label=_("Credit"),
        max_length=120,
        required=False,
        help_text=_("Who made the picture, if they are to be named."),
    )

    def get_preview_value(self) -> Any:
        # The picker shows a placeholder: a site may not own a picture yet.
        return self.normalize({"image": None, "caption": "<p>The caption.</p>"})

    class Meta:
        icon = "image"
        label = _("Picture")
        description = _("A picture that explains something, with a caption.")
        label_format = "{caption}"
        template = "spine_content/blocks/image.html"
        preview_template = "spine_content/block_preview.html"
