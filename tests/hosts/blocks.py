"""What a site might name in EXTRA_BLOCKS, rightly or wrongly."""

from wagtail import blocks


class MapBlock(blocks.CharBlock):
    """A block of the site's own."""

    class Meta:
        icon = "site"
        label = "Map"


class DemandingBlock(blocks.CharBlock):
    """Cannot be made from its name alone."""

    def __init__(self, key):
        super().__init__()


NOT_A_BLOCK = object()
