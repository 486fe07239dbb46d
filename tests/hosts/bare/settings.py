"""A site without a base template."""

from tests.hosts.plugin import PLUGIN
from tests.hosts.stock import *  # noqa: F403
from tests.hosts.stock import INSTALLED_APPS as STOCK

INSTALLED_APPS = [*STOCK, *PLUGIN]
