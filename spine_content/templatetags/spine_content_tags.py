from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import template
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from spine_content import jsonld
from spine_content.blocks.care import URGENCY_WORDS
from spine_content.clinic.phones import format_phone, tel_url
from spine_content.facts.types import Statement
from spine_content.reviews.sign_off import Briefing, briefing

register = template.Library()
register.filter("tel", tel_url)
register.filter(format_phone)

#: What to do, by urgency, with and without a number to call.
ACTIONS = {
    "emergency": gettext_lazy("Call {number} at once if you have:"),
    "urgent": gettext_lazy("Call {number} today if you have:"),
    "routine": gettext_lazy("Call {number} in opening hours if you have:"),
}
ACTIONS_WITHOUT_NUMBER = {
    "emergency": gettext_lazy("Call an ambulance at once if you have:"),
    "urgent": gettext_lazy("Get medical advice today if you have:"),
    "routine": gettext_lazy("Ask your clinic if you have:"),
}
#: The same for an emergency as it is written here, without and with a number.
ENGLISH = (
    "Call an ambulance at once if you have:",
    "Call {number} at once if you have:",
)
#: Says nothing that a clinic has not said: a translation of ours is no advice.
NO_ACTION = gettext_lazy("Warning signs")


@register.simple_tag
def phone(clinic: Any, urgency: str) -> str:
    """The number for an urgency, or an empty string where the site has none."""
    return format_phone(clinic.phone_for(urgency)) if clinic else ""


@register.simple_tag
def urgency_words(urgency: str) -> Any:
    """The urgency in words, so that it never hangs on colour alone."""
    return URGENCY_WORDS.get(urgency, "")


@register.simple_tag
def urgency_action(urgency: str, number: str, clinic: Any = None) -> str:
    """What to do, as the heading of a list of signs."""
    if urgency == "emergency":
        return _emergency_action(number, clinic)
    if not number:
        return str(ACTIONS_WITHOUT_NUMBER.get(urgency, _("Get help if you have:")))
    return str(ACTIONS[urgency]).format(number=number)


def _emergency_action(number: str, clinic: Any) -> str:
    """What the clinic says in the reader's language, or words that nobody mistakes."""
    if own := getattr(clinic, "emergency_action", ""):
        return str(own).replace("{emergency}", number)
    actions = ACTIONS if number else ACTIONS_WITHOUT_NUMBER
    words = str(actions["emergency"])
    # What a site has translated for itself counts as its own.
    is_read = (get_language() or "en").startswith("en")
    if not is_read and words == ENGLISH[bool(number)]:
        return str(NO_ACTION)
    return words.format(number=number)


@dataclass(frozen=True)
class Cited:
    """A source as a fact cites it: its number on the page, and where in it."""

    number: int
    source: Any
    where: str


@register.simple_tag
def cited(statement: Statement, numbers: Mapping[int, Any]) -> list[Cited]:
    """The sources of a statement that the page lists, with their numbers."""
    return [
        Cited(numbers[each.source].number, numbers[each.source].source, each.where)
        for each in statement.fact.citations
        if each.source in (numbers or {})
    ]


@register.simple_tag(takes_context=True)
def structured_data(context: Any) -> str:
    """What a page says of itself to programs, or an empty string for one of a host."""
    describe = getattr(context.get("page"), "structured_data", None)
    data = describe(context) if describe else {}
    return jsonld.script_json(data) if data else ""


@register.simple_tag
def shared_picture(page: Any, request: Any) -> str:
    """The address of the picture that a shared link comes with, or an empty string."""
    return str(page.shared_picture(request))


@register.simple_tag
def review_briefing(obj: Any, user: Any) -> Briefing:
    """What ``user`` has to know before they sign off ``obj``."""
    return briefing(obj, user)
