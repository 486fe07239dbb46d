"""A site that has a class of each of our names."""

from tests.hosts.plugin import PLUGIN
from tests.hosts.stock import *  # noqa: F403
from tests.hosts.stock import INSTALLED_APPS as STOCK

INSTALLED_APPS = ["own_names", *STOCK, *PLUGIN]
