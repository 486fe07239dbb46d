"""What ``manage.py check`` says before a visitor or an editor notices."""

from spine_content.checks import base_template, images, pages_api, settings

__all__ = ["base_template", "images", "pages_api", "settings"]
