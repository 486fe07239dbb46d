"""A site that forgot the apps which our admin screens need."""

from tests.settings import *  # noqa: F403
from tests.settings import INSTALLED_APPS as COMPLETE

FORGOTTEN = {"wagtail.contrib.settings", "wagtail_modeladmin"}
INSTALLED_APPS = [app for app in COMPLETE if app not in FORGOTTEN]
