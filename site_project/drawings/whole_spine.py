"""The whole spine in the body, and the part that breaks most often up close."""

from __future__ import annotations

from PIL import Image

from site_project.drawings import person
from site_project.drawings.canvas import Canvas
from site_project.drawings.curves import Path, oval
from site_project.drawings.palette import ACCENT, ACCENT_SOFT, MIST, TINT
from site_project.drawings.tissue import paint_canal, paint_column

PLACE = (-170.0, 0.0)
CENTRE = (1110.0, 500.0)
LENS = oval(CENTRE, 880, 880)
ZOOM = 5.5


def spine() -> Image.Image:
    canvas = Canvas()
    person.paint_flesh(canvas, PLACE, 1)
    _paint_beam(canvas)
    person.paint_outline(canvas, PLACE, 1, pen=5)
    person.paint_spine(canvas, PLACE, 1, pen=2.4)
    _paint_lens(canvas)
    return canvas.finish()


def _paint_beam(canvas: Canvas) -> None:
    """From the small place on the spine to its enlargement."""
    top, bottom = (person.spine()[i].moved(PLACE, 1) for i in (17, 20))
    edge: Path = [top.at(0.8, 0), (940, 95), (940, 905), bottom.at(0.8, 1)]
    canvas.fill(edge, TINT, 0.55)
    canvas.stroke(edge[:2], ACCENT_SOFT, 3)
    canvas.stroke(edge[2:], ACCENT_SOFT, 3)


def _paint_lens(canvas: Canvas) -> None:
    bones = person.spine()
    middle = bones[19].at(1.0, -0.13)
    by = CENTRE[0] - middle[0] * ZOOM, CENTRE[1] - middle[1] * ZOOM
    enlarged = [bone.moved(by, ZOOM) for bone in bones[15:23]]
    canvas.fill(LENS, MIST)
    with canvas.window(LENS):
        paint_canal(canvas, enlarged)
        paint_column(canvas, enlarged, pen=6)
    canvas.stroke(LENS, ACCENT, 6, closed=True)
