"""A site that changes whatever may be changed."""

from tests.hosts.plugin import PLUGIN
from tests.hosts.stock import *  # noqa: F403
from tests.hosts.stock import INSTALLED_APPS as STOCK

INSTALLED_APPS = ["own_ways", *STOCK, *PLUGIN]
SPINE_CONTENT = {
    "EXTRA_BLOCKS": {"map": "own_ways.blocks.MapBlock"},
    "HIDDEN_PAGE_TYPES": ["ProcedurePage"],
    "STRIP_IMAGE_METADATA": False,
}
