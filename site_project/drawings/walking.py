"""An older woman out for a walk with her stick."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PIL import Image

from site_project.drawings.canvas import Canvas
from site_project.drawings.curves import Path, Point, moved, oval, smooth
from site_project.drawings.palette import (
    ACCENT,
    ACCENT_SOFT,
    BONE,
    CANAL,
    INK,
    MIST,
    TINT,
    WHITE,
)

PEN = 6.0
GROUND = 893.0
HEAD = (
    (790, 168), (822, 158), (850, 168), (863, 192), (865, 208), (876, 226),
    (868, 232), (868, 240), (865, 246), (866, 254), (857, 266), (838, 269),
    (828, 278), (828, 330), (778, 330), (780, 276), (768, 250), (764, 216),
    (770, 186),
)  # fmt: skip
HAIR = (
    (858, 178), (842, 190), (828, 204), (818, 222), (806, 224), (800, 240),
    (794, 258), (776, 262), (761, 240), (755, 208), (764, 174), (792, 152),
    (828, 149), (850, 161),
)  # fmt: skip
STRANDS = (
    ((846, 168), (808, 178), (774, 208)),
    ((822, 204), (798, 206), (772, 216)),
    ((796, 250), (784, 240), (772, 224)),
)
BUN = (744.0, 218.0)
EAR = ((806, 228), (812, 222), (820, 228), (816, 242), (807, 246))
SCARF = (
    (766, 292), (796, 286), (832, 280), (848, 290), (852, 312), (838, 328),
    (800, 332), (770, 326), (760, 308),
)  # fmt: skip
SCARF_END = ((822, 318), (846, 316), (860, 392), (836, 400), (824, 350))
COAT = (
    (764, 310), (806, 304), (842, 308), (862, 346), (870, 400), (868, 460),
    (876, 530), (894, 622), (882, 634), (800, 642), (716, 628), (706, 616),
    (724, 526), (734, 456), (728, 400), (736, 344),
)  # fmt: skip
BACK = COAT[-3:] + COAT[:2]
OPENING = ((848, 400), (850, 470), (852, 540), (862, 636))
SHOE = (
    (-24, -16), (-32, 18), (-30, 40), (-22, 46), (24, 44), (70, 46), (86, 42),
    (84, 28), (66, 16), (42, 6), (28, -14),
)  # fmt: skip
SHOULDER: Point = (788, 352)
NEAR_ARM = (SHOULDER, (820, 442), (892, 474))
FAR_ARM = ((774, 350), (734, 436), (716, 524))
NEAR_LEG = ((790, 580), (776, 702), (690, 796))
FAR_LEG = ((812, 580), (860, 706), (896, 834))
HANDLE = ((876, 470), (892, 462), (918, 462), (934, 470))
STICK = ((914, 466), (1034, 888))
BENCH = (
    ((1180, 790), (1420, 790)), ((1186, 740), (1414, 740)),
    ((1190, 700), (1410, 700)), ((1212, 690), (1212, 893)),
    ((1388, 690), (1388, 893)), ((1180, 800), (1174, 893)),
    ((1420, 800), (1426, 893)),
)  # fmt: skip


def walking() -> Image.Image:
    canvas = Canvas()
    _paint_park(canvas)
    _paint_limb(canvas, FAR_ARM, 52, 40, ACCENT_SOFT)
    _paint_hand(canvas, (712, 538), 100)
    _paint_shoe(canvas, FAR_LEG[-1], turn=-12)
    _paint_limb(canvas, FAR_LEG, 86, 50, ACCENT_SOFT)
    _paint_shoe(canvas, NEAR_LEG[-1], turn=40)
    _paint_limb(canvas, NEAR_LEG, 90, 52, ACCENT_SOFT)
    _paint_head(canvas)
    _paint_coat(canvas)
    _paint_sleeve(canvas)
    _paint(canvas, SCARF, WHITE)
    _paint_stick(canvas)
    return canvas.finish()


def _paint_park(canvas: Canvas) -> None:
    canvas.fill(oval((800, 480), 826, 826), MIST)
    _paint_tree(canvas, (330, 500), 250)
    _paint_tree(canvas, (190, 610), 170)
    for start, end in BENCH:
        canvas.stroke([start, end], ACCENT_SOFT, PEN * 1.4)
    canvas.stroke([(90, GROUND), (1510, GROUND)], ACCENT, PEN)


def _paint_tree(canvas: Canvas, top: Point, width: float) -> None:
    x, y = top
    crown = oval(top, width, width * 1.3)
    canvas.fill(crown, CANAL)
    canvas.stroke(crown, ACCENT_SOFT, PEN * 0.8, closed=True)
    canvas.stroke([(x, y - width * 0.1), (x, GROUND)], ACCENT_SOFT, PEN * 1.4)
    for side, start in ((-1, 0.28), (1, 0.1)):
        fork = (x, y + width * (start + 0.18))
        twig = (x + side * width * 0.2, y + width * (start - 0.06))
        canvas.stroke([fork, twig], ACCENT_SOFT, PEN)


def _paint_head(canvas: Canvas) -> None:
    _paint(canvas, HEAD, BONE)
    bun = oval(BUN, 44, 50, 20)
    canvas.fill(bun, WHITE)
    canvas.stroke(bun, ACCENT, PEN, closed=True)
    _paint(canvas, HAIR, WHITE)
    for strand in STRANDS:
        canvas.stroke(smooth(strand), ACCENT_SOFT, PEN * 0.5)
    canvas.fill(smooth(EAR, closed=True), BONE)
    canvas.stroke(smooth(EAR, closed=True), ACCENT, PEN * 0.6, closed=True)
    canvas.stroke([(848, 211), (851, 212)], INK, PEN * 1.1)
    smile = smooth([(857, 249), (850, 250), (845, 246)])
    canvas.stroke(smile, ACCENT, PEN * 0.6)


def _paint_coat(canvas: Canvas) -> None:
    _paint(canvas, COAT, TINT)
    canvas.stroke(smooth(OPENING), ACCENT, PEN * 0.6)
    for y in (430, 490, 550):
        canvas.fill(oval((835 + (y - 430) * 0.05, y), 10, 10), ACCENT)
    _paint(canvas, SCARF_END, WHITE)


def _paint_sleeve(canvas: Canvas) -> None:
    _paint_limb(canvas, NEAR_ARM, 62, 44, TINT)
    # Without its upper end the sleeve grows out of the coat, not a doll's joint.
    x, y = SHOULDER
    canvas.fill(oval((x - 8, y - 14), 70, 74), TINT, within=smooth(COAT, closed=True))
    canvas.stroke(smooth(BACK), ACCENT, PEN)


def _paint_stick(canvas: Canvas) -> None:
    canvas.stroke(STICK, ACCENT, PEN * 2)
    canvas.stroke(smooth(HANDLE), ACCENT, PEN * 2.6)
    _paint_hand(canvas, (906, 472), 12)


def _paint(canvas: Canvas, outline: Sequence[Point], colour: str) -> None:
    path = smooth(outline, closed=True)
    canvas.fill(path, colour)
    canvas.stroke(path, ACCENT, PEN, closed=True)


def _paint_limb(
    canvas: Canvas, joints: Sequence[Point], start: float, end: float, colour: str
) -> None:
    path = smooth(joints)
    canvas.taper(path, ACCENT, start + PEN * 2, end + PEN * 2)
    canvas.taper(path, colour, start, end)


def _paint_hand(canvas: Canvas, at: Point, turn: float) -> None:
    path = oval(at, 46, 36, turn)
    canvas.fill(path, BONE)
    canvas.stroke(path, ACCENT, PEN, closed=True)


def _paint_shoe(canvas: Canvas, ankle: Point, turn: float) -> None:
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    turned: Path = [(x * cos - y * sin, x * sin + y * cos) for x, y in SHOE]
    path = moved(smooth(turned, closed=True), ankle)
    canvas.fill(path, ACCENT)
    canvas.stroke(path, ACCENT, PEN, closed=True)
