"""Curves as lists of points. Pure geometry: nothing here knows about colour."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

Point = tuple[float, float]
Path = list[Point]


def mix(a: Point, b: Point, share: float) -> Point:
    """The point that lies `share` (0 to 1) of the way from a to b."""
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share


def distance(a: Point, b: Point) -> float:
    return math.hypot(b[0] - a[0], b[1] - a[1])


def smooth(points: Sequence[Point], *, closed: bool = False, steps: int = 10) -> Path:
    """A curve through all points.

    Centripetal Catmull-Rom, since the plain kind makes small loops where points
    are close together, as they are at every rounded corner of a bone.
    """
    last = len(points) - 1
    if closed:
        around = [points[-1], *points, points[0], points[1]]
    else:
        before = mix(points[1], points[0], 2)
        after = mix(points[last - 1], points[last], 2)
        around = [before, *points, after]
    curve: Path = []
    for index in range(len(around) - 3):
        curve += _span(around[index : index + 4], steps)
    return curve if closed else [*curve, points[-1]]


def _span(four: Sequence[Point], steps: int) -> Path:
    knots = [0.0]
    for a, b in pairwise(four):
        knots.append(knots[-1] + max(distance(a, b), 1e-6) ** 0.5)
    start, end = knots[1], knots[2]
    return [
        _blend(four, knots, start + (end - start) * step / steps)
        for step in range(steps)
    ]


def _blend(four: Sequence[Point], knots: Sequence[float], at: float) -> Point:
    level = list(four)
    # Barry and Goldman's pyramid; its top row keeps to the middle span.
    for reach, low in ((1, 0), (2, 0), (1, 1)):
        level = [
            mix(
                level[i],
                level[i + 1],
                (at - knots[i + low]) / (knots[i + low + reach] - knots[i + low]),
            )
            for i in range(len(level) - 1)
        ]
    return level[0]


def oval(centre: Point, width: float, height: float, turn: float = 0.0) -> Path:
    """An ellipse; `turn` in degrees, clockwise on the page."""
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    path: Path = []
    for step in range(240):
        angle = math.tau * step / 240
        x, y = math.cos(angle) * width / 2, math.sin(angle) * height / 2
        path.append((centre[0] + x * cos - y * sin, centre[1] + x * sin + y * cos))
    return path


def rounded_box(
    left: float, top: float, right: float, bottom: float, radius: float
) -> Path:
    corners = (
        (right - radius, top + radius, -90),
        (right - radius, bottom - radius, 0),
        (left + radius, bottom - radius, 90),
        (left + radius, top + radius, 180),
    )
    path: Path = []
    for x, y, start in corners:
        for step in range(17):
            angle = math.radians(start + 90 * step / 16)
            path.append((x + math.cos(angle) * radius, y + math.sin(angle) * radius))
    return path


def along(path: Sequence[Point], spacing: float) -> Path:
    """The same curve with points at even distances."""
    result, carried = [path[0]], 0.0
    for a, b in pairwise(path):
        length = distance(a, b)
        at = spacing - carried
        while at <= length:
            result.append(mix(a, b, at / length))
            at += spacing
        carried = (carried + length) % spacing
    return result


def dashes(path: Sequence[Point], on: float, off: float) -> list[Path]:
    """The curve cut into dashes of length `on` with gaps of length `off`."""
    dots = along(path, 2.0)
    period, lit = round((on + off) / 2), round(on / 2)
    cut = [dots[i : i + lit + 1] for i in range(0, len(dots), period)]
    return [dash for dash in cut if len(dash) > lit / 2]


def ribbon(path: Sequence[Point], widths: Sequence[float]) -> list[Path]:
    """Four-cornered pieces that together are as wide as `widths` says."""
    across = [_across(a, b) for a, b in pairwise(path)]
    pieces = []
    for index, own in enumerate(across):
        before = _shared(own, across[max(index - 1, 0)])
        after = _shared(own, across[min(index + 1, len(across) - 1)])
        (ax, ay), (bx, by) = path[index], path[index + 1]
        half, next_half = widths[index] / 2, widths[index + 1] / 2
        pieces.append([
            (ax + before[0] * half, ay + before[1] * half),
            (bx + after[0] * next_half, by + after[1] * next_half),
            (bx - after[0] * next_half, by - after[1] * next_half),
            (ax - before[0] * half, ay - before[1] * half),
        ])  # fmt: skip
    return pieces


def _across(a: Point, b: Point) -> Point:
    length = max(distance(a, b), 1e-6)
    return (a[1] - b[1]) / length, (b[0] - a[0]) / length


def _shared(own: Point, neighbour: Point) -> Point:
    """Where two pieces meet they share corners, unless the bend is a sharp one."""
    if _is_sharp(own, neighbour):
        return own
    x, y = mix(own, neighbour, 0.5)
    length = math.hypot(x, y)
    return x / length, y / length


def _is_sharp(own: Point, neighbour: Point) -> bool:
    return own[0] * neighbour[0] + own[1] * neighbour[1] < 0.94


def knuckles(path: Sequence[Point]) -> list[int]:
    """Which points of a ribbon need rounding off: its ends and its sharp bends."""
    across = [_across(a, b) for a, b in pairwise(path)]
    bends = [i for i, two in enumerate(pairwise(across), 1) if _is_sharp(*two)]
    return [0, *bends, len(path) - 1]


def moved(path: Sequence[Point], by: Point, scale: float = 1.0) -> Path:
    return [(x * scale + by[0], y * scale + by[1]) for x, y in path]
