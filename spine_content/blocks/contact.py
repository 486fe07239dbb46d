from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.coreutils import get_content_languages

from spine_content.phones import one_number


def languages() -> list[tuple[str, Any]]:
    return list(get_content_languages().items())


def number(label: Any) -> blocks.CharBlock:
    return blocks.CharBlock(
        label=label, max_length=40, required=False, validators=[one_number]
    )


def standing_text(label: Any) -> blocks.TextBlock:
    return blocks.TextBlock(label=label, rows=2, required=False)


class ContactBlock(blocks.StructBlock):
    """Numbers and texts for one language. What is left empty is as for the site."""

    language = blocks.ChoiceBlock(
        label=_("Language"),
        choices=languages,
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
    emergency_phone = number(_("Emergency number"))
    emergency_relay = blocks.CharBlock(
        label=_("Emergency text or relay number"), max_length=40, required=False
    )
    urgent_phone = number(_("Urgent advice number"))
    urgent_hours = blocks.CharBlock(
        label=_("When it answers"), max_length=120, required=False
    )
    clinic_phone = number(_("Clinic number"))
    clinic_hours = blocks.CharBlock(
        label=_("Opening hours"), max_length=120, required=False
    )

    disclaimer = standing_text(_("Disclaimer"))
    conflict_statement = standing_text(_("Interests"))
    funding_statement = standing_text(_("Who pays for this information"))
    update_policy = standing_text(_("How pages are kept up to date"))

    class Meta:
        icon = "mobile-alt"
        label = _("Numbers and texts for one language")
        label_format = "{language}"
