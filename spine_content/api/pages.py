from typing import Any

from wagtail.api.v2.views import PagesAPIViewSet

from spine_content import consent


class SpinePagesAPIViewSet(PagesAPIViewSet):
    """
    Wagtail's pages API without the stories that their patients did not agree to have
    fetched by others: ``router.register_endpoint("pages", SpinePagesAPIViewSet)``.
    """

    def get_base_queryset(self) -> Any:
        # Lists, single pages, parents and the pages to search below all begin here.
        return consent.only_showable(super().get_base_queryset(), channel="api")

    def finalize_response(
        self, request: Any, response: Any, *args: Any, **kw: Any
    ) -> Any:
        response = super().finalize_response(request, response, *args, **kw)
        # A withdrawal cannot call back what a cache has kept.
        response["Cache-Control"] = "private, no-cache"
        return response
