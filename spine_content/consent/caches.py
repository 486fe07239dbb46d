from functools import partial
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import transaction


def purge(urls: list[str]) -> None:
    """Have the cache in front of the site forget these addresses, if there is one."""
    if urls and apps.is_installed("wagtail.contrib.frontend_cache"):
        # Until the commit others are shown what was: a cache might fetch it once more.
        transaction.on_commit(partial(_purge, urls))


def _purge(urls: list[str]) -> None:
    from wagtail.contrib.frontend_cache.utils import purge_urls_from_cache

    purge_urls_from_cache(urls)


def page_urls(pages: list[Any]) -> list[str]:
    return [url for page in pages if (url := page.full_url)]


def file_url(file: Any) -> str:
    """The whole address of a stored file, which may be kept on another server."""
    url = str(file.url)
    base = getattr(settings, "WAGTAILADMIN_BASE_URL", None) or ""
    return url if "://" in url else base + url
