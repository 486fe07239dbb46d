"""A site whose setting has every kind of mistake."""

from tests.settings import *  # noqa: F403

SPINE_CONTENT = {
    "EXTRA_BLOCKS": {
        "missing": "clinic.blocks.MapBlock",
        "other": "tests.hosts.blocks.NOT_A_BLOCK",
        "good": "tests.hosts.blocks.MapBlock",
    },
    "HIDDEN_PAGE_TYPES": "PatientStoryPage",
    "COLOUR": "green",
}
