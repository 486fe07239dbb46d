"""
Version 3 of Wagtail's API without the stories that their patients did not agree to have
fetched by others: ``path("api/v3/", spine_content.api.v3.urls)``. It needs Wagtail 8.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.utils.cache import patch_cache_control
from wagtail.api.v3.routers import pages as router
from wagtail.api.v3.urls import api
from wagtail.utils.urlpatterns import decorate_urlpatterns

from spine_content import consent

every_page = router.get_pages_queryset


def covered_pages(request: Any, *args: Any, **kwargs: Any) -> Any:
    """What Wagtail would list, as far as it may be listed to who is asking."""
    pages = every_page(request, *args, **kwargs)
    # Whoever has a token is told of the pages that they may edit, as in the admin.
    if request.user.is_authenticated:
        return pages
    return consent.only_showable(pages, channel="api")


# Lists, single pages, searches and filters all ask the function of this name, and
# there is no other place for a gate.
router.get_pages_queryset = covered_pages


def _not_kept(view: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(view)
    def answered(request: Any, *args: Any, **kwargs: Any) -> Any:
        response = view(request, *args, **kwargs)
        # A withdrawal cannot call back what a cache has kept.
        patch_cache_control(response, private=True, no_cache=True)
        return response

    return answered


_patterns, _app, _namespace = api.urls
urls = (decorate_urlpatterns(_patterns, _not_kept), _app, _namespace)
