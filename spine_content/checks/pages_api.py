import sys
from collections.abc import Iterator
from typing import Any

from django.core.checks import CheckMessage, Tags, Warning, register
from django.urls import get_resolver

from spine_content.compat import V3_PAGES
from spine_content.consent.gate import story_models

GATE_FUNCTION = "only_showable"
#: Methods in which a viewset can call it: lists and single pages both go through.
GATED_METHODS = ("get_base_queryset", "get_queryset")
V3_NAMESPACE = "wagtailapi_v3"
UNGUARDED_V3 = Warning(
    "Version 3 of Wagtail's API tells the title and address of a story until it is "
    "unpublished, whatever became of its consent.",
    hint=(
        "Route spine_content.api.v3.urls instead of wagtail.api.v3.urls.api.urls: "
        "it is the same without stories that no consent covers."
    ),
    id="spine_content.W004",
)


@register(Tags.urls)
def check_pages_api(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """W004: an API gives away stories that no consent covers any more."""
    if not story_models():
        return []
    try:
        views = {view for view in _routed(get_resolver()) if _is_unguarded(view)}
        v3 = _has_v3(get_resolver()) and not _is_guarded_v3()
    except Exception:
        return []  # Django's own check names a mistake in the addresses of the site
    return [*_warnings(views), *([UNGUARDED_V3] if v3 else [])]


def _warnings(views: set[Any]) -> list[CheckMessage]:
    return [
        Warning(
            f"The API viewset {name} does not ask whether a consent covers a story.",
            hint=(
                "Route spine_content.api.pages.SpinePagesAPIViewSet or a subclass of "
                "it, or give yours a get_base_queryset() that returns spine_content."
                "consent.only_showable(super().get_base_queryset(), channel='api')."
            ),
            id="spine_content.W004",
        )
        for name in sorted(f"{view.__module__}.{view.__qualname__}" for view in views)
    ]


def _routed(resolver: Any) -> Iterator[Any]:
    """The viewsets behind all addresses of the site."""
    for pattern in resolver.url_patterns:
        if hasattr(pattern, "url_patterns"):
            yield from _routed(pattern)
        elif isinstance(viewset := getattr(pattern.callback, "cls", None), type):
            yield viewset


def _is_unguarded(viewset: Any) -> bool:
    # A site that has such a viewset has imported it by now, and others need not.
    public = getattr(sys.modules.get("wagtail.api.v2.views"), "PagesAPIViewSet", None)
    if public is None or not issubclass(viewset, public):
        return False
    # The API of Wagtail's admin is for those who log in.
    if any(each.__module__.startswith("wagtail.admin.") for each in viewset.__mro__):
        return False
    return not any(_calls_gate_in_method(each) for each in viewset.__mro__)


def _calls_gate_in_method(viewset: Any) -> bool:
    return any(_calls_gate(vars(viewset).get(name)) for name in GATED_METHODS)


def _is_guarded_v3() -> bool:
    router = sys.modules.get(V3_PAGES)
    return _calls_gate(getattr(router, "get_pages_queryset", None))


def _calls_gate(function: Any) -> bool:
    code = getattr(function, "__code__", None)
    return code is not None and GATE_FUNCTION in code.co_names


def _has_v3(resolver: Any) -> bool:
    return any(
        pattern.namespace == V3_NAMESPACE or _has_v3(pattern)
        for pattern in resolver.url_patterns
        if hasattr(pattern, "url_patterns")
    )
