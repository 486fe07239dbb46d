from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.coreutils import get_content_languages

from spine_content.clinic.phones import validate_phone


def language_choices() -> list[tuple[str, Any]]:
    return list(get_content_languages().items())


SAME_AS_SITE = _("Leave empty if it is the same as for the whole site.")


def phone_block(label: Any) -> blocks.CharBlock:
    return blocks.CharBlock(
        label=label,
        max_length=40,
        required=False,
        validators=[validate_phone],
        help_text=SAME_AS_SITE,
    )


def text_block(label: Any, help_text: Any) -> blocks.TextBlock:
    return blocks.TextBlock(label=label, help_text=help_text, rows=2, required=False)


class ContactBlock(blocks.StructBlock):
    """Numbers and texts for one language. What is left empty is as for the site."""

    language = blocks.ChoiceBlock(
        label=_("Language"),
        choices=language_choices,
        help_text=_("Pages in this language show what follows."),
    )
    emergency_action = blocks.CharBlock(
        label=_("What to do in an emergency"),
        max_length=120,
        required=False,
        help_text=_(
            "The heading above emergency signs, in this language, such as “Call "
            "{emergency} at once if you have:”. We translate no such words for you."
        ),
    )
    emergency_phone = phone_block(_("Emergency number"))
    emergency_relay = blocks.CharBlock(
        label=_("Emergency text or relay number"),
        max_length=40,
        required=False,
        help_text=SAME_AS_SITE,
    )
    urgent_phone = phone_block(_("Urgent advice number"))
    urgent_hours = blocks.CharBlock(
        label=_("When it answers"),
        max_length=120,
        required=False,
        help_text=SAME_AS_SITE,
    )
    clinic_phone = phone_block(_("Clinic number"))
    clinic_hours = blocks.CharBlock(
        label=_("Opening hours"),
        max_length=120,
        required=False,
        help_text=SAME_AS_SITE,
    )

    disclaimer = text_block(
        _("Disclaimer"), _("Shown at the foot of every page in this language.")
    )
    conflict_statement = text_block(
        _("Interests"), _("Who could gain from what you publish.")
    )
    funding_statement = text_block(
        _("Who pays for this information"), _("For example “The clinic alone.”")
    )
    update_policy = text_block(
        _("How pages are kept up to date"),
        _("For example “We check every page at least every two years.”"),
    )

    class Meta:
        icon = "mobile-alt"
        label = _("Numbers and texts for one language")
        label_format = "{language}"
