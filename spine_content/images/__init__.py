"""Takes out of pictures what they say about people: place, camera, comments."""

from spine_content.images.cleaning import without_metadata
from spine_content.images.storing import strip_when_stored

__all__ = ["strip_when_stored", "without_metadata"]
