"""A person from the side, facing left, and the spine inside.

All is drawn in a frame 1000 high, from above the head to the thighs.
"""

from __future__ import annotations

import math
from functools import cache

from site_project.drawings.canvas import Canvas
from site_project.drawings.curves import Point, along, moved, smooth
from site_project.drawings.palette import ACCENT, ACCENT_SOFT, BONE, MIST
from site_project.drawings.tissue import paint_body, paint_column
from site_project.drawings.vertebra import Vertebra

OUTLINE = (
    (400, 1020), (397, 940), (402, 868), (386, 812), (370, 745), (368, 680),
    (378, 606), (374, 545), (374, 480), (398, 408), (444, 356), (470, 320),
    (474, 292), (456, 276), (428, 268), (412, 256), (410, 240), (407, 230),
    (407, 219), (404, 209), (391, 200), (394, 188), (409, 160), (407, 134),
    (420, 88), (460, 51), (513, 40), (565, 56), (598, 102), (601, 152),
    (588, 198), (577, 234), (578, 276), (604, 326), (648, 390), (674, 466),
    (672, 544), (652, 626), (628, 694), (624, 748), (648, 806), (670, 862),
    (662, 922), (634, 968), (624, 1020),
)  # fmt: skip
MIDLINE = (
    (512, 200), (504, 236), (502, 274), (512, 314), (538, 356), (564, 412),
    (577, 480), (575, 552), (561, 622), (544, 684), (534, 744), (545, 806),
)  # fmt: skip
SACRUM = (
    (531, 809), (529, 822), (550, 846), (568, 876), (576, 904), (572, 930),
    (558, 950), (566, 957), (584, 942), (598, 914), (606, 880), (604, 846),
    (594, 816), (580, 794), (571, 789), (552, 799),
)  # fmt: skip
SEAMS = (
    ((548, 838), (592, 812)), ((562, 864), (606, 846)),
    ((570, 888), (606, 880)), ((574, 912), (602, 914)),
)  # fmt: skip
"""Where the five vertebrae of the sacrum have grown together."""
DISC_SHARE = 0.27
"""Height of a disc as a share of the vertebra above it."""

NECK = [(21 + n * 0.8, 13.5 + n * 0.25, 0.0) for n in range(1, 8)]
CHEST_SLOPES = (0.35, 0.7, 0.9, 1.0, 1.0, 1.0, 1.0, 1.0, 0.85, 0.6, 0.3, 0.1)
CHEST = [(27 + n, 16 + n * 0.75, slope) for n, slope in enumerate(CHEST_SLOPES, 1)]
LOW_BACK = [(40 + n * 0.6, 26 + n * 0.3, 0.0) for n in range(1, 6)]
LEVELS = [*NECK, *CHEST, *LOW_BACK]
"""Depth, relative height and slope of every vertebra from the skull down."""

USUAL_FRACTURES = slice(17, 21)
"""T11 to L2, where the stiff chest meets the mobile low back."""


@cache
def spine() -> list[Vertebra]:
    """Twenty-four vertebrae, threaded on the midline like beads."""
    line = along(smooth(MIDLINE), 1.0)
    spread = len(line) / sum(height * (1 + DISC_SHARE) for _, height, _ in LEVELS)
    bones, at = [], 0.0
    for depth, relative, slope in LEVELS:
        height = relative * spread
        middle = min(round(at + height / 2), len(line) - 6)
        tilt = _lean(line[max(middle - 5, 0)], line[middle + 5])
        bones.append(Vertebra.centred(line[middle], depth, height, tilt, slope))
        at += height * (1 + DISC_SHARE)
    return bones


def _lean(above: Point, below: Point) -> float:
    return math.degrees(math.atan2(below[0] - above[0], below[1] - above[1]))


def paint_flesh(canvas: Canvas, by: Point, scale: float) -> None:
    canvas.fill(moved(smooth(OUTLINE), by, scale), MIST)


def paint_outline(canvas: Canvas, by: Point, scale: float, pen: float) -> None:
    canvas.stroke(moved(smooth(OUTLINE), by, scale), ACCENT, pen)


def paint_spine(canvas: Canvas, by: Point, scale: float, pen: float) -> None:
    bones = [bone.moved(by, scale) for bone in spine()]
    _paint_sacrum(canvas, by, scale, pen)
    paint_column(canvas, bones, pen)
    for bone in bones[USUAL_FRACTURES]:
        paint_body(canvas, bone, pen, ACCENT_SOFT)


def _paint_sacrum(canvas: Canvas, by: Point, scale: float, pen: float) -> None:
    path = moved(smooth(SACRUM, closed=True), by, scale)
    canvas.fill(path, BONE)
    for seam in SEAMS:
        canvas.stroke(moved(seam, by, scale), ACCENT_SOFT, pen * 0.6, within=path)
    canvas.stroke(path, ACCENT, pen, closed=True)
