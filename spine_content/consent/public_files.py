"""Files of pictures, and how they go."""

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


def delete_file(file: Any) -> None:
    """Delete a stored file, and have caches forget it."""
    if file:
        file.storage.delete(file.name)
        purge([file_url(file)])


def delete_with_files(rows: Any) -> None:
    for row in rows:
        # The file first: when this is cut short, the row says what is still to do.
        delete_file(row.file)
        row.delete()


def delete_renditions(image: Any) -> None:
    delete_with_files(image.renditions.all())
