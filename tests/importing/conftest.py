"""What the tests of stories use too: an empty media folder, and a filled database."""

import tempfile

import pytest

from tests.consent.conftest import media_folder, put_back

__all__ = ["media_folder", "private_folder", "put_back"]


@pytest.fixture
def private_folder(media_folder, tmp_path, monkeypatch):
    """A temporary folder of the test's own, where uploads wait."""
    folder = tmp_path / "private"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder
