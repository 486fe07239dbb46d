"""The latest draft of a page, for what its form asks about it."""

from typing import Any

import swapper
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404

from spine_content.page_types import page_type_of


def draft_for(user: Any, page_id: int, page_class: Any = None) -> Any:
    """
    The latest draft of a page of this class, or of any type of ours, to be edited.

    Raises ``Http404`` for other pages, and ``PermissionDenied`` for those who may not
    edit it.
    """
    page_model = swapper.load_model("wagtailcore", "Page")
    page: Any = get_object_or_404(page_model, pk=page_id).specific
    if not page.permissions_for_user(user).can_edit():
        raise PermissionDenied
    if not (isinstance(page, page_class) if page_class else page_type_of(page)):
        raise Http404
    return page.get_latest_revision_as_object()
