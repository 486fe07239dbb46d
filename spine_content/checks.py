from typing import Any

from django.core.checks import CheckMessage, Error, Warning, register

from spine_content import conf


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
    from spine_content.blocks.body import load_extra_blocks

    return [
        Warning(
            problem,
            hint="Editors are not offered this block. Correct EXTRA_BLOCKS.",
            id="spine_content.W011",
        )
        for problem in load_extra_blocks()[1]
    ]


@register()
def check_needed_apps(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """E001: an app that our admin screens need is not installed."""
    from django.apps import apps

    return [
        Error(
            f"spine_content needs {name!r} in INSTALLED_APPS.",
            hint=f"Add {name!r} to INSTALLED_APPS.",
            id="spine_content.E001",
        )
        for name in ("wagtail.contrib.settings", "wagtail_modeladmin")
        if not apps.is_installed(name)
    ]
