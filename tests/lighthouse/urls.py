from typing import Any

from django.conf import settings
from django.urls import re_path
from django.utils.cache import patch_cache_control
from django.views.static import serve

from site_project.urls import urlpatterns as site_urls


def media(request: Any, path: str) -> Any:
    response = serve(request, path, document_root=settings.MEDIA_ROOT)
    patch_cache_control(response, max_age=31_536_000, immutable=True)
    return response


urlpatterns = [re_path(r"^media/(?P<path>.*)$", media), *site_urls]
