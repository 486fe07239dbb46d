"""
Icon arrays: so many dots filled out of 100 or 1,000, drawn as two SVG paths.

A line stands for a row of dots. The style sheet cuts it into dashes without length,
one for each ``STEP``, and their round ends are the dots.
"""

from dataclasses import dataclass

STEP = 10

#: Dots across and down for each base.
GRIDS = {100: (10, 10), 1_000: (40, 25)}


@dataclass(frozen=True)
class IconArray:
    """``count`` dots of ``base`` (100 or 1,000) are filled. ``label`` says for whom."""

    count: int
    base: int
    label: str

    @property
    def width(self) -> int:
        """The width of the view box."""
        return GRIDS[self.base][0] * STEP

    @property
    def height(self) -> int:
        """The height of the view box."""
        return GRIDS[self.base][1] * STEP

    @property
    def filled(self) -> str:
        """The path of the dots that are counted, from the start of the first row."""
        return dots_path(0, self.count, self.base)

    @property
    def empty(self) -> str:
        """The path of all other dots."""
        return dots_path(self.count, self.base, self.base)


def dots_path(start: int, stop: int, base: int) -> str:
    """A path through the dots from ``start`` up to, not including, ``stop``."""
    across = GRIDS[base][0]
    lines = []
    while start < stop:
        down, column = divmod(start, across)
        length = min(across - column, stop - start)
        lines.append(_line(column, down, length))
        start += length
    return "".join(lines)


def _line(column: int, down: int, length: int) -> str:
    x, y = column * STEP + STEP // 2, down * STEP + STEP // 2
    # It ends between two dots: one exactly at its end is drawn by some browsers only.
    return f"M{x} {y}h{length * STEP - STEP // 2}"
