"""The latest draft of a page, for what its form asks about it."""

from typing import Any

import swapper
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404


def draft_for(user: Any, page_id: int, kind: Any) -> Any:
    """The latest draft of a page of this kind that somebody may edit, or an answer."""
    page_model = swapper.load_model("wagtailcore", "Page")
    page: Any = get_object_or_404(page_model, pk=page_id).specific
    if not page.permissions_for_user(user).can_edit():
        raise PermissionDenied
    if not isinstance(page, kind):
        raise Http404
    return page.get_latest_revision_as_object()
