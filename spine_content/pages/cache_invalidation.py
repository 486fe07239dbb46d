"""
Pages are purged from caches in front of the site when something that they show changes.

``signal_handlers`` connects these receivers if ``wagtail.contrib.frontend_cache`` is
installed.
"""

from collections.abc import Collection
from functools import partial
from typing import Any

import swapper
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Q
from wagtail.models import ReferenceIndex

from spine_content.clinic.settings import ClinicSettings
from spine_content.facts.usage import pages_using
from spine_content.frontend_cache import purge_pages
from spine_content.page_types import PAGE_TYPES, page_models
from spine_content.pages.base import SpinePageMixin
from spine_content.pages.listings import ancestor_paths, may_contain, pages_about
from spine_content.quality.models import PageQuality

#: What is saved while somebody writes a draft, which visitors never see.
DRAFT_FIELDS = frozenset({"latest_revision", "has_unpublished_changes"})


def purge_on_save(
    sender: Any, instance: Any, update_fields: Any = None, **kwargs: Any
) -> None:
    """Receives ``post_save`` of a snippet that pages show."""
    if not _is_draft(update_fields):
        # The row may be on its way: a cache asked now might fetch the old page again.
        transaction.on_commit(partial(_purge_pages_using, sender, instance.pk))


def purge_on_delete(sender: Any, instance: Any, **kwargs: Any) -> None:
    """Receives ``post_delete`` of a snippet that pages show."""
    # After the commit nobody refers to it any more.
    _purge_on_commit(pages_using(sender, [instance.pk]).live().specific())


def purge_site_on_save(sender: Any, instance: ClinicSettings, **kwargs: Any) -> None:
    """Receives ``post_save`` of the settings of a site, which all its pages show."""
    transaction.on_commit(partial(_purge_site, instance.site))


def purge_all_pages(sender: Any, update_fields: Any = None, **kwargs: Any) -> None:
    """
    Receives ``post_save`` and ``post_delete`` of what may be on any page.

    That is a word of the glossary, and a restriction: what is private now, or public,
    is everything below and every link to it.
    """
    if not _is_draft(update_fields):
        transaction.on_commit(_purge_every_type)


def purge_topics_above(sender: Any, instance: Any, **kwargs: Any) -> None:
    """
    Receives ``page_published`` and ``page_unpublished`` of each page type.

    A topic lists the pages below it, and its feed says which are new.
    """
    # Before a page is deleted it is taken down: afterwards nobody would know.
    _purge_on_commit(topics_above(instance))


def purge_topics_on_move(
    sender: Any,
    instance: Any,
    parent_page_before: Any,
    parent_page_after: Any,
    **kwargs: Any,
) -> None:
    """Receives ``post_page_move`` of any page: a topic may be below it."""
    if may_contain(sender, instance, SpinePageMixin):
        _purge_on_commit(topics_above(parent_page_before, parent_page_after))


def purge_pages_linking_to(sender: Any, instance: Any, **kwargs: Any) -> None:
    """Receives ``page_published`` and ``page_unpublished`` of a story."""
    # A withdrawal is about to blank the row: asked afterwards, nobody would know.
    _purge_on_commit(pages_linking_to(instance).specific())


def delete_quality_results(
    sender: Any, update_fields: Any = None, **kwargs: Any
) -> None:
    """Receives ``post_save`` of what pages show: the report checks every page again."""
    if not _is_draft(update_fields):
        PageQuality.objects.all().delete()


def topics_above(*pages: Any) -> Any:
    """The public topics among some pages and above them."""
    paths = {path for page in pages for path in [*ancestor_paths(page), page.path]}
    types = ContentType.objects.get_for_models(*page_models("topic")).values()
    page_model = swapper.load_model("wagtailcore", "Page")
    found = page_model.objects.live().filter(path__in=paths)
    return found.filter(content_type__in=[each.pk for each in types])


def pages_linking_to(story: Any) -> Any:
    """Public pages that link to ``story``: above it, about the same, or by choice."""
    page_model = swapper.load_model("wagtailcore", "Page")
    choosing = ReferenceIndex.get_references_to(story).values_list(
        "object_id", flat=True
    )
    found = Q(path__in=ancestor_paths(story))
    found |= Q(pk__in=[int(pk) for pk in choosing if pk.isdigit()])
    related = pages_about(story.treatment_id, "procedure", "comparison", "recovery")
    found |= related or Q(pk__in=[])
    return page_model.objects.live().filter(found).exclude(pk=story.pk)


def _is_draft(update_fields: Collection[str] | None) -> bool:
    return update_fields is not None and DRAFT_FIELDS.issuperset(update_fields)


def _purge_on_commit(pages: Any) -> None:
    if found := list(pages):
        transaction.on_commit(partial(purge_pages, found))


def _purge(pages: Any) -> None:
    purge_pages(list(pages))


def _purge_pages_using(model: Any, key: int) -> None:
    pages = list(pages_using(model, [key]).live().specific())
    # A feed says when numbers changed.
    _purge([*pages, *topics_above(*pages)])


def _purge_site(site: Any) -> None:
    below = Q(pk__in=[])
    root_pages = ClinicSettings.root_pages(site=site)
    for path in root_pages.values_list("path", flat=True):
        below |= Q(path__startswith=path)
    page_model = swapper.load_model("wagtailcore", "Page")
    pages: Any = page_model.objects.filter(below)
    _purge(pages.type(SpinePageMixin).live().specific())


def _purge_every_type() -> None:
    for model in page_models(*PAGE_TYPES):
        _purge(model.objects.live())
