"""The demo in production, without the proxy before it: its part is played here."""

from site_project.settings import *  # noqa: F403

SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 0
ROOT_URLCONF = "tests.lighthouse.urls"
# A proxy compresses pages, and serves pictures that may be kept for good.
MIDDLEWARE = ["django.middleware.gzip.GZipMiddleware", *MIDDLEWARE]  # noqa: F405
