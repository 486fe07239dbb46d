import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def no_remembered_renditions():
    """Wagtail remembers renditions by a picture's number, which tests use again."""
    cache.clear()
