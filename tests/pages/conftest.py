from collections.abc import Iterator

import pytest
from wagtail.models import Site


@pytest.fixture
def other_sites(db) -> Iterator[None]:
    """For tests that make another site: the cache knows nothing of a rollback."""
    Site.clear_site_root_paths_cache()
    yield
    Site.clear_site_root_paths_cache()
