"""What was done to a story stays on record; what it was called does not."""

from collections.abc import Iterator
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from wagtail.models import ModelLogEntry, PageLogEntry

from spine_content.consent.erase.holdings import Holding
from spine_content.consent.erase.titles import PICTURE_TITLE, TITLE
from spine_content.consent.erase.trail import Trail

#: Where a log entry of one page names another one.
MENTIONS = ("page", "source", "destination")


def log_entries(trail: Trail) -> Iterator[Holding]:
    """Labels and data of what was logged about the pages, or mentions them."""
    own = PageLogEntry.objects.filter(page__in=trail.page_ids)
    yield Holding(_telling(own, TITLE), _silencer(TITLE))
    others = PageLogEntry.objects.exclude(page__in=trail.page_ids)
    for key in MENTIONS:
        mentions = others.filter(
            **{f"data__{key}__id__in": sorted(trail.page_ids)}
        ).exclude(**{f"data__{key}__title": TITLE})
        yield Holding(mentions, _renamer(key))


def picture_log_entries(images: Any) -> Holding:
    """The same for pictures, which are to be deleted."""
    keys = [str(pk) for pk in images.values_list("pk", flat=True)]
    entries = ModelLogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(images.model),
        object_id__in=keys,
    )
    return Holding(_telling(entries, PICTURE_TITLE), _silencer(PICTURE_TITLE))


def rename_log_entries(image: Any) -> None:
    """What was logged about a picture under a name that it has no longer."""
    kind = ContentType.objects.get_for_model(type(image))
    entries = ModelLogEntry.objects.filter(content_type=kind, object_id=str(image.pk))
    entries.exclude(label=image.title).update(label=image.title)


def _telling(entries: Any, title: str) -> Any:
    return entries.exclude(Q(label=title) & Q(data={}))


def _silencer(title: str) -> Any:
    def silence(entries: Any) -> None:
        entries.update(label=title, data={})

    return silence


def _renamer(key: str) -> Any:
    def rename(entries: Any) -> None:
        for entry in entries:
            data = {**entry.data, key: {**entry.data[key], "title": TITLE}}
            entries.model.objects.filter(pk=entry.pk).update(data=data)

    return rename
