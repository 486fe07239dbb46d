from typing import Any

from django.apps import apps
from django.core.checks import CheckMessage, Error, register

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
