"""Log entries and sessions: what was done to a story stays, what it was called goes."""

import json
from collections.abc import Iterator
from functools import partial
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.utils.module_loading import import_string
from wagtail.models import ModelLogEntry, PageLogEntry

from spine_content.consent.erasure.scope import (
    IMAGE_TITLE,
    TITLE,
    ErasureScope,
    ErasureTarget,
)

#: The data of a log entry in which it names another page.
MENTIONS = ("page", "source", "destination")


def log_entries(scope: ErasureScope) -> Iterator[ErasureTarget]:
    """Labels and data of what was logged about the pages, or mentions them."""
    own = PageLogEntry.objects.filter(page__in=scope.page_ids)
    yield ErasureTarget(_not_cleared(own, TITLE), partial(_clear, title=TITLE))
    others = PageLogEntry.objects.exclude(page__in=scope.page_ids)
    for key in MENTIONS:
        mentions = others.filter(
            **{f"data__{key}__id__in": sorted(scope.page_ids)}
        ).exclude(**{f"data__{key}__title": TITLE})
        yield ErasureTarget(mentions, partial(_rename_mention, key=key))


def image_log_entries(images: Any) -> ErasureTarget:
    """The same for images, which are to be deleted."""
    keys = [str(pk) for pk in images.values_list("pk", flat=True)]
    entries = ModelLogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(images.model),
        object_id__in=keys,
    )
    return ErasureTarget(
        _not_cleared(entries, IMAGE_TITLE), partial(_clear, title=IMAGE_TITLE)
    )


def _not_cleared(entries: Any, title: str) -> Any:
    return entries.exclude(Q(label=title) & Q(data={}))


def _clear(entries: Any, title: str) -> None:
    entries.update(label=title, data={})


def _rename_mention(entries: Any, key: str) -> None:
    for entry in entries:
        data = {**entry.data, key: {**entry.data[key], "title": TITLE}}
        entries.model.objects.filter(pk=entry.pk).update(data=data)


#: A shorter title would be found in the middle of any word.
MIN_NAME_LENGTH = 4


def sessions(scope: ErasureScope) -> Iterator[ErasureTarget]:
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
    names = [_quoted(name) for name in scope.names if len(name) >= MIN_NAME_LENGTH]
    keys = [
        session.pk
        for session in model.objects.iterator()
        if _mentions(session.get_decoded(), names)
    ]
    clean = partial(_clean_sessions, store=store, names=names)
    yield ErasureTarget(model.objects.filter(pk__in=keys), clean)


def _quoted(name: str) -> str:
    return json.dumps(name)[1:-1]


def _mentions(value: Any, names: list[str]) -> bool:
    text = json.dumps(value, default=str)
    return any(name in text for name in names)


def _clean_sessions(rows: Any, store: Any, names: list[str]) -> None:
    for row in rows:
        # By its own store, which keeps a copy in the cache where there is one.
        session = store(row.pk)
        for key, value in list(session.items()):
            if not key.startswith("_auth") and _mentions(value, names):
                del session[key]
        session.save()
