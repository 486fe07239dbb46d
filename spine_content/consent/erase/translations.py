"""What wagtail-localize keeps of a page beside its translations, where installed."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps

from spine_content.consent.erase.holdings import Holding
from spine_content.consent.erase.trail import Trail
from spine_content.consent.translating import APP

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
