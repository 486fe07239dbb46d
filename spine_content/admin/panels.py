from typing import Any

from django.urls import reverse
from wagtail.admin.panels import Panel


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
