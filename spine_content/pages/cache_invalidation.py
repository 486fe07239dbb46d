"""Copies of a page that caches keep go when something that it shows has changed."""

from collections.abc import Collection
from functools import partial
from typing import Any

import swapper
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Q
from django.db.models.signals import post_delete, post_save
from wagtail.models import PageViewRestriction, ReferenceIndex
from wagtail.signals import page_published, page_unpublished, post_page_move

from spine_content import frontend_cache
from spine_content.clinic.models import WarningSign
from spine_content.clinic.settings import ClinicSettings
from spine_content.consent import ConsentRequired, story_models
from spine_content.facts.models import Measure, Treatment
from spine_content.facts.sources import Source
from spine_content.facts.usage import pages_using
from spine_content.glossary.models import GlossaryTerm
from spine_content.page_types import PAGE_TYPES, page_models
from spine_content.pages.base import SpinePageMixin
from spine_content.pages.listings import ancestor_paths, holds, pages_about
from spine_content.quality.models import PageQuality

SHOWN = (Treatment, Measure, Source, WarningSign)
#: What is saved while somebody writes a draft, which visitors never see.
OF_DRAFTS = frozenset({"latest_revision", "has_unpublished_changes"})


def connect() -> None:
    """Listen to everything that pages show and do not hold themselves."""
    for model in SHOWN:
        uid = f"spine_content.refresh_{model._meta.model_name}"
        post_save.connect(_saved, sender=model, dispatch_uid=uid)
        post_delete.connect(_deleted, sender=model, dispatch_uid=uid)
    post_save.connect(
        _told_anew, sender=ClinicSettings, dispatch_uid="spine_content.refresh_site"
    )
    for model in (*SHOWN, GlossaryTerm, ClinicSettings):
        uid = f"spine_content.look_again_{model._meta.model_name}"
        post_save.connect(_look_again, sender=model, dispatch_uid=uid)
    for name, signal in (("saved", post_save), ("deleted", post_delete)):
        uid = f"spine_content.words_{name}"
        signal.connect(_words_changed, sender=GlossaryTerm, dispatch_uid=uid)
    if models := page_models(*PAGE_TYPES):
        _connect_to_pages(models)


def _connect_to_pages(models: list[Any]) -> None:
    for name, signal in (("saved", post_save), ("deleted", post_delete)):
        uid = f"spine_content.private_{name}"
        signal.connect(_made_private, sender=PageViewRestriction, dispatch_uid=uid)
    for model in models:
        uid = f"spine_content.listed_{model._meta.label_lower}"
        for changed in (page_published, page_unpublished):
            changed.connect(_listed_anew, sender=model, dispatch_uid=uid)
    # From any page, as pages of ours may stand below it.
    post_page_move.connect(_moved, dispatch_uid="spine_content.listed")


def _listed_anew(sender: Any, instance: Any, **_: Any) -> None:
    """A topic lists the pages below it, and its feed says which are new."""
    _forget_topics(instance)


def _moved(
    sender: Any,
    instance: Any,
    parent_page_before: Any,
    parent_page_after: Any,
    **_: Any,
) -> None:
    if holds(sender, instance, SpinePageMixin):
        _forget_topics(parent_page_before, parent_page_after)


def _forget_topics(*pages: Any) -> None:
    # Before a page is deleted it is taken down: afterwards nobody would know.
    if topics := topics_around(pages):
        transaction.on_commit(partial(frontend_cache.purge_pages, topics))


def topics_around(pages: Collection[Any]) -> list[Any]:
    """The public topics among pages and above them, if there is a cache to tell."""
    if not frontend_cache.is_installed():
        return []
    paths = {path for page in pages for path in [*ancestor_paths(page), page.path]}
    types = ContentType.objects.get_for_models(*page_models("topic")).values()
    page_model = swapper.load_model("wagtailcore", "Page")
    found = page_model.objects.live().filter(path__in=paths)
    return list(found.filter(content_type__in=[each.pk for each in types]))


def _words_changed(sender: Any, update_fields: Any = None, **_: Any) -> None:
    if update_fields is None or not OF_DRAFTS.issuperset(update_fields):
        transaction.on_commit(purge_all)


def _made_private(sender: Any, **_: Any) -> None:
    # What is private now, or public, is everything below and every link to it.
    transaction.on_commit(purge_all)


def purge_all() -> None:
    """Have caches forget every page of ours, as any of them may show what changed."""
    if frontend_cache.is_installed():
        for model in page_models(*PAGE_TYPES):
            frontend_cache.purge_pages(list(model.objects.live()))


def _look_again(sender: Any, update_fields: Any = None, **_: Any) -> None:
    """What the checks found may have changed: the report looks at every page anew."""
    if update_fields is None or not OF_DRAFTS.issuperset(update_fields):
        PageQuality.objects.all().delete()


def _saved(sender: Any, instance: Any, update_fields: Any = None, **_: Any) -> None:
    if update_fields is None or not OF_DRAFTS.issuperset(update_fields):
        # The row may be on its way: a cache asked now might fetch the old page again.
        transaction.on_commit(partial(purge, sender, instance.pk))


def _deleted(sender: Any, instance: Any, **_: Any) -> None:
    # After the commit nobody refers to it any more.
    pages = list(pages_using(sender, [instance.pk]).live().specific())
    transaction.on_commit(partial(frontend_cache.purge_pages, pages))


def _told_anew(instance: ClinicSettings, **_: Any) -> None:
    transaction.on_commit(partial(purge_site, instance.site))


def purge_site(site: Any) -> None:
    """Have caches forget every page of ours on a site: each shows its settings."""
    if frontend_cache.is_installed():
        below = Q(pk__in=[])
        root_pages = ClinicSettings.root_pages(site=site)
        for path in root_pages.values_list("path", flat=True):
            below |= Q(path__startswith=path)
        page_model = swapper.load_model("wagtailcore", "Page")
        pages: Any = page_model.objects.filter(below)
        frontend_cache.purge_pages(list(pages.type(SpinePageMixin).live().specific()))


def purge(model: Any, key: int) -> None:
    """Have caches forget every public page that shows something of a snippet."""
    if frontend_cache.is_installed():
        pages = list(pages_using(model, [key]).live().specific())
        # A feed says when numbers changed.
        frontend_cache.purge_pages([*pages, *topics_around(pages)])


def connect_announcements() -> None:
    """Listen to stories that become public and that are taken down."""
    for model in story_models():
        uid = f"spine_content.announcing_{model._meta.label_lower}"
        for signal in (page_published, page_unpublished):
            signal.connect(_changed, sender=model, dispatch_uid=uid)


def pages_announcing(story: Any) -> Any:
    """Public pages that lead to ``story``: above it, about the same, or by choice."""
    page_model = swapper.load_model("wagtailcore", "Page")
    choosing = ReferenceIndex.get_references_to(story).values_list(
        "object_id", flat=True
    )
    found = Q(path__in=ancestor_paths(story))
    found |= Q(pk__in=[int(pk) for pk in choosing if pk.isdigit()])
    beside = pages_about(story.treatment_id, "procedure", "comparison", "recovery")
    found |= beside or Q(pk__in=[])
    return page_model.objects.live().filter(found).exclude(pk=story.pk)


def _changed(sender: Any, instance: Any, **_: Any) -> None:
    if isinstance(instance, ConsentRequired):
        # A withdrawal is about to blank the row: asked afterwards, nobody would know.
        pages = list(pages_announcing(instance).specific())
        transaction.on_commit(partial(frontend_cache.purge_pages, pages))
