"""A site with a base page of its own, and so with page types of its own."""

from tests.hosts.plugin import PLUGIN
from tests.hosts.stock import *  # noqa: F403
from tests.hosts.stock import INSTALLED_APPS as STOCK

INSTALLED_APPS = ["own_base", "wagtail.test.basepage", *STOCK, *PLUGIN]
INSTALLED_APPS.remove("spine_content.pages")
# The one that Wagtail tests itself with.
WAGTAIL_PAGE_MODEL = "basepage.BasePage"
