"""Purges the cache in front of the site, where ``frontend_cache`` is installed."""

from functools import partial
from typing import Any

from django.apps import apps
from django.db import transaction


def is_installed() -> bool:
    return apps.is_installed("wagtail.contrib.frontend_cache")


def purge_urls(urls: list[str]) -> None:
    """Have the cache drop these addresses once the transaction is committed."""
    if urls and is_installed():
        # Until the commit others are shown what was: a cache might fetch it once more.
        transaction.on_commit(partial(_purge_urls, urls))


def purge_pages(pages: list[Any]) -> None:
    """Have the cache drop every address of these pages, now."""
    if pages and is_installed():
        from wagtail.contrib.frontend_cache.utils import purge_pages_from_cache

        purge_pages_from_cache(pages)


def _purge_urls(urls: list[str]) -> None:
    from wagtail.contrib.frontend_cache.utils import purge_urls_from_cache

    purge_urls_from_cache(urls)
