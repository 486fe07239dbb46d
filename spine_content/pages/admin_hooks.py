from typing import Any

import swapper
from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.permissions import page_permission_policy

from spine_content import consent
from spine_content.pages.base import SpinePageMixin
from spine_content.pages.numbered import guides_below
from spine_content.pages.publishing import publish_errors


def refuse_incomplete(request: Any, pages: Any, action: Any) -> HttpResponse | None:
    """
    Bulk publishing skips the form, so it is told here what the form would say.

    Nothing is published unless every chosen page of ours is complete.
    """
    refused = [
        (page, reasons)
        for page in _drafts(pages, action)
        if (reasons := publish_errors(page))
    ]
    for page, reasons in refused:
        title = page.get_admin_display_title()
        messages.error(request, f"{title}: {' '.join(reasons)}")
    return redirect(action.next_url) if refused else None


def _drafts(pages: Any, action: Any) -> list[Any]:
    chosen = [page.specific for page in pages if hasattr(page, "specific")]
    if action.cleaned_form.cleaned_data.get("include_descendants"):
        for page in list(chosen):
            chosen += page.get_descendants().not_live().specific()
    ours: list[Any] = [page for page in chosen if isinstance(page, SpinePageMixin)]
    return [page.get_latest_revision_as_object() for page in ours]


def tell_held_back(request: Any, *moved: Any) -> None:
    """Say which guides are not public where they were moved to, and why."""
    drafts = guides_below(*moved).not_live().exclude(first_published_at=None)
    for guide in drafts:
        for problem in guide.number_problems(guide.clinic_settings()):
            told = _("“%(title)s” is not public there. %(problem)s")
            title = guide.get_admin_display_title()
            messages.warning(request, told % {"title": title, "problem": problem})


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
