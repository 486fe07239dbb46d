from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from spine_content.blocks.text import NOTE_FEATURES


class Urgency(models.TextChoices):
    """How soon somebody must act. The order is the order on the page."""

    EMERGENCY = "emergency", _("Emergency: call at once")
    URGENT = "urgent", _("Urgent: call today")
    ROUTINE = "routine", _("Routine: call in opening hours")


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
        choices=Urgency.choices,
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
