"""What the lists of our snippets have in common. Needs Wagtail's apps to be ready."""

from typing import Any

from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from spine_content.admin.empty_states import SNIPPETS


class ClinicSnippetIndexView(IndexView):
    """An empty list says what it is for, and what to do first."""

    table_classname = "listing spine-list"

    def get_context_data(self, **kwargs: Any) -> Any:
        first_step = SNIPPETS[self.model._meta.model_name]
        return super().get_context_data(first_step=first_step, **kwargs)


class ClinicSnippetViewSet(SnippetViewSet):
    """Snippets of ours stand in the clinic menu, not under “Snippets”."""

    menu_item_is_registered = True
    index_view_class = ClinicSnippetIndexView
    index_results_template_name = "spine_content/admin/snippet_list_results.html"
