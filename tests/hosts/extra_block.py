"""A site with a block of its own."""

from tests.settings import *  # noqa: F403

SPINE_CONTENT = {"EXTRA_BLOCKS": {"map": "tests.hosts.blocks.MapBlock"}}
