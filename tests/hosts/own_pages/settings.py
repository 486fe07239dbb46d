"""The same site with our apps beside its own."""

from own_pages.settings_alone import *  # noqa: F403
from own_pages.settings_alone import INSTALLED_APPS as ALONE

from tests.hosts.plugin import PLUGIN

INSTALLED_APPS = [*ALONE, *PLUGIN]
