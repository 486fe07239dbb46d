"""What ``manage.py check`` says before a visitor or an editor notices."""

from spine_content.checks import (
    base_template,
    image_tables,
    needed_apps,
    pages_api,
    private_pictures,
    setting,
)

__all__ = [
    "base_template",
    "image_tables",
    "needed_apps",
    "pages_api",
    "private_pictures",
    "setting",
]
