"""What was done to a story stays on record; what it was called does not."""

import json
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.utils.module_loading import import_string
from wagtail.models import ModelLogEntry, PageLogEntry

from spine_content.consent.erasure.scope import PICTURE_TITLE, TITLE, Holding, Trail

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


#: A shorter title would be found in the middle of any word.
TELLING = 4


def sessions(trail: Trail) -> Iterator[Holding]:
    """
    Messages such as “… has been published”, and previews of older Wagtails.

    Sessions in a cache end by themselves, and nobody can look through them.
    """
    if not apps.is_installed("django.contrib.sessions"):
        return
    store: Any = import_string(f"{settings.SESSION_ENGINE}.SessionStore")
    if not hasattr(store, "get_model_class"):
        return
    model = store.get_model_class()
    told = [_quoted(name) for name in trail.names if len(name) >= TELLING]
    keys = [
        session.pk
        for session in model.objects.iterator()
        if _tells(session.get_decoded(), told)
    ]
    yield Holding(model.objects.filter(pk__in=keys), _cleaner(store, told))


def _quoted(name: str) -> str:
    return json.dumps(name)[1:-1]


def _tells(value: Any, told: list[str]) -> bool:
    text = json.dumps(value, default=str)
    return any(word in text for word in told)


def _cleaner(store: Any, told: list[str]) -> Any:
    def clean(rows: Any) -> None:
        for row in rows:
            # By its own store, which keeps a copy in the cache where there is one.
            session = store(row.pk)
            for key, value in list(session.items()):
                if not key.startswith("_auth") and _tells(value, told):
                    del session[key]
            session.save()

    return clean
