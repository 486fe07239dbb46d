"""The one edit that the README asks for."""

PLUGIN = [
    "wagtail.contrib.settings",
    "wagtail_modeladmin",
    "spine_content",
    "spine_content.pages",
]
