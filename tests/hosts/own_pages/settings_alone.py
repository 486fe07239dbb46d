"""A site with a page type and a snippet of its own, and nothing of ours."""

from tests.hosts.stock import *  # noqa: F403
from tests.hosts.stock import INSTALLED_APPS as STOCK

INSTALLED_APPS = ["own_pages", *STOCK, "wagtail.contrib.frontend_cache"]
#: Nobody listens there: it is only asked what would be purged.
WAGTAILFRONTENDCACHE = {
    "default": {
        "BACKEND": "wagtail.contrib.frontend_cache.backends.dummy.DummyBackend",
    },
}
