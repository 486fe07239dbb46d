"""Indexes of words: search, references, and the memory of wagtail-localize."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from django.apps import apps
from django.db import connections, router
from wagtail.models import ReferenceIndex
from wagtail.search import index
from wagtail.search.models import IndexEntry

from spine_content.compat import delete_index_entries
from spine_content.consent.erasure.scope import ErasureScope, ErasureTarget
from spine_content.consent.localize import APP_LABEL


def search_entries(scope: ErasureScope) -> Iterator[ErasureTarget]:
    entries = IndexEntry._default_manager.filter(
        content_type__in=scope.content_types,
        object_id__in=scope.object_ids,
    )
    yield ErasureTarget(entries, partial(_remove_entries, pages=scope.pages))


def references(scope: ErasureScope) -> Iterator[ErasureTarget]:
    """What the pages refer to; others' references to them say nothing of them."""
    yield ErasureTarget(
        ReferenceIndex.objects.filter(
            base_content_type=scope.page_content_type,
            object_id__in=scope.object_ids,
        )
    )


def _remove_entries(entries: Any, pages: list[Any]) -> None:
    for page in pages:
        # Search engines beside the database are told as well.
        index.remove_object(page)
    delete_index_entries(entries)


def purge_full_text_index() -> None:
    """SQLite keeps the words of deleted entries until its index is written anew."""
    connection = connections[router.db_for_write(IndexEntry)]
    table = f"{IndexEntry._meta.db_table}_fts"
    if connection.vendor != "sqlite":
        return
    if table in connection.introspection.table_names():
        name = connection.ops.quote_name(table)
        with connection.cursor() as cursor:
            cursor.execute(f"INSERT INTO {name}({name}) VALUES ('optimize')")  # noqa: S608


SEGMENTS = (
    "StringSegment",
    "TemplateSegment",
    "OverridableSegment",
    "RelatedObjectSegment",
)


def translation_memory(scope: ErasureScope) -> Iterator[ErasureTarget]:
    if APP_LABEL not in apps.app_configs:
        return
    keys = {page.translation_key for page in scope.pages}
    sources = _rows("TranslationSource", object__in=keys)
    contexts = _rows("TranslationContext", object__in=keys)
    if not contexts.exists() and not sources.exists():
        return
    # Read now: without their segments nobody can tell which they are.
    elsewhere = _rows("StringTranslation", context__isnull=False).exclude(
        context__in=contexts.values("pk")
    )
    translated = elsewhere.values("translation_of")
    strings = _keys(_used_only_by("string", sources).exclude(pk__in=translated))
    templates = _keys(_used_only_by("template", sources))
    yield ErasureTarget(_rows("StringTranslation", translation_of__in=strings))
    yield ErasureTarget(_rows("StringTranslation", context__in=contexts.values("pk")))
    yield ErasureTarget(_rows("SegmentOverride", context__in=contexts.values("pk")))
    for name in SEGMENTS:
        yield ErasureTarget(_rows(name, source__in=sources.values("pk")))
    yield ErasureTarget(contexts)
    yield ErasureTarget(sources)
    yield ErasureTarget(_rows("String", pk__in=strings))
    yield ErasureTarget(_rows("Template", pk__in=templates))


def _rows(name: str, **lookup: Any) -> Any:
    return apps.get_model(APP_LABEL, name)._base_manager.filter(**lookup)


def _used_only_by(field: str, sources: Any) -> Any:
    """
    Strings or templates that no other source uses.

    Nobody can tell whose those were that no source uses any more: all of them go.
    """
    name = field.capitalize()
    others = _rows(f"{name}Segment").exclude(source__in=sources.values("pk"))
    return _rows(name).exclude(pk__in=others.values(field))


def _keys(rows: Any) -> list[int]:
    return list(rows.values_list("pk", flat=True))
