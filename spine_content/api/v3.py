"""
Version 3 of Wagtail's API without the stories that their patients did not agree to have
fetched by others: ``path("api/v3/", spine_content.api.v3.urls)``. It needs Wagtail 8.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.utils.cache import patch_cache_control
from wagtail.api.v3.urls import api
from wagtail.utils.urlpatterns import decorate_urlpatterns

from spine_content import consent
from spine_content.compat import replace_v3_pages_queryset


def get_showable_pages(request: Any, *args: Any, **kwargs: Any) -> Any:
    """What Wagtail would list, as far as it may be listed to who is asking."""
    pages = get_pages_queryset(request, *args, **kwargs)
    # Whoever has a token is told of the pages that they may edit, as in the admin.
    if request.user.is_authenticated:
        return pages
    return consent.only_showable(pages, channel="api")


get_pages_queryset = replace_v3_pages_queryset(get_showable_pages)


def _never_cached(view: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(view)
    def wrapped(request: Any, *args: Any, **kwargs: Any) -> Any:
        response = view(request, *args, **kwargs)
        # A withdrawal cannot call back what a cache has kept.
        patch_cache_control(response, private=True, no_cache=True)
        return response

    return wrapped


_urlpatterns, _app_name, _namespace = api.urls
urls = (decorate_urlpatterns(_urlpatterns, _never_cached), _app_name, _namespace)
