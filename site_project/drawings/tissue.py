"""How bone, disc and canal look, seen from the side."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from site_project.drawings.canvas import Canvas
from site_project.drawings.curves import smooth
from site_project.drawings.palette import ACCENT, BONE, BONE_SHADOW, CANAL, TINT
from site_project.drawings.vertebra import Vertebra, disc

FINE = 4.0
"""Below this width of line there is no room for the texture of bone."""


def paint_column(
    canvas: Canvas, bones: Sequence[Vertebra], pen: float, body: str = BONE
) -> None:
    """Vertebrae from top to bottom with the discs between them."""
    for upper, lower in pairwise(bones):
        paint_disc(canvas, upper, lower, pen)
    for bone in bones:
        paint_arch(canvas, bone, pen)
    for bone in bones:
        paint_body(canvas, bone, pen, body)


def paint_canal(canvas: Canvas, bones: Sequence[Vertebra]) -> None:
    """The tunnel for the nerves, to be painted before the bones in front of it."""
    front = [bone.at(0.9, v) for bone in bones for v in (0.2, 0.8)]
    back = [bone.at(1.36, v) for bone in bones for v in (0.2, 0.8)]
    canvas.fill([*smooth(front), *reversed(smooth(back))], CANAL)


def paint_disc(canvas: Canvas, upper: Vertebra, lower: Vertebra, pen: float) -> None:
    path = disc(upper, lower)
    canvas.fill(path, TINT)
    canvas.stroke(path, ACCENT, pen * 0.7, closed=True)


def paint_arch(canvas: Canvas, bone: Vertebra, pen: float) -> None:
    path = bone.arch()
    canvas.fill(path, BONE)
    if pen >= FINE:
        shift = (-pen, -pen * 1.6)
        canvas.shade(path, BONE_SHADOW, shift=shift, blur=pen)
    canvas.stroke(path, ACCENT, pen, closed=True)


def paint_body(canvas: Canvas, bone: Vertebra, pen: float, colour: str = BONE) -> None:
    path = bone.body()
    canvas.fill(path, colour)
    if pen >= FINE:
        shift = (-pen * 1.8, -pen * 1.8)
        canvas.shade(path, BONE_SHADOW, shift=shift, blur=pen * 2)
        paint_grain(canvas, bone, pen)
    canvas.stroke(path, ACCENT, pen, closed=True)


def paint_grain(canvas: Canvas, bone: Vertebra, pen: float) -> None:
    """The struts of spongy bone: mostly upright, since they carry weight."""
    for column in range(11):
        u = 0.13 + column * 0.075
        for row in range(4):
            v = 0.17 + row * 0.18 + (0.04 if column % 2 else 0.0)
            ends = (u, v), (u + 0.006, v + 0.06), (u, v + 0.12)
            strut = [bone.inside(x, y) for x, y in ends]
            canvas.stroke(strut, BONE_SHADOW, pen * 0.45)
