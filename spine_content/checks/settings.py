from typing import Any

from django.apps import apps
from django.core.checks import CheckMessage, Error, Warning, register

from spine_content import conf
from spine_content.blocks.body import load_extra_blocks
from spine_content.pages.base import SpinePageMixin

#: What our pages and admin screens are made of. Without ``wagtail.contrib.settings``
#: the whole admin fails.
NEEDED = (
    "wagtail.admin",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.snippets",
    "wagtail.contrib.settings",
    "wagtail_modeladmin",
)


@register()
def check_needed_apps(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """E001: an app that our pages or admin screens need is not installed."""
    return [
        Error(
            f"spine_content needs {name!r} in INSTALLED_APPS.",
            hint=f"Add {name!r} to INSTALLED_APPS.",
            id="spine_content.E001",
        )
        for name in NEEDED
        if not apps.is_installed(name)
    ]


@register()
def check_settings(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """W010: a key of SPINE_CONTENT that is unknown or of the wrong type."""
    return [
        Warning(
            problem,
            hint="Correct it in your settings. Until then the default is used.",
            id="spine_content.W010",
        )
        for problem in conf.problems()
    ]


@register()
def check_extra_blocks(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """W011: a block of the site that cannot be offered to editors."""
    return [
        Warning(
            problem,
            hint="Editors are not offered this block. Correct EXTRA_BLOCKS.",
            id="spine_content.W011",
        )
        for problem in load_extra_blocks()[1]
    ]


@register()
def check_hidden_page_types(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """W012: the name of a page type to hide is misspelt."""
    known = sorted(
        model.__name__
        for model in apps.get_models()
        if issubclass(model, SpinePageMixin)
    )
    return [
        Warning(
            f"HIDDEN_PAGE_TYPES names {name!r}, which is no page type of this site.",
            hint=f"The page types are {', '.join(known)}." if known else "Remove it.",
            id="spine_content.W012",
        )
        for name in conf.get("HIDDEN_PAGE_TYPES")
        if name not in known
    ]
