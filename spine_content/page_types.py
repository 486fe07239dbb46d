from typing import Any

from django.apps import apps

#: The kinds of page there are, as ``page_type`` names them.
PAGE_TYPES = ("comparison", "procedure", "recovery", "topic", "story")


def page_models(*spine_types: str) -> list[Any]:
    """The installed page classes of the kinds named, a site's own included."""
    return [
        model
        for model in apps.get_models()
        if getattr(model, "page_type", None) in spine_types
    ]


def page_type_of(page: Any) -> str:
    """The kind of a page, such as ``procedure``; empty for pages that are not ours."""
    return getattr(page.specific_class, "page_type", "")
