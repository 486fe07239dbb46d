"""Takes out of pictures what they say about people, and out of their names."""

from spine_content.images.cleaning import without_metadata
from spine_content.images.naming import anonymise_file, has_neutral_name
from spine_content.images.storing import strip_metadata_on_save
from spine_content.images.words import is_descriptive

__all__ = [
    "is_descriptive",
    "has_neutral_name",
    "anonymise_file",
    "strip_metadata_on_save",
    "without_metadata",
]
