"""The frame of a close-up, and the small person who shows where it is."""

from __future__ import annotations

from collections.abc import Sequence

from site_project.drawings import person
from site_project.drawings.canvas import Canvas
from site_project.drawings.curves import Path, Point, oval, rounded_box
from site_project.drawings.palette import ACCENT, ACCENT_SOFT, TINT

FRAME = rounded_box(480, 40, 1560, 960, 40)
PLACE = (-188.0, 150.0)
SCALE = 0.84
SLICE = (241.0, 692.0)


def paint_locator(canvas: Canvas, corners: Sequence[Point]) -> None:
    """The person at the left. `corners`: the place meant, upper then lower."""
    upper, lower = corners
    beam: Path = [upper, (490, 60), (490, 940), lower]
    person.paint_flesh(canvas, PLACE, SCALE)
    canvas.fill(beam, TINT, 0.55)
    canvas.stroke(beam[:2], ACCENT_SOFT, 3)
    canvas.stroke(beam[2:], ACCENT_SOFT, 3)
    person.paint_outline(canvas, PLACE, SCALE, pen=5)
    person.paint_spine(canvas, PLACE, SCALE, pen=2.2)


def paint_frame(canvas: Canvas) -> None:
    canvas.stroke(FRAME, ACCENT, 5, closed=True)


def region() -> tuple[Point, Point]:
    """T12 and L1 with what is next to them."""
    bones = person.spine()[person.USUAL_FRACTURES]
    top, bottom = (bone.moved(PLACE, SCALE) for bone in (bones[0], bones[-1]))
    return top.at(0.8, 0), bottom.at(0.8, 1)


def slice_ends() -> tuple[Point, Point]:
    x, y = SLICE
    return (x + 92, y - 12), (x + 92, y + 12)


def paint_slice(canvas: Canvas) -> None:
    """The plane in which the person is cut across."""
    plane = oval(SLICE, 236, 46)
    canvas.fill(plane, ACCENT_SOFT, 0.35)
    canvas.stroke(plane, ACCENT, 4, closed=True)
