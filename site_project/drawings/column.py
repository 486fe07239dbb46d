"""Three vertebrae from the side: whole, broken, and treated."""

from __future__ import annotations

from site_project.drawings.canvas import Canvas
from site_project.drawings.curves import Point, dashes, smooth
from site_project.drawings.palette import (
    CEMENT,
    CEMENT_DARK,
    CEMENT_LIGHT,
    FRACTURE,
)
from site_project.drawings.vertebra import Vertebra

MIDDLE = 2
"""Which of the five is the patient; the outer two are cut off by the frame."""
COLLAPSE = 0.4
CRACK = (
    (-0.04, 0.44), (0.07, 0.36), (0.15, 0.47), (0.26, 0.33), (0.36, 0.43),
    (0.48, 0.3), (0.6, 0.36),
)  # fmt: skip
BRANCHES = (
    ((0.26, 0.33), (0.31, 0.22), (0.28, 0.1)),
    ((0.48, 0.3), (0.5, 0.2), (0.56, 0.13)),
    ((0.15, 0.47), (0.19, 0.58), (0.16, 0.66)),
)
CEMENT_SHAPE = (
    (0.09, 0.58), (0.11, 0.44), (0.19, 0.34), (0.25, 0.22), (0.34, 0.3),
    (0.44, 0.24), (0.55, 0.19), (0.66, 0.27), (0.75, 0.4), (0.73, 0.54),
    (0.79, 0.66), (0.71, 0.8), (0.57, 0.8), (0.45, 0.87), (0.33, 0.83),
    (0.22, 0.87), (0.12, 0.79), (0.14, 0.68),
)  # fmt: skip
GRAINS = (
    (0.24, 0.5), (0.31, 0.66), (0.37, 0.47), (0.44, 0.6), (0.47, 0.4),
    (0.52, 0.69), (0.57, 0.5), (0.6, 0.37), (0.64, 0.64), (0.24, 0.74),
    (0.38, 0.74), (0.29, 0.4),
)  # fmt: skip


def column(heel: Point, depth: float, wedge: float = 0.0) -> list[Vertebra]:
    """Five vertebrae from top to bottom; `heel` is that of the middle one.

    Where the middle one has lost height in front, those above lean forward.
    """
    height, gap = depth * 0.71, depth * 0.2
    middle = Vertebra(heel, depth, height, tilt=0, wedge=wedge, slope=0.12)
    lean = (middle.top_tilt() - middle.tilt) * 0.58
    above = middle.above(gap, tilt=2 + lean)
    below = _below(middle, gap, tilt=-2)
    return [
        above.above(gap, tilt=4 + lean), above, middle, below,
        _below(below, gap, tilt=-4),
    ]  # fmt: skip


def _below(upper: Vertebra, gap: float, tilt: float) -> Vertebra:
    x, y = upper.at(1, 1)
    heel = x, y + gap + upper.height
    return Vertebra(heel, upper.depth, upper.height, tilt, slope=0.05)


def paint_cracks(canvas: Canvas, bone: Vertebra, pen: float) -> None:
    body = bone.body()
    for crack, width in ((CRACK, pen * 1.1), *((b, pen * 0.8) for b in BRANCHES)):
        path = [bone.inside(u, v) for u, v in crack]
        canvas.taper(path, FRACTURE, width, pen * 0.35, within=body)


def paint_lost_height(canvas: Canvas, bone: Vertebra, pen: float) -> None:
    for dash in dashes(bone.lost_outline(), pen * 2.6, pen * 2.0):
        canvas.stroke(dash, FRACTURE, pen * 0.6)


def paint_cement(canvas: Canvas, bone: Vertebra, pen: float) -> None:
    path = smooth([bone.inside(u, v) for u, v in CEMENT_SHAPE], closed=True)
    canvas.fill(path, CEMENT_LIGHT)
    canvas.shade(path, CEMENT, shift=(-pen * 1.5, -pen * 2), blur=pen * 1.6)
    for u, v in GRAINS:
        x, y = bone.inside(u, v)
        canvas.stroke([(x, y), (x + 0.1, y)], CEMENT, pen * 0.8)
    canvas.stroke(path, CEMENT_DARK, pen * 0.7, closed=True)
