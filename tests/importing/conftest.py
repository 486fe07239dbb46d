import pytest
from django.core.cache import cache


@pytest.fixture
def media_folder(settings, tmp_path):
    """A media folder with nothing in it but what the test puts there."""
    settings.MEDIA_ROOT = str(tmp_path / "media")
    # Pictures of the test before may have had the same numbers.
    cache.clear()
    return tmp_path / "media"
