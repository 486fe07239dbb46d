"""
The one reader of ``settings.SPINE_CONTENT``.

No key ever changes the database schema, so a site may change its mind at any time.
"""

from typing import Any

from django.conf import settings

SETTING = "SPINE_CONTENT"

#: Every key with its default. ``EXTRA_BLOCKS`` maps a block key to the dotted path
#: of a Wagtail block class; ``HIDDEN_PAGE_TYPES`` lists names of page classes that
#: editors may not create; ``STRIP_IMAGE_METADATA`` takes place, camera and comments out
#: of every image that is stored.
DEFAULTS: dict[str, Any] = {
    "EXTRA_BLOCKS": {},
    "HIDDEN_PAGE_TYPES": [],
    "STRIP_IMAGE_METADATA": True,
}

EXPECTED = {
    "EXTRA_BLOCKS": (
        "a dictionary of block keys to dotted paths, "
        'such as {"map": "clinic.blocks.MapBlock"}'
    ),
    "HIDDEN_PAGE_TYPES": "a list of page class names, such as ['PatientStoryPage']",
    "STRIP_IMAGE_METADATA": "True or False",
}


def get(key: str) -> Any:
    """The value of ``key``, or its default where the site's value cannot be used."""
    configured = getattr(settings, SETTING, {})
    if not isinstance(configured, dict):
        return DEFAULTS[key]
    value = configured.get(key, DEFAULTS[key])
    return DEFAULTS[key] if _problem(key, value) else value


def problems() -> list[str]:
    """One sentence for each thing in ``SPINE_CONTENT`` that cannot be used."""
    configured = getattr(settings, SETTING, {})
    if not isinstance(configured, dict):
        found = type(configured).__name__
        return [f"{SETTING} must be a dictionary, but it is of type {found}."]
    return [
        problem
        for key, value in configured.items()
        if (problem := _problem(key, value))
    ]


def _problem(key: Any, value: Any) -> str | None:
    if key not in DEFAULTS:
        known = ", ".join(sorted(DEFAULTS))
        return f"{SETTING} has an unknown key {key!r}. The known keys are {known}."
    if _has_right_type(key, value):
        return None
    return f"{SETTING}[{key!r}] must be {EXPECTED[key]}, but it is {value!r}."


def _has_right_type(key: str, value: Any) -> bool:
    if key == "EXTRA_BLOCKS":
        return isinstance(value, dict) and _all_text([*value, *value.values()])
    if isinstance(DEFAULTS[key], bool):
        return isinstance(value, bool)
    return isinstance(value, (list, tuple)) and _all_text(value)


def _all_text(values: Any) -> bool:
    return all(isinstance(value, str) for value in values)
