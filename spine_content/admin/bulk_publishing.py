from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from spine_content.pages.base import SpinePageMixin
from spine_content.pages.completeness import unmet


def refuse_incomplete(request: Any, pages: Any, action: Any) -> HttpResponse | None:
    """
    Bulk publishing skips the form, so it is told here what the form would say.

    Nothing is published unless every chosen page of ours is complete.
    """
    refused = [
        (page, reasons) for page in _drafts(pages, action) if (reasons := unmet(page))
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
