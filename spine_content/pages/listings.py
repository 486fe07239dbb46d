"""Which pages visitors may see, what a page links to, and how long caches keep it."""

import datetime
from collections.abc import Iterator
from typing import Any

import swapper
from django.db.models import (
    Case,
    CharField,
    Exists,
    ExpressionWrapper,
    F,
    Min,
    OuterRef,
    Q,
    Value,
    When,
    Window,
)
from django.db.models.functions import RowNumber
from django.utils import timezone
from django.utils.cache import patch_cache_control
from wagtail.models import PageViewRestriction, Site

from spine_content import consent
from spine_content.consent.models import Consent
from spine_content.page_types import page_models, page_type_of

swapper.set_app_prefix("wagtailcore", "wagtail")

#: How many links of one type a page shows before it links to the whole list.
LINKS_PER_TYPE = 6
#: Seconds for which a cached link to a story may outlive a withdrawn consent.
MAX_AGE = 300


def pages_about(treatment_id: int | None, *spine_types: str) -> Q | None:
    """A filter on the base page: pages of these types that are about a treatment."""
    if treatment_id is None:
        return None
    wanted = Q(pk__in=[])
    for model in page_models(*spine_types):
        wanted |= Q(pk__in=model.about(treatment_id).values("pk"))
    return wanted


def visible_pages(at: datetime.datetime | None = None) -> Any:
    """
    Live pages that every visitor may see at ``at`` (now unless given).

    Private pages are left out in the database, where ``public()`` takes a query of
    its own; stories are left out unless a consent covers them.
    """
    page_model = swapper.load_model("wagtailcore", "Page")
    path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    restrictions = PageViewRestriction.objects.annotate(restricted_path=path).filter(
        restricted_path__startswith=F("page__path")
    )
    pages = page_model.objects.live().filter(~Exists(restrictions))
    return consent.only_showable(pages, at)


def first_of_each_type(pages: Any, limit: int, *order: Any) -> Any:
    """The first ``limit`` pages of every type in ``pages``, in one query."""
    rank = Window(RowNumber(), partition_by="content_type_id", order_by=list(order))
    return pages.annotate(rank=rank).filter(rank__lte=limit).order_by(*order)


def ancestor_paths(page: Any) -> list[str]:
    """Tree paths of the pages above ``page``, the topmost first."""
    return [
        page.path[:end] for end in range(page.steplen, len(page.path), page.steplen)
    ]


def may_contain(page_type: Any, page: Any, wanted: Any) -> bool:
    """
    Whether a page of this type may have a page of a class at its place or below.

    Asks no query: of a page with others below it, the answer is yes.
    """
    return issubclass(page_type or type(page), wanted) or not page.is_leaf()


def linked_pages(
    page: Any, request: Any, related: Q | None = None
) -> dict[str, list[Any]]:
    """
    The visible pages that ``page`` links to by itself, in one query.

    Gives ``ancestors`` (from the site's home page down) and, for each page type, the
    pages that match ``related``, newest first. A parent may be both.
    """
    above = Q(path__in=ancestor_paths(page))
    wanted = (related or Q(pk__in=[])) & ~Q(pk=page.pk)
    found = first_of_each_type(
        visible_pages().filter(above | wanted).annotate(is_ancestor=_flag(above)),
        LINKS_PER_TYPE + page.depth,  # room for as many parents of one type
        "-is_ancestor",
        "-first_published_at",
        "path",
    ).annotate(is_related=_flag(wanted))
    site = Site.find_for_request(request)
    # The home page of another language stands beside that of the site, not below it.
    home_depth = site.root_page.depth if site else 0
    links: dict[str, list[Any]] = {"ancestors": []}
    for other in found:
        if other.is_ancestor and other.depth >= home_depth:
            links["ancestors"].append(other)
        others = links.setdefault(page_type_of(other), [])
        if other.is_related and len(others) < LINKS_PER_TYPE:
            others.append(other)
    links["ancestors"].sort(key=lambda ancestor: ancestor.depth)
    return links


def _flag(condition: Q) -> Case:
    return Case(When(condition, then=Value(True)), default=Value(False))


def chosen_pages(*streams: Any) -> dict[int, Any]:
    """
    The pages that blocks in ``streams`` lead to and every visitor may see, by id.

    One query, and none where no block asks. A page hands them to its template as
    ``chosen_pages``.
    """
    # Read raw: a block that names a page does not say who may see it.
    ids = {
        pk
        for stream in streams
        for raw in stream.raw_data
        for pk in _named_pages(stream.stream_block.child_blocks[raw["type"]], raw)
        if pk
    }
    return visible_pages().in_bulk(ids) if ids else {}


def _named_pages(block: Any, raw: Any) -> list[Any]:
    page_ids = getattr(block, "page_ids", None)
    return page_ids(raw["value"]) if page_ids else []


def limit_max_age(response: Any) -> None:
    """Let no cache keep a page longer than the consents of the stories it links to."""
    context = getattr(response, "context_data", None) or {}
    if keys := {
        page.pk for page in _pages_in_context(context) if page_type_of(page) == "story"
    }:
        patch_cache_control(response, max_age=_seconds_left(keys))


def _pages_in_context(context: dict[str, Any]) -> Iterator[Any]:
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
