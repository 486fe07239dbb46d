from collections.abc import Iterator

import pytest
from wagtail.models import Site


@pytest.fixture
def other_sites(db) -> Iterator[None]:
    """For tests that make another site: the cache knows nothing of a rollback."""
    Site.clear_site_root_paths_cache()
    yield
    Site.clear_site_root_paths_cache()


@pytest.fixture
def made_anew(settings) -> None:
    """For tests of what it takes to make a page: none is kept for the next visitor."""
    settings.SPINE_CONTENT = {"KEEP_FINISHED_PAGES": False}
