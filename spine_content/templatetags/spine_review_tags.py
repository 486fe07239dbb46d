from typing import Any

from django import template

from spine_content.reviews.sign_off import Briefing, briefing

register = template.Library()


@register.simple_tag
def review_briefing(obj: Any, user: Any) -> Briefing:
    """What changed since the last sign-off, for a ``user`` who may sign it off."""
    return briefing(obj, user)
