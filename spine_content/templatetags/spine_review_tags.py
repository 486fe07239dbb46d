from typing import Any

from django import template

from spine_content.reviews.briefing import Briefing, briefing

register = template.Library()


@register.simple_tag
def review_briefing(obj: Any, user: Any) -> Briefing:
    """What ``user`` has to know before they sign off ``obj``."""
    return briefing(obj, user)
