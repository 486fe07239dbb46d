"""What the doctor uses: a hollow needle and a balloon."""

from __future__ import annotations

import math

from site_project.drawings.canvas import Canvas
from site_project.drawings.curves import Path, Point, dashes, distance, mix, oval
from site_project.drawings.palette import (
    ACCENT,
    ACCENT_SOFT,
    INK,
    STEEL,
    TINT,
    WHITE,
)
from site_project.drawings.vertebra import Vertebra


def paint_tube(canvas: Canvas, tip: Point, handle: Point, pen: float) -> None:
    """A hollow needle from its tip to the handle that the doctor holds."""
    shaft = [tip, handle]
    canvas.stroke(shaft, INK, pen * 3.4)
    canvas.stroke(shaft, STEEL, pen * 2.0)
    length = distance(tip, handle)
    collar = [mix(tip, handle, 1 - pen * 6 / length), handle]
    canvas.stroke(collar, ACCENT, pen * 6)
    canvas.stroke(_across(tip, handle, pen * 10), ACCENT, pen * 5)


def _across(tip: Point, handle: Point, reach: float) -> Path:
    """The bar of the handle, at right angles to the needle."""
    turn = math.atan2(handle[1] - tip[1], handle[0] - tip[0]) + math.pi / 2
    x, y = math.cos(turn) * reach, math.sin(turn) * reach
    return [(handle[0] - x, handle[1] - y), (handle[0] + x, handle[1] + y)]


def paint_balloon(canvas: Canvas, bone: Vertebra, pen: float) -> None:
    """Filled through the needle; the rings inside say that it is growing."""
    turn = bone.tilt - 12
    centre, mouth = bone.inside(0.37, 0.54), bone.inside(0.6, 0.46)
    width, height = bone.depth * 0.54, bone.height * 0.47
    path = oval(centre, width, height, turn)
    glow = oval(centre, width + pen * 4, height + pen * 4, turn)
    canvas.fill(glow, WHITE, 0.6, blur=pen)
    canvas.fill(path, TINT)
    shift = -pen * 1.6, -pen * 2.4
    canvas.shade(path, ACCENT_SOFT, shift=shift, blur=pen * 1.6)
    for size in (0.4, 0.7):
        ring = oval(mix(mouth, centre, size), width * size, height * size, turn)
        for dash in dashes(ring, pen * 1.4, pen * 1.4):
            canvas.stroke(dash, ACCENT, pen * 0.4)
    canvas.stroke(path, ACCENT, pen, closed=True)
