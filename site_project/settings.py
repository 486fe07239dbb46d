"""The demo site; every value that a real server changes comes from the environment."""

from pathlib import Path
from urllib.parse import quote, urlsplit

import environ
from django.core.management.utils import get_random_secret_key

from site_project.secret_files import read_or_create_secret

ROOT = Path(__file__).resolve().parent.parent
env = environ.Env()

DEBUG = env.bool("DEBUG", default=True)
SECRET_KEY = env.str("SECRET_KEY", default="") or read_or_create_secret(
    ROOT / ".demo-secret-key", get_random_secret_key
)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
PORT = env.str("PORT", default="") or "8000"

INSTALLED_APPS = [
    "site_project",
    "spine_content",
    "spine_content.pages",
    "wagtail_modeladmin",
    "wagtail.contrib.frontend_cache",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.sitemaps",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    # For Wagtail's search in PostgreSQL.
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "site_project.policy.PublicPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "site_project.urls"
WSGI_APPLICATION = "site_project.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASES = {
    "default": env.db_url(
        "DATABASE_URL", default=f"sqlite:///{quote(str(ROOT / 'db.sqlite3'))}"
    )
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # Readers go on while somebody writes, and a writer waits for its turn
    # instead of failing with "database is locked".
    DATABASES["default"]["OPTIONS"] = {
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
    }
elif not DEBUG:
    # A connection serves many requests, and is looked at before each: the database
    # may have been restarted meanwhile.
    DATABASES["default"]["CONN_MAX_AGE"] = env.int("CONN_MAX_AGE", default=60)
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {"default": env.cache_url("CACHE_URL", default="locmemcache://")}

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

LANGUAGE_CODE = "en-gb"
# Pages are in English and Arabic, and English ones keep the addresses that they had
# before. Readers of Polish have a telephone line of their own.
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [
    ("en-gb", "English"),
    ("ar", "العربية"),
    ("pl", "Polski"),
]
WAGTAIL_I18N_ENABLED = True
LOCALE_PATHS = [ROOT / "site_project" / "locale"]
TIME_ZONE = "Europe/London"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = env.path("STATIC_ROOT", default=str(ROOT / "staticfiles"))()
MEDIA_URL = "/media/"
MEDIA_ROOT = env.path("MEDIA_ROOT", default=str(ROOT / "media"))()
#: Where pictures and files are fetched, if from another server than the pages.
MEDIA_ORIGIN = env.str("MEDIA_ORIGIN", default="")

# Pages with many blocks send more fields than Django allows by default.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

WAGTAIL_SITE_NAME = "Hillside Spine Clinic (demo)"
WAGTAILADMIN_BASE_URL = env.str("BASE_URL", default=f"http://127.0.0.1:{PORT}")
WAGTAILSEARCH_BACKENDS = {
    "default": {"BACKEND": "wagtail.search.backends.database"}
    if not env.list("SEARCH_URLS", default=[])
    else {
        "BACKEND": env.str("SEARCH_BACKEND", "wagtail.search.backends.elasticsearch8"),
        "URLS": env.list("SEARCH_URLS"),
        "INDEX_PREFIX": env.str("SEARCH_INDEX_PREFIX", default="clinic_"),
    }
}
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "pdf", "txt", "xlsx"]
# A clinic's site sends nothing about its staff or its version to outsiders.
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False

# Caches in front of the site that are told when a page changes.
WAGTAILFRONTENDCACHE = {}
if PURGE_URL := env.str("PURGE_URL", default=""):
    WAGTAILFRONTENDCACHE["proxy"] = {
        "BACKEND": "wagtail.contrib.frontend_cache.backends.HTTPBackend",
        "LOCATION": PURGE_URL,
    }
if CLOUDFLARE_ZONE := env.str("CLOUDFLARE_ZONE", default=""):
    WAGTAILFRONTENDCACHE["cloudflare"] = {
        "BACKEND": "wagtail.contrib.frontend_cache.backends.CloudflareBackend",
        "BEARER_TOKEN": env.str("CLOUDFLARE_TOKEN"),
        "ZONEID": CLOUDFLARE_ZONE,
    }

if DEBUG:
    EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
else:
    MIDDLEWARE.insert(1, "whitenoise.middleware.WhiteNoiseMiddleware")
    STORAGES = {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        # Pictures of consents that have expired: no web server shows this folder.
        "spine_private": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {
                "location": env.str("PRIVATE_ROOT", default=str(ROOT / "private")),
                "base_url": None,
            },
        },
        "staticfiles": {
            "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        },
    }
    # TLS ends at the proxy in front, which has to set or strip this header.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    if MEDIA_BUCKET := env.str("MEDIA_BUCKET", default=""):
        # Keys and region come from the variables that the storage itself knows.
        BUCKET = {"bucket_name": MEDIA_BUCKET, "file_overwrite": False}
        if endpoint := env.str("MEDIA_ENDPOINT", default=""):
            BUCKET["endpoint_url"] = endpoint
        public = {**BUCKET, "location": "media", "querystring_auth": False}
        if MEDIA_ORIGIN:
            public["custom_domain"] = urlsplit(MEDIA_ORIGIN).netloc
        private = {**BUCKET, "location": "private", "default_acl": "private"}
        S3 = "storages.backends.s3.S3Storage"
        STORAGES["default"] = {"BACKEND": S3, "OPTIONS": public}
        STORAGES["spine_private"] = {"BACKEND": S3, "OPTIONS": private}
    vars().update(env.email_url("EMAIL_URL", default="smtp://localhost:25"))
    DEFAULT_FROM_EMAIL = env.str("FROM_EMAIL", default="webmaster@localhost")
