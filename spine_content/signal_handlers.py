"""Every signal that the package listens to, by room: what is sent, by whom, to whom."""

from collections.abc import Callable, Iterator
from typing import Any

from django.apps import apps
from django.db.models.signals import post_delete, post_save, pre_save
from wagtail.images import get_image_model
from wagtail.models import PageViewRestriction, Revision
from wagtail.signals import page_published, page_unpublished, post_page_move

from spine_content.clinic.models import WarningSign
from spine_content.clinic.settings import ClinicSettings
from spine_content.consent.gate import story_senders
from spine_content.consent.image_files import delete_hidden_file
from spine_content.consent.patient_images import anonymise_on_save
from spine_content.consent.records import HiddenPicture
from spine_content.facts.models import Measure, Treatment
from spine_content.facts.sources import Source
from spine_content.glossary.models import GlossaryTerm
from spine_content.images import strip_metadata_on_save
from spine_content.importing.building.placement import make_redirects_permanent
from spine_content.page_types import PAGE_TYPES, page_models
from spine_content.pages import cache_invalidation, emergency_number

#: Snippets that pages show.
SNIPPETS = (Treatment, Measure, Source, WarningSign)
#: Pages of any type may have pages of ours below them.
ANY = (None,)

#: A signal, its receiver, and the classes to which it listens. Signals match a class
#: exactly: one that inherits from it has to be named as well.
Connection = tuple[Any, Callable[..., None], Any]


def register_signal_handlers() -> None:
    """Connect every receiver of the package. Called once, when Django is ready."""
    for signal, receiver, senders in _connections():
        for sender in senders:
            label = sender._meta.label_lower if sender else "any"
            uid = f"spine_content.{receiver.__name__}.{label}"
            signal.connect(receiver, sender=sender, dispatch_uid=uid)


def _connections() -> Iterator[Connection]:
    pages, stories = page_models(*PAGE_TYPES), story_senders()
    # images
    yield pre_save, strip_metadata_on_save, [get_image_model()]
    # consent: the draft of a story is a revision
    yield post_save, anonymise_on_save, [Revision, *stories] if stories else []
    yield post_delete, delete_hidden_file, [HiddenPicture]
    # importing
    yield page_published, make_redirects_permanent, pages
    # pages
    shown = (*SNIPPETS, GlossaryTerm, ClinicSettings)
    yield post_save, cache_invalidation.delete_quality_results, shown
    if emergency_number.guide_models():
        yield post_page_move, emergency_number.unpublish_on_move, ANY
    if apps.is_installed("wagtail.contrib.frontend_cache"):
        yield from _cache_connections(pages, stories)


def _cache_connections(pages: list[Any], stories: list[Any]) -> Iterator[Connection]:
    yield post_save, cache_invalidation.purge_on_save, SNIPPETS
    yield post_delete, cache_invalidation.purge_on_delete, SNIPPETS
    yield post_save, cache_invalidation.purge_site_on_save, [ClinicSettings]
    on_all_pages = (GlossaryTerm, PageViewRestriction) if pages else ()
    for changed in (post_save, post_delete):
        yield changed, cache_invalidation.purge_all_pages, on_all_pages
    for changed in (page_published, page_unpublished):
        yield changed, cache_invalidation.purge_topics_above, pages
        yield changed, cache_invalidation.purge_pages_linking_to, stories
    yield post_page_move, cache_invalidation.purge_topics_on_move, ANY if pages else ()
