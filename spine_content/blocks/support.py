from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError


class SupportBlock(blocks.StructBlock):
    """A place to turn to for more help: a link, a telephone number, or both."""

    name = blocks.CharBlock(
        label=_("Name"),
        max_length=120,
        help_text=_("Of the charity, helpline or group."),
    )
    about = blocks.CharBlock(
        label=_("What they offer"),
        max_length=200,
        required=False,
        help_text=_("In one line."),
    )
    url = blocks.URLBlock(
        label=_("Web address"),
        required=False,
        help_text=_("Needed unless there is a telephone number."),
    )
    phone = blocks.CharBlock(
        label=_("Telephone"),
        max_length=40,
        required=False,
        help_text=_("As people would dial it."),
    )

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if self.is_deferred_validation or cleaned["url"] or cleaned["phone"]:
            return cleaned
        message = ValidationError(_("Enter a web address or a telephone number."))
        raise StructBlockValidationError(block_errors={"url": message})

    class Meta:
        icon = "group"
        label = _("Support")
        description = _("A charity, helpline or group that can help.")
        label_format = "{name}"
        template = "spine_content/blocks/support.html"
        preview_template = "spine_content/block_preview.html"
        preview_value = {
            "name": "A bone health charity",
            "about": "A helpline run by nurses",
            "url": "https://example.org/",
            "phone": "01632 960000",
        }
