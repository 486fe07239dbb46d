from typing import Any

from wagtail.snippets.views.snippets import UsageView

from spine_content.pages.resting import references_to


class RestingUsageView(UsageView):
    """Where a snippet is used, pages that show it by way of a treatment included."""

    def get_queryset(self) -> Any:
        if self.describe_on_delete:
            # Deleting it touches only what names it itself.
            return super().get_queryset()
        model = type(self.object)
        return references_to(model, [self.object.pk]).group_by_source_object()
