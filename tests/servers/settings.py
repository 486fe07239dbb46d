"""The demo in production, without the names that its style sheets get there."""

from site_project.settings import *  # noqa: F403

# To name them takes longer than the whole test.
STORAGES["staticfiles"] = {  # noqa: F405
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
}
