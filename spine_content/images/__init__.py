"""Takes out of pictures what they say about people, and out of their names."""

from spine_content.images.alt_text import is_descriptive
from spine_content.images.files import (
    anonymise_file,
    has_anonymous_name,
    strip_metadata_on_save,
)
from spine_content.images.metadata import strip_metadata

__all__ = [
    "anonymise_file",
    "has_anonymous_name",
    "is_descriptive",
    "strip_metadata",
    "strip_metadata_on_save",
]
