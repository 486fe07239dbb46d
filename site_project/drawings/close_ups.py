"""The middle of the back close up: healthy, broken, with cement, with a balloon."""

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
from site_project.drawings.curves import smooth
from site_project.drawings.instruments import paint_balloon, paint_tube
from site_project.drawings.locator import (
    FRAME,
    paint_frame,
    paint_locator,
    region,
)
from site_project.drawings.palette import ACCENT, BONE, MIST, PAPER
from site_project.drawings.tissue import paint_canal, paint_column
from site_project.drawings.vertebra import Vertebra

PEN = 6.0
HEEL = (930.0, 638.0)
DEPTH = 330.0
SKIN = ((1430, 20), (1422, 260), (1410, 500), (1418, 740), (1440, 980))


def vertebra_healthy() -> Image.Image:
    canvas = Canvas()
    _paint_scene(canvas, 0.0)
    return canvas.finish()


def vertebra_fractured() -> Image.Image:
    canvas = Canvas()
    middle = _paint_scene(canvas, COLLAPSE)
    paint_lost_height(canvas, middle, PEN)
    paint_cracks(canvas, middle, PEN)
    return canvas.finish()


def vertebra_cement() -> Image.Image:
    canvas = Canvas()
    middle = _paint_scene(canvas, COLLAPSE)
    paint_cracks(canvas, middle, PEN)
    paint_cement(canvas, middle, PEN)
    return canvas.finish()


def vertebra_balloon() -> Image.Image:
    canvas = Canvas()
    # The balloon has lifted the broken vertebra a little, as it sometimes does.
    middle = _paint_scene(canvas, COLLAPSE * 0.72)
    paint_lost_height(canvas, middle, PEN)
    paint_cracks(canvas, middle, PEN)
    paint_tube(canvas, middle.at(0.5, 0.5), middle.at(2.72, -0.35), PEN)
    _paint_arch_over_needle(canvas, middle)
    paint_balloon(canvas, middle, PEN)
    return canvas.finish()


def _paint_arch_over_needle(canvas: Canvas, bone: Vertebra) -> None:
    """Let the needle shine through, so that it is seen to be inside the bone."""
    near = [
        bone.at(u, v) for u, v in ((0.9, -0.1), (1.7, -0.1), (1.7, 0.5), (0.9, 0.5))
    ]
    canvas.fill(bone.arch(), BONE, 0.45, within=near, outside=bone.body())
    canvas.stroke(bone.arch(), ACCENT, PEN, within=near, outside=bone.body())
    canvas.stroke(bone.body(), ACCENT, PEN, within=near)


def _paint_scene(canvas: Canvas, wedge: float) -> Vertebra:
    """All that the four have in common. Gives back the vertebra in the middle."""
    bones = column(HEEL, DEPTH, wedge)
    paint_locator(canvas, region())
    canvas.fill(FRAME, PAPER)
    with canvas.window(FRAME):
        _paint_flesh(canvas)
        paint_canal(canvas, bones)
        paint_column(canvas, bones, PEN)
    paint_frame(canvas)
    return bones[MIDDLE]


def _paint_flesh(canvas: Canvas) -> None:
    """The back, up to the skin, so that a needle can be seen to come in."""
    skin = smooth(SKIN)
    canvas.fill([(400, 20), *skin, (400, 980)], MIST)
    canvas.stroke(skin, ACCENT, PEN * 0.7)
