"""The demo's settings, made quick and self-contained for tests."""

import os
from tempfile import TemporaryDirectory

# Set before the import: nothing on the machine of whoever runs the tests
# may change them, and no secret file is made.
os.environ["DEBUG"] = "true"
os.environ["SECRET_KEY"] = "tests-only-" + "x" * 50
os.environ.setdefault("DATABASE_URL", "sqlite://:memory:")

from django.conf import global_settings

from site_project.settings import *  # noqa: F403

DEBUG = False
ALLOWED_HOSTS = ["*"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
WAGTAILADMIN_BASE_URL = "http://testserver"

_media = TemporaryDirectory(prefix="media-")
MEDIA_ROOT = f"{_media.name}/media"

# Most hosts have one language, and nothing may cost them more for those that have
# two. What turns others on is in tests/languages/conftest.py.
WAGTAIL_I18N_ENABLED = False
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = global_settings.LANGUAGES
MIDDLEWARE = [name for name in MIDDLEWARE if not name.endswith("LocaleMiddleware")]  # noqa: F405
