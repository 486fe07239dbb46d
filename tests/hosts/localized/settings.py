"""A site in two languages, whose pages are translated with wagtail-localize."""

from tests.hosts.plugin import PLUGIN
from tests.hosts.stock import *  # noqa: F403
from tests.hosts.stock import INSTALLED_APPS as STOCK
from tests.hosts.stock import MIDDLEWARE as PARTS

LOCALIZE = ["wagtail_localize", "wagtail_localize.locales"]
INSTALLED_APPS = ["localized", *LOCALIZE, *STOCK, *PLUGIN]
MIDDLEWARE = [*PARTS, "django.middleware.locale.LocaleMiddleware"]
ROOT_URLCONF = "localized.urls"
USE_I18N = WAGTAIL_I18N_ENABLED = True
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("en", "English"), ("fr", "French")]
