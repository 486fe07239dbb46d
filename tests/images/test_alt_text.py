"""An alternative text that only names the file helps nobody who cannot see it."""

import pytest

from spine_content.images import is_descriptive


@pytest.mark.parametrize(
    "alt",
    [
        *("", "  ", "Photo", "picture.", "Image", "IMG_2041", "dsc 12", "n/a"),
        *("portrait-final.jpg", "Story image 12", "story image 12", "4f5a", "a b"),
    ],
)
def test_an_alternative_text_without_meaning_is_not_descriptive(alt):
    assert not is_descriptive(alt, "Story image 12", "original_images/4f5a.jpg")


@pytest.mark.parametrize(
    "alt", ["A woman waters her garden", "Photograph of a man with a stick", "Mann"]
)
def test_an_alternative_text_with_meaning_is_descriptive(alt):
    assert is_descriptive(alt, "Story image 12", "original_images/4f5a.jpg")
