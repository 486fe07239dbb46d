"""Rows of Wagtail's own apps about a story: comments, open forms, redirects, embeds."""

import html
import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from django.apps import apps
from django.db.models import Q
from wagtail.models import (
    Comment,
    CommentReply,
    PageSubscription,
    TaskState,
    WorkflowState,
)

from spine_content.consent.erasure.scope import (
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
    sessions = _model("wagtailadmin", "EditingSession")
    keys, types = scope.object_ids, story_content_types()
    if states:
        # Whose story a new form holds cannot be told. Browsers fill it in again.
        yield ErasureTarget(
            states.objects.filter(
                Q(content_type__in=scope.content_types, object_id__in=keys)
                | Q(content_type__in=types, object_id="")
            )
        )
    if sessions:
        open_pages = sessions.objects.filter(
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


def _literal(path: str) -> str:
    # As both databases read it: re.escape() is for Python alone.
    return "".join(f"[{each}]" if each in ".+*?()|{$" else each for each in path)


def _model(app: str, name: str) -> Any:
    """A model of Wagtail that this site may have left out."""
    return apps.get_model(app, name) if app in apps.app_configs else None
