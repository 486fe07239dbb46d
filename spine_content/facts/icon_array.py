"""
Where the dots of an icon array lie, as the data of SVG paths.

A line stands for a row of dots. The style sheet cuts it into dashes without length,
one for each ``STEP``, and their round ends are the dots: two paths draw 1,000 of them.
"""

STEP = 10

#: Dots across and down for each base.
GRIDS = {100: (10, 10), 1_000: (40, 25)}


def size(base: int) -> tuple[int, int]:
    """Width and height of the view box."""
    across, down = GRIDS[base]
    return across * STEP, down * STEP


def dots(start: int, stop: int, base: int) -> str:
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
