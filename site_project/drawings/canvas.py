"""A pen and a brush: large while drawing, made small at the end for soft edges."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from site_project.drawings.curves import Path, Point, along, knuckles, ribbon
from site_project.drawings.palette import PAPER

SIZE = (1600, 1000)
SCALE = 3

Box = tuple[int, int, int, int]
Draw = Callable[[ImageDraw.ImageDraw, Point, str | int], None]
"""Puts a shape on any surface: with this pen, from this origin, in this colour."""


class Canvas:
    """One picture in the making. All lengths are pixels of the finished picture."""

    def __init__(self) -> None:
        large = (SIZE[0] * SCALE, SIZE[1] * SCALE)
        self._image = Image.new("RGB", large, PAPER)

    def finish(self) -> Image.Image:
        return self._image.resize(SIZE, Image.Resampling.LANCZOS)

    @contextmanager
    def window(self, path: Sequence[Point]) -> Iterator[None]:
        """Keep only what is drawn meanwhile inside a frame."""
        before = self._image.copy()
        yield
        box = _box(path)
        before.paste(self._image.crop(box), box, _mask(box, _area(path)))
        self._image = before

    def fill(
        self,
        path: Sequence[Point],
        colour: str,
        opacity: float = 1.0,
        *,
        blur: float = 0.0,
        within: Sequence[Point] | None = None,
        outside: Sequence[Point] | None = None,
    ) -> None:
        if not blur:
            self._lay(_area(path), _box(path), colour, opacity, within, outside)
            return
        box = _box(path, margin=blur * 3)
        mask = _softened(_mask(box, _area(path)), blur)
        self._paste(mask, box, colour, opacity, within, outside)

    def shade(
        self,
        path: Sequence[Point],
        colour: str,
        *,
        shift: Point,
        blur: float,
    ) -> None:
        """Darken the rim of a shape on the side away from the light."""
        box = _box(path)
        lit = [(x + shift[0], y + shift[1]) for x, y in path]
        rim = ImageChops.invert(_softened(_mask(box, _area(lit)), blur))
        self._paste(rim, box, colour, within=path)

    def stroke(
        self,
        path: Sequence[Point],
        colour: str,
        width: float,
        *,
        closed: bool = False,
        within: Sequence[Point] | None = None,
        outside: Sequence[Point] | None = None,
    ) -> None:
        points = [*path, path[0]] if closed else list(path)
        line = _line(points, [width] * len(points))
        self._lay(line, _box(points, width), colour, 1.0, within, outside)

    def taper(
        self,
        path: Sequence[Point],
        colour: str,
        start: float,
        end: float,
        *,
        within: Sequence[Point] | None = None,
    ) -> None:
        """A stroke whose width runs from `start` to `end`."""
        points = along(path, 1.0)
        step = (end - start) / max(len(points) - 1, 1)
        widths = [start + step * index for index in range(len(points))]
        box = _box(points, margin=max(start, end))
        self._lay(_line(points, widths), box, colour, 1.0, within)

    def _lay(
        self,
        draw: Draw,
        box: Box,
        colour: str,
        opacity: float = 1.0,
        within: Sequence[Point] | None = None,
        outside: Sequence[Point] | None = None,
    ) -> None:
        if opacity < 1 or within is not None or outside is not None:
            self._paste(_mask(box, draw), box, colour, opacity, within, outside)
        else:
            # A mask takes far longer, and most shapes are opaque and whole.
            draw(ImageDraw.Draw(self._image), (0, 0), colour)

    def _paste(
        self,
        mask: Image.Image,
        box: Box,
        colour: str,
        opacity: float = 1.0,
        within: Sequence[Point] | None = None,
        outside: Sequence[Point] | None = None,
    ) -> None:
        if within is not None:
            mask = ImageChops.multiply(mask, _mask(box, _area(within)))
        if outside is not None:
            mask = ImageChops.subtract(mask, _mask(box, _area(outside)))
        if opacity < 1:
            mask = mask.point([round(value * opacity) for value in range(256)])
        self._image.paste(colour, box, mask)


def _box(path: Sequence[Point], margin: float = 0.0) -> Box:
    """The part of the large picture that a shape can touch. May pass its edges."""
    xs, ys = [x for x, _ in path], [y for _, y in path]
    reach = margin + 2
    return (
        int((min(xs) - reach) * SCALE),
        int((min(ys) - reach) * SCALE),
        int((max(xs) + reach) * SCALE),
        int((max(ys) + reach) * SCALE),
    )


def _mask(box: Box, draw: Draw) -> Image.Image:
    mask = Image.new("L", (box[2] - box[0], box[3] - box[1]))
    draw(ImageDraw.Draw(mask), (box[0], box[1]), 255)
    return mask


def _softened(mask: Image.Image, blur: float) -> Image.Image:
    # A blur has no fine detail to lose, so it is made on a small copy.
    small = mask.reduce(4).filter(ImageFilter.GaussianBlur(blur * SCALE / 4))
    return small.resize(mask.size, Image.Resampling.BILINEAR)


def _enlarged(path: Sequence[Point], origin: Point) -> Path:
    # Pillow cuts coordinates off where we want them rounded, hence the half.
    left, top = origin[0] - 0.5, origin[1] - 0.5
    return [(x * SCALE - left, y * SCALE - top) for x, y in path]


def _area(path: Sequence[Point]) -> Draw:
    def draw(pen: ImageDraw.ImageDraw, origin: Point, ink: str | int) -> None:
        pen.polygon(_enlarged(path, origin), fill=ink)

    return draw


def _line(path: Sequence[Point], widths: Sequence[float]) -> Draw:
    """A line with round joints and ends, of any width at any point.

    Pillow's own wide line turns its corners in whole pixels, piece by piece, so
    that a curve looks frayed. Here the pieces share their corners.
    """
    pieces, round_ones = ribbon(path, widths), knuckles(path)

    def draw(pen: ImageDraw.ImageDraw, origin: Point, ink: str | int) -> None:
        for piece in pieces:
            pen.polygon(_enlarged(piece, origin), fill=ink)
        dots = _enlarged(path, origin)
        for index in round_ones:
            (x, y), r = dots[index], (widths[index] * SCALE - 1) / 2
            pen.ellipse((x - r, y - r, x + r, y + r), fill=ink)

    return draw
