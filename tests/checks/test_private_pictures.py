"""Pictures that nobody may see need a place that the web server does not show."""

import pytest

from tests.checks.messages import check_messages


@pytest.fixture
def media(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path / "media")
    return tmp_path / "media"


def name(settings, **options):
    settings.STORAGES = {**settings.STORAGES, "spine_private": options}


FOLDER = "django.core.files.storage.FileSystemStorage"


def test_a_folder_beside_the_public_one_is_enough(media):
    assert check_messages() == {}


def test_a_place_inside_of_the_public_folder_is_none(media, settings):
    name(settings, BACKEND=FOLDER, OPTIONS={"location": media / "private"})
    assert "W005" in check_messages()
    name(settings, BACKEND=FOLDER, OPTIONS={"location": media.parent / "private"})
    assert check_messages() == {}


def test_without_any_place_it_says_so(media, settings, monkeypatch):
    memory = {"BACKEND": "django.core.files.storage.InMemoryStorage"}
    settings.STORAGES = {**settings.STORAGES, "default": memory}
    (message,) = check_messages()["W005"]
    assert "public storage" in message
    name(settings, BACKEND=FOLDER, OPTIONS={"location": media})
    assert check_messages() == {}
