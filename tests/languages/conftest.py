from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import TestCase, override_settings
from wagtail.models import Site

from site_project import settings as site
from tests.test_demo import dots


@contextmanager
def two_languages() -> Iterator[None]:
    """The demo's own settings for languages, which other tests do without."""
    with override_settings(
        LANGUAGES=site.LANGUAGES,
        WAGTAIL_CONTENT_LANGUAGES=site.WAGTAIL_CONTENT_LANGUAGES,
        WAGTAIL_I18N_ENABLED=True,
        MIDDLEWARE=site.MIDDLEWARE,
    ):
        Site.clear_site_root_paths_cache()
        yield
    Site.clear_site_root_paths_cache()


@pytest.fixture(scope="package")
def demo(django_db_setup, django_db_blocker) -> Iterator[None]:
    """The whole demo, Arabic pages included."""
    with two_languages(), django_db_blocker.unblock(), transaction.atomic():
        with dots(), TestCase.captureOnCommitCallbacks(execute=True):
            call_command("load_demo", stdout=StringIO())
        yield
        transaction.set_rollback(True)
