"""A vertebra cut across, with the needle on its way into it. Front is at the top."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PIL import Image

from site_project.drawings.canvas import Canvas
from site_project.drawings.curves import Path, Point, moved, oval, smooth
from site_project.drawings.instruments import paint_tube
from site_project.drawings.locator import (
    FRAME,
    paint_frame,
    paint_locator,
    paint_slice,
    slice_ends,
)
from site_project.drawings.palette import (
    ACCENT,
    ACCENT_SOFT,
    BONE,
    BONE_SHADOW,
    CANAL,
    MIST,
    PAPER,
    TINT,
)

PEN = 6.0
PLACE = (1020.0, 82.0)
SCALE = 0.84

# The right halves, from the middle of the front to the middle of the back; the
# left halves are their mirror image. The middle is x = 0.
BODY = (
    (0, 0), (90, 6), (180, 42), (243, 110), (262, 195), (240, 275), (190, 325),
    (120, 345), (50, 332), (0, 322),
)  # fmt: skip
ARCH = (
    (0, 300), (120, 320), (205, 285), (228, 330), (222, 385), (238, 425),
    (320, 428), (415, 452), (468, 484), (480, 514), (452, 528), (370, 520),
    (292, 508), (262, 530), (236, 574), (190, 592), (145, 582), (105, 600),
    (62, 648), (40, 710), (38, 772), (28, 808), (0, 818),
)  # fmt: skip
CANAL_EDGE = (
    (0, 306), (50, 312), (90, 334), (106, 376), (101, 426), (68, 490), (30, 528),
    (0, 536),
)  # fmt: skip
MUSCLES = (
    ((60, 700), (110, 630), (190, 622), (270, 585), (380, 560), (455, 590),
     (470, 680), (400, 770), (260, 815), (120, 820), (66, 780)),
    ((285, 230), (330, 150), (430, 150), (490, 240), (480, 350), (400, 405),
     (310, 395), (262, 330)),
)  # fmt: skip
NERVES = (
    (-34, 378), (0, 366), (34, 378), (-50, 408), (-17, 400), (18, 402), (50, 410),
    (-34, 438), (2, 434), (36, 440), (-14, 464), (18, 466),
)  # fmt: skip
SKIN = (
    (-700, 842), (-420, 876), (-160, 884), (0, 864), (160, 884), (420, 876),
    (700, 842),
)  # fmt: skip
TIP, HANDLE = (-28.0, 104.0), (-472.0, 958.0)


def needle_path() -> Image.Image:
    canvas = Canvas()
    paint_locator(canvas, slice_ends())
    paint_slice(canvas)
    canvas.fill(FRAME, PAPER)
    with canvas.window(FRAME):
        _paint_flesh(canvas)
        _paint_bone(canvas)
        paint_tube(canvas, _place(TIP), _place(HANDLE), PEN)
    paint_frame(canvas)
    return canvas.finish()


def _place(point: Point) -> Point:
    return moved([point], PLACE, SCALE)[0]


def _symmetric(half: Sequence[Point]) -> Path:
    mirrored = [(-x, y) for x, y in half[-2:0:-1]]
    return moved(smooth([*half, *mirrored], closed=True), PLACE, SCALE)


def _paint_flesh(canvas: Canvas) -> None:
    skin = moved(smooth(SKIN), PLACE, SCALE)
    canvas.fill([(400, -20), *skin, (1600, -20)], MIST)
    canvas.stroke(skin, ACCENT, PEN * 0.7)
    for muscle in MUSCLES:
        for side in (-1, 1):
            edge = smooth([(x * side, y) for x, y in muscle], closed=True)
            path = moved(edge, PLACE, SCALE)
            canvas.fill(path, CANAL)
            canvas.stroke(path, ACCENT_SOFT, PEN * 0.5, closed=True)


def _paint_bone(canvas: Canvas) -> None:
    _paint_shape(canvas, ARCH)
    _paint_canal(canvas)
    _paint_shape(canvas, BODY)
    body = _symmetric(BODY)
    for x, y in _grain():
        strut = [_place((x, y)), _place((x + 9, y + 12))]
        canvas.stroke(strut, BONE_SHADOW, PEN * 0.5, within=body)


def _paint_shape(canvas: Canvas, half: Sequence[Point]) -> None:
    path = _symmetric(half)
    canvas.fill(path, BONE)
    canvas.shade(path, BONE_SHADOW, shift=(-9, -11), blur=11)
    canvas.stroke(path, ACCENT, PEN, closed=True)


def _grain() -> Path:
    """Spongy bone, cut across: struts in staggered rows, clear of the rim."""
    return [
        (column * 42 + (21 if row % 2 else 0), 34 + row * 30)
        for row in range(10)
        for column in range(-6, 6)
        if math.hypot((column * 42 + 10) / 232, (row * 30 - 130) / 148) < 1
    ]


def _paint_canal(canvas: Canvas) -> None:
    path = _symmetric(CANAL_EDGE)
    canvas.fill(path, CANAL)
    canvas.stroke(path, ACCENT, PEN, closed=True)
    sac = moved(oval((0, 414), 154, 144), PLACE, SCALE)
    canvas.fill(sac, TINT)
    canvas.stroke(sac, ACCENT, PEN * 0.6, closed=True)
    for nerve in NERVES:
        canvas.fill(oval(_place(nerve), 16, 16), ACCENT_SOFT)
