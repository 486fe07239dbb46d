import sys
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.core.checks import CheckMessage, Tags, Warning, register
from django.urls import get_resolver

GATE = "only_showable"


@register(Tags.urls)
def check_pages_api(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """W004: an API gives away stories that no consent covers any more."""
    if not any(hasattr(model, "used_scopes") for model in apps.get_models()):
        return []
    try:
        views = {view for view in _routed(get_resolver()) if _is_unguarded(view)}
    except Exception:
        return []  # Django's own check names a mistake in the addresses of the site
    return [
        Warning(
            f"The API viewset {name} does not ask whether a consent covers a story.",
            hint=(
                "Route a subclass with a get_queryset() that returns spine_content."
                "consent.only_showable(super().get_queryset()), and unpublish stories "
                "whose consent has ended."
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
    return not any(_mentions_gate(each) for each in viewset.__mro__)


def _mentions_gate(viewset: Any) -> bool:
    code = getattr(vars(viewset).get("get_queryset"), "__code__", None)
    return code is not None and GATE in code.co_names
