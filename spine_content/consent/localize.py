"""Whether wagtail-localize, where installed, makes a page out of another one."""

from typing import Any

from django.apps import apps

APP = "wagtail_localize"


def translation_of(page: Any) -> Any:
    """What wagtail-localize keeps of the translation that ``page`` is, or ``None``."""
    if APP not in apps.app_configs:
        return None
    kept = apps.get_model(APP, "Translation")._default_manager
    return kept.filter(
        source__object=page.translation_key, target_locale=page.locale_id, enabled=True
    ).first()
