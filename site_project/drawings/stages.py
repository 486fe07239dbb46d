"""One vertebra three times: whole, broken, and with cement."""

from __future__ import annotations

from PIL import Image

from site_project.drawings.canvas import Canvas
from site_project.drawings.column import (
    COLLAPSE,
    MIDDLE,
    column,
    paint_cement,
    paint_cracks,
    paint_lost_height,
)
from site_project.drawings.curves import Path, rounded_box
from site_project.drawings.palette import ACCENT, MIST
from site_project.drawings.tissue import (
    paint_arch,
    paint_body,
    paint_canal,
    paint_column,
)
from site_project.drawings.vertebra import Vertebra

PEN = 5.0
DEPTH = 190.0
WIDTH, GAP, LEFT = 464.0, 72.0, 32.0
TOP, BOTTOM = 180.0, 820.0


def stages() -> Image.Image:
    canvas = Canvas()
    _paint_panel(canvas, 0, 0.0)
    broken = _paint_panel(canvas, 1, COLLAPSE)
    paint_lost_height(canvas, broken, PEN)
    paint_cracks(canvas, broken, PEN)
    treated = _paint_panel(canvas, 2, COLLAPSE)
    paint_cracks(canvas, treated, PEN)
    paint_cement(canvas, treated, PEN)
    for place in (0, 1):
        _paint_arrow(canvas, _left(place) + WIDTH + GAP / 2)
    return canvas.finish()


def _left(place: int) -> float:
    return LEFT + place * (WIDTH + GAP)


def _paint_panel(canvas: Canvas, place: int, wedge: float) -> Vertebra:
    left = _left(place)
    frame = rounded_box(left, TOP, left + WIDTH, BOTTOM, 32)
    bones = column((left + 246, 562), DEPTH, wedge)
    middle = bones[MIDDLE]
    canvas.fill(frame, MIST)
    with canvas.window(frame):
        paint_canal(canvas, bones)
        paint_column(canvas, bones, PEN)
        canvas.fill(frame, MIST, 0.5)  # so that the one in the middle stands out
        paint_arch(canvas, middle, PEN)
        paint_body(canvas, middle, PEN)
    canvas.stroke(frame, ACCENT, PEN, closed=True)
    return middle


def _paint_arrow(canvas: Canvas, x: float) -> None:
    y = (TOP + BOTTOM) / 2
    head: Path = [(x - 10, y - 24), (x + 12, y), (x - 10, y + 24)]
    canvas.stroke(head, ACCENT, PEN * 1.8)
