from wagtail import blocks


class MapBlock(blocks.CharBlock):
    """Where to find the clinic."""

    class Meta:
        icon = "site"
        template = "own_ways/map.html"
