"""A site with an image, a document and a user model of its own."""

from tests.hosts.plugin import PLUGIN
from tests.hosts.stock import *  # noqa: F403
from tests.hosts.stock import INSTALLED_APPS as STOCK

INSTALLED_APPS = ["own_models", "own_models.members", *STOCK, *PLUGIN]
AUTH_USER_MODEL = "members.Member"
WAGTAILIMAGES_IMAGE_MODEL = "own_models.ClinicImage"
WAGTAILDOCS_DOCUMENT_MODEL = "own_models.ClinicDocument"
