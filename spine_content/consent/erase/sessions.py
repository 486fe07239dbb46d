"""Sessions that are kept in the database, and what they hold of a story."""

import json
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.conf import settings
from django.utils.module_loading import import_string

from spine_content.consent.erase.holdings import Holding
from spine_content.consent.erase.trail import Trail

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
