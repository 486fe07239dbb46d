"""What the lists of snippets in the clinic menu have in common."""

from typing import Any

from wagtail.snippets.views.snippets import IndexView, SnippetViewSet


class ClinicSnippetIndexView(IndexView):
    """An empty list says what it is for, and what to do first."""

    table_classname = "listing spine-list"
    empty_state: Any = ""

    def get_context_data(self, **kwargs: Any) -> Any:
        return super().get_context_data(empty_state=self.empty_state, **kwargs)


class ClinicSnippetViewSet(SnippetViewSet):
    """Snippets of ours stand in the clinic menu, not under “Snippets”."""

    #: What an empty list says: what these snippets are for, and what to do first.
    empty_state: Any = ""
    menu_item_is_registered = True
    index_view_class = ClinicSnippetIndexView
    index_results_template_name = "spine_content/admin/snippet_list_results.html"

    def get_index_view_kwargs(self, **kwargs: Any) -> Any:
        return super().get_index_view_kwargs(empty_state=self.empty_state, **kwargs)
