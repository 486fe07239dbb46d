"""Search, and Wagtail's table of what refers to what."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import connections, router
from wagtail.models import ReferenceIndex
from wagtail.search import index
from wagtail.search.models import IndexEntry

from spine_content.consent.erasure.scope import Holding, Trail
from spine_content.consent.localize import APP


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


SEGMENTS = (
    "StringSegment",
    "TemplateSegment",
    "OverridableSegment",
    "RelatedObjectSegment",
)


def translation_memory(trail: Trail) -> Iterator[Holding]:
    if APP not in apps.app_configs:
        return
    keys = {page.translation_key for page in trail.pages}
    sources = _rows("TranslationSource", object__in=keys)
    contexts = _rows("TranslationContext", object__in=keys)
    if not contexts.exists() and not sources.exists():
        return
    # Read now: which they are can no longer be told without their segments.
    elsewhere = _rows("StringTranslation", context__isnull=False).exclude(
        context__in=contexts.values("pk")
    )
    translated = elsewhere.values("translation_of")
    strings = _keys(_of_no_other("string", sources).exclude(pk__in=translated))
    templates = _keys(_of_no_other("template", sources))
    yield Holding(_rows("StringTranslation", translation_of__in=strings))
    yield Holding(_rows("StringTranslation", context__in=contexts.values("pk")))
    yield Holding(_rows("SegmentOverride", context__in=contexts.values("pk")))
    for name in SEGMENTS:
        yield Holding(_rows(name, source__in=sources.values("pk")))
    yield Holding(contexts)
    yield Holding(sources)
    yield Holding(_rows("String", pk__in=strings))
    yield Holding(_rows("Template", pk__in=templates))


def _rows(name: str, **lookup: Any) -> Any:
    return apps.get_model(APP, name)._base_manager.filter(**lookup)


def _of_no_other(field: str, sources: Any) -> Any:
    """
    Strings or templates that no other text has in common with these.

    Of those that no text has any more nobody can tell whose they were: all of them go.
    """
    name = field.capitalize()
    others = _rows(f"{name}Segment").exclude(source__in=sources.values("pk"))
    return _rows(name).exclude(pk__in=others.values(field))


def _keys(rows: Any) -> list[int]:
    return list(rows.values_list("pk", flat=True))
