from typing import Any

from django.core.checks import CheckMessage, Warning, register

from spine_content.consent import story_models
from spine_content.consent.image_files import (
    local_folder,
    private_storage,
    public_storage,
)


@register()
def check_private_pictures(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """W005: pictures without a consent that counts stay where everybody may fetch."""
    if not story_models():
        return []
    private, public = private_storage(), public_storage()
    hidden, shown = local_folder(private), local_folder(public)
    is_inside = hidden and shown and hidden.is_relative_to(shown)
    if private is not public and not is_inside:
        return []
    return [
        Warning(
            "Pictures of patients whose consent has run out stay in the public storage "
            "of the site, under names that nobody can guess.",
            hint="Name a storage that the web server does not show “spine_private” in "
            "STORAGES.",
            id="spine_content.W005",
        )
    ]
