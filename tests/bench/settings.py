"""The demo as it is in production, with one app more: the bare pages."""

from tests.settings import *  # noqa: F403

# Caches that are told of changes belong
# to the tests, not to the demo.
INSTALLED_APPS = ["tests.bench", *INSTALLED_APPS]  # noqa: F405
INSTALLED_APPS.remove("wagtail.contrib.frontend_cache")
SPINE_CONTENT = {}
