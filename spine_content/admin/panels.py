from typing import Any

import swapper
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from wagtail.admin.panels import Panel

from spine_content.page_types import page_type_of


class DraftPanel(Panel):
    """
    What is said about the latest draft of a page.

    Its script asks for it when the form is there, so that nobody waits for it to begin
    writing, and again whenever a draft is saved.
    """

    class BoundPanel(Panel.BoundPanel):
        template_name = "spine_content/admin/draft_panel.html"
        css_class: str
        #: The view that says it, and the report that says it for all pages.
        view_name: str
        report_name: str
        report_title: Any
        #: What stands here before the first draft.
        unsaved: Any

        class Media:
            js = ("spine_content/js/drafts.js",)
            css = {"all": ["spine_content/css/admin/draft.css"]}

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            pk = self.instance.pk
            report = {"address": reverse(self.report_name), "title": self.report_title}
            context.update(
                # The script puts in the key of a page that is saved for the first time.
                address=reverse(self.view_name, args=[pk or 0]),
                report=report,
                unsaved=None if pk else self.unsaved,
            )
            return context


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
