from typing import Any

from django.contrib import messages
from django.utils.translation import gettext as _

from spine_content.pages.numbered import guides_below


def tell_held_back(request: Any, *moved: Any) -> None:
    """Say which guides are not public where they were moved to, and why."""
    drafts = guides_below(*moved).not_live().exclude(first_published_at=None)
    for guide in drafts:
        for problem in guide.number_problems(guide.clinic_settings()):
            told = _("“%(title)s” is not public there. %(problem)s")
            title = guide.get_admin_display_title()
            messages.warning(request, told % {"title": title, "problem": problem})
