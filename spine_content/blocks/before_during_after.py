from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from spine_content.blocks.rich_text import NOTE_FEATURES


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
