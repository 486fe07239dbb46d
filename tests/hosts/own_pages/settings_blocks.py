"""The same site with our blocks and tables, and without our pages."""

from own_pages.settings import *  # noqa: F403
from own_pages.settings import INSTALLED_APPS as BESIDE

INSTALLED_APPS = [name for name in BESIDE if name != "spine_content.pages"]
