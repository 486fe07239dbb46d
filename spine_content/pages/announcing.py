"""Pages that announce a story, of which caches must know when it goes or comes."""

from functools import partial
from typing import Any

import swapper
from django.db import transaction
from django.db.models import Q
from wagtail.models import ReferenceIndex
from wagtail.signals import page_published, page_unpublished

from spine_content.pages.listing import ancestor_paths, pages_about
from spine_content.pages.refreshing import forget


def connect() -> None:
    """Listen to stories that become public and that are taken down."""
    for signal in (page_published, page_unpublished):
        signal.connect(_changed, dispatch_uid="spine_content.announcing")


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
    if hasattr(instance, "used_scopes"):
        # A withdrawal is about to blank the row: asked afterwards, nobody would know.
        pages = list(pages_announcing(instance).specific())
        transaction.on_commit(partial(forget, pages))
