"""Takes out of pictures what they say about people, and out of their names."""

from spine_content.images.cleaning import without_metadata
from spine_content.images.naming import is_neutral, make_neutral
from spine_content.images.storing import strip_when_stored
from spine_content.images.words import describes

__all__ = [
    "describes",
    "is_neutral",
    "make_neutral",
    "strip_when_stored",
    "without_metadata",
]
