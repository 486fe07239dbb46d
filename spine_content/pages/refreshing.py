"""Copies of a page that caches keep go when something that it shows has changed."""

from functools import partial
from typing import Any

from django.apps import apps
from django.db import transaction
from django.db.models.signals import post_delete, post_save

from spine_content.models import Measure, Source, Treatment, WarningSign
from spine_content.pages.resting import pages_resting_on

#: What is saved while somebody writes a draft, which visitors never see.
OF_DRAFTS = frozenset({"latest_revision", "has_unpublished_changes"})


def connect() -> None:
    """Listen to everything that pages show and do not hold themselves."""
    for model in (Treatment, Measure, Source, WarningSign):
        uid = f"spine_content.refresh_{model._meta.model_name}"
        post_save.connect(_saved, sender=model, dispatch_uid=uid)
        post_delete.connect(_deleted, sender=model, dispatch_uid=uid)


def _saved(sender: Any, instance: Any, update_fields: Any = None, **_: Any) -> None:
    if update_fields is None or not OF_DRAFTS.issuperset(update_fields):
        # The row may be on its way: a cache asked now might fetch the old page again.
        transaction.on_commit(partial(purge, sender, instance.pk))


def _deleted(sender: Any, instance: Any, **_: Any) -> None:
    # After the commit nobody refers to it any more.
    pages = list(pages_resting_on(sender, [instance.pk]).live().specific())
    transaction.on_commit(partial(forget, pages))


def purge(model: Any, key: int) -> None:
    """Have caches forget every public page that shows something of a snippet."""
    if apps.is_installed("wagtail.contrib.frontend_cache"):
        forget(list(pages_resting_on(model, [key]).live().specific()))


def forget(pages: list[Any]) -> None:
    """Have caches forget these pages, if there is a cache."""
    if pages and apps.is_installed("wagtail.contrib.frontend_cache"):
        from wagtail.contrib.frontend_cache.utils import purge_pages_from_cache

        purge_pages_from_cache(pages)
