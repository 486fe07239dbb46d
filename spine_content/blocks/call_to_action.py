from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError


class CallToActionBlock(blocks.StructBlock):
    """
    One thing the reader can do next. It informs, and does not push.

    A page is linked to only if it is among the ``chosen_pages`` that the page hands
    over, as with related pages.
    """

    text = blocks.CharBlock(
        label=_("Words of the link"),
        max_length=80,
        help_text=_("What happens next: “Ask for an appointment”."),
    )
    page = blocks.PageChooserBlock(
        label=_("Page"),
        required=False,
        help_text=_("A page of this site. Or give a web address instead."),
    )
    url = blocks.URLBlock(
        label=_("Web address"),
        required=False,
        help_text=_("Only if it is not a page of this site."),
    )
    note = blocks.CharBlock(
        label=_("Note"),
        max_length=160,
        required=False,
        help_text=_("What it takes: “You need a letter from your family doctor”."),
    )

    @staticmethod
    def page_ids(raw_value: Any) -> list[Any]:
        """The id of the page named in the stored value of a block."""
        return [raw_value.get("page")]

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        page, url = cleaned["page"], cleaned["url"]
        if self.is_deferred_validation or bool(page) != bool(url):
            return cleaned
        if page:
            message = _("Choose a page or enter a web address, not both.")
        else:
            message = _("Choose a page or enter a web address.")
        raise StructBlockValidationError(block_errors={"url": ValidationError(message)})

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(
            value, parent_context=parent_context
        )
        page = value.get("page")
        allowed = context.get("chosen_pages") or {}
        context["target"] = allowed.get(page.pk) if page else None
        return context

    class Meta:
        icon = "arrow-right"
        label = _("Next step")
        description = _("One link to what the reader can do next.")
        label_format = "{text}"
        template = "spine_content/blocks/call_to_action.html"
        preview_template = "spine_content/block_preview.html"
        preview_value = {
            "text": "Ask for an appointment",
            "url": "https://example.org/",
            "note": "You need a letter from your family doctor.",
        }
