"""
Rows of other apps about a story: comments, open forms, redirects, embeds, sessions.

Of log entries, what was done to a story stays, and what it was called goes.
"""

import html
import json
from collections.abc import Iterator
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.utils.module_loading import import_string
from wagtail.models import (
    Comment,
    CommentReply,
    ModelLogEntry,
    PageLogEntry,
    PageSubscription,
    TaskState,
    WorkflowState,
)

from spine_content.consent.erasure.scope import (
    IMAGE_TITLE,
    TITLE,
    ErasureScope,
    ErasureTarget,
    story_content_types,
)


def discussions(scope: ErasureScope) -> Iterator[ErasureTarget]:
    """Comments with their replies, and what was said when a version was approved."""
    pages = scope.page_ids
    yield ErasureTarget(CommentReply.objects.filter(comment__page__in=pages))
    yield ErasureTarget(Comment.objects.filter(page__in=pages))
    yield ErasureTarget(PageSubscription.objects.filter(page__in=pages))
    states = WorkflowState.objects.filter(
        base_content_type=scope.page_content_type,
        object_id__in=scope.object_ids,
    )
    revisions = Q(revision__in=scope.revisions.values("pk"))
    reassigned = Q(revision__in=scope.reassigned_revisions.values("pk"))
    of_states = Q(workflow_state__in=states.values("pk"))
    yield ErasureTarget(TaskState.objects.filter(of_states | revisions | reassigned))
    yield ErasureTarget(states)


def forms(scope: ErasureScope) -> Iterator[ErasureTarget]:
    """What is typed into open forms, those of stories not yet saved included."""
    states = _model("wagtailadmin", "FormState")
    editing = _model("wagtailadmin", "EditingSession")
    keys, types = scope.object_ids, story_content_types()
    if states:
        # Whose story a new form holds cannot be told. Browsers fill it in again.
        yield ErasureTarget(
            states.objects.filter(
                Q(content_type__in=scope.content_types, object_id__in=keys)
                | Q(content_type__in=types, object_id="")
            )
        )
    if editing:
        open_pages = editing.objects.filter(
            content_type__in=scope.content_types, object_id__in=keys
        )
        yield ErasureTarget(open_pages)


def redirects(scope: ErasureScope) -> Iterator[ErasureTarget]:
    """Redirects to the pages, from their addresses, or to those as typed."""
    model = _model("wagtailredirects", "Redirect")
    if model is None:
        return
    paths = {urlsplit(url).path for page in scope.pages if (url := page.full_url)}
    from_page = {model.normalise_path(path) for path in paths}
    found = Q(redirect_page__in=scope.page_ids) | Q(old_path__in=from_page)
    for path in paths:
        # Other addresses may begin with this one: only the whole of it counts.
        found |= Q(
            redirect_link__regex=rf"^(https?://[^/]+)?{_literal(path)}?([?#].*)?$"
        )
    yield ErasureTarget(model.objects.filter(found))


def promotions(scope: ErasureScope) -> Iterator[ErasureTarget]:
    if model := _model("wagtailsearchpromotions", "SearchPromotion"):
        yield ErasureTarget(model.objects.filter(page__in=scope.page_ids))


def embeds(scope: ErasureScope) -> Iterator[ErasureTarget]:
    """What the provider of a video says about it, which may be whose it is."""
    model = _model("wagtailembeds", "Embed")
    if model is None:
        return
    texts = "\n".join(scope.versions_as_json())
    keys = [
        pk
        for pk, url in model.objects.values_list("pk", "url")
        if json.dumps(url, ensure_ascii=False)[1:-1] in texts
        or html.escape(url) in texts
    ]
    yield ErasureTarget(model.objects.filter(pk__in=keys))


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
        if _contains_any(session.get_decoded(), names)
    ]
    clean = partial(_clean_sessions, store=store, names=names)
    yield ErasureTarget(model.objects.filter(pk__in=keys), clean)


def _quoted(name: str) -> str:
    return json.dumps(name)[1:-1]


def _contains_any(value: Any, names: list[str]) -> bool:
    text = json.dumps(value, default=str)
    return any(name in text for name in names)


def _clean_sessions(rows: Any, store: Any, names: list[str]) -> None:
    for row in rows:
        # By its own store, which keeps a copy in the cache where there is one.
        session = store(row.pk)
        for key, value in list(session.items()):
            if not key.startswith("_auth") and _contains_any(value, names):
                del session[key]
        session.save()


def _literal(path: str) -> str:
    # As both databases read it: re.escape() is for Python alone.
    return "".join(f"[{each}]" if each in ".+*?()|{$" else each for each in path)


def _model(app: str, name: str) -> Any:
    """A model of Wagtail that this site may have left out."""
    return apps.get_model(app, name) if app in apps.app_configs else None
