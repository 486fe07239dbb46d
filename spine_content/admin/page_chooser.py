from typing import Any

import swapper
from django.db.models import Q
from wagtail.permissions import page_permission_policy

from spine_content import consent


def without_hidden_stories(pages: Any, user: Any) -> Any:
    """
    What ``user`` may choose from: Wagtail offers every page to whoever may log in.

    A story that may not be shown is known to those alone who see it in the page tree.
    """
    page_model = swapper.load_model("wagtailcore", "Page")
    known = page_permission_policy.explorable_instances(user).values("pk")
    shown = consent.only_showable(page_model.objects.all()).values("pk")
    found = page_model.objects.filter(Q(pk__in=known) | Q(pk__in=shown))
    return pages.filter(pk__in=found.values("pk"))
