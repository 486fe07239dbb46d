"""Search, and Wagtail's table of what refers to what."""

from collections.abc import Iterator
from typing import Any

from django.db import connections, router
from wagtail.models import ReferenceIndex
from wagtail.search import index
from wagtail.search.models import IndexEntry

from spine_content.consent.erase.holdings import Holding
from spine_content.consent.erase.trail import Trail


def search_entries(trail: Trail) -> Iterator[Holding]:
    entries = IndexEntry._default_manager.filter(
        content_type__in=trail.content_types,
        object_id__in=[str(pk) for pk in trail.page_ids],
    )
    yield Holding(entries, _remover(trail.pages))


def references(trail: Trail) -> Iterator[Holding]:
    """What the pages refer to; others' references to them say nothing of them."""
    yield Holding(
        ReferenceIndex.objects.filter(
            base_content_type=trail.page_content_type,
            object_id__in=[str(pk) for pk in trail.page_ids],
        )
    )


def _remover(pages: list[Any]) -> Any:
    def remove(entries: Any) -> None:
        for page in pages:
            # Search engines beside the database are told as well.
            index.remove_object(page)
        entries._raw_delete(using=router.db_for_write(IndexEntry))

    return remove


def forget_words() -> None:
    """SQLite keeps the words of deleted entries until its index is written anew."""
    connection = connections[router.db_for_write(IndexEntry)]
    table = f"{IndexEntry._meta.db_table}_fts"
    if connection.vendor != "sqlite":
        return
    if table in connection.introspection.table_names():
        name = connection.ops.quote_name(table)
        with connection.cursor() as cursor:
            cursor.execute(f"INSERT INTO {name}({name}) VALUES ('optimize')")  # noqa: S608
