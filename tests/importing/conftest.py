"""What the tests of stories use too: an empty media folder, and a filled database."""

from tests.consent.conftest import media_folder, private_folder, put_back

__all__ = ["media_folder", "private_folder", "put_back"]
