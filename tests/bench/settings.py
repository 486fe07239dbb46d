"""The demo as it is in production, with one app more: the bare pages."""

from tests.settings import *  # noqa: F403

INSTALLED_APPS = ["tests.bench", *INSTALLED_APPS]  # noqa: F405
