"""The ``Cache-Control`` header of pages that link to a patient's story."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Min
from django.utils import timezone
from django.utils.cache import patch_cache_control

from spine_content import consent
from spine_content.consent.models import Consent
from spine_content.page_types import page_type_of

#: Seconds for which a cached link to a story may outlive a withdrawn consent.
MAX_AGE = 300


def limit_max_age(response: Any) -> None:
    """Let no cache keep a page longer than the consents of the stories it links to."""
    context = getattr(response, "context_data", None) or {}
    if keys := {
        page.pk for page in _linked_pages(context) if page_type_of(page) == "story"
    }:
        patch_cache_control(response, max_age=_seconds_left(keys))


def _linked_pages(context: dict[str, Any]) -> Iterator[Any]:
    """Every page in the context of a template to which it links."""
    yield from (context.get("chosen_pages") or {}).values()
    yield from context.get("breadcrumbs") or ()
    yield from context.get("results") or ()
    for pages in (context.get("links") or {}).values():
        yield from pages
    for group in context.get("groups") or ():
        yield from group.pages


def _seconds_left(keys: set[int]) -> int:
    ends = [
        end for model in consent.story_models() for end in _consent_ends(model, keys)
    ]
    left = min(ends, default=timezone.now()) - timezone.now()
    return max(0, min(MAX_AGE, int(left.total_seconds())))


def _consent_ends(model: Any, keys: set[int]) -> Iterator[Any]:
    first = model._default_manager.filter(pk__in=keys).aggregate(
        day=Min("consent__expires_on"), withdrawn=Min("consent__withdrawn_at")
    )
    if first["day"]:
        yield Consent(expires_on=first["day"], withdrawn_at=first["withdrawn"]).ends_at
