"""What wagtail-localize keeps of a page beside its translations, where installed."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps

from spine_content.consent.erase.holdings import Holding
from spine_content.consent.erase.trail import Trail

APP = "wagtail_localize"
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
    # Read now: which they are can no longer be told without their segments.
    strings = _only_of(sources, "StringSegment", "string")
    templates = _only_of(sources, "TemplateSegment", "template")
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


def _only_of(sources: Any, segment: str, field: str) -> list[int]:
    """Strings or templates that no other text has in common with these."""
    used = _rows(segment, source__in=sources.values("pk")).values_list(field, flat=True)
    others = _rows(segment).exclude(source__in=sources.values("pk"))
    return list(set(used) - set(others.values_list(field, flat=True)))
