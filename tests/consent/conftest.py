import pytest
from django.core.cache import cache
from django.db import connection


@pytest.fixture
def media_folder(settings, tmp_path):
    """A media folder with nothing in it but what the test puts there."""
    folder = tmp_path / "media"
    folder.mkdir()
    settings.MEDIA_ROOT = str(folder)
    # Pictures of the test before may have had the same numbers.
    cache.clear()
    return folder


@pytest.fixture
def private_folder(media_folder):
    """Where pictures are that nobody may see: beside what the web server shows."""
    return media_folder.parent / "private_media"


@pytest.fixture(scope="module")
def put_back(django_db_setup, django_db_blocker):
    """Fill the database again after tests that leave every table empty."""
    yield
    contents = getattr(connection, "_test_serialized_contents", None)
    if contents:
        with django_db_blocker.unblock():
            connection.creation.deserialize_db_from_string(contents)
