"""One vertebra seen from the side: front of the body left, back right."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from site_project.drawings.curves import Path, Point, mix, smooth

# Shapes in the vertebra's own measure: u from the front (0) to the back (1) of
# the body and beyond, v from its upper (0) to its lower (1) surface.
BODY = (
    (0.0, 0.09), (0.015, 0.025), (0.07, 0.0), (0.28, 0.03), (0.52, 0.05),
    (0.76, 0.035), (0.94, 0.0), (0.985, 0.025), (1.0, 0.09), (0.972, 0.28),
    (0.96, 0.5), (0.972, 0.72), (1.0, 0.91), (0.985, 0.975), (0.94, 1.0),
    (0.76, 0.965), (0.52, 0.945), (0.28, 0.97), (0.07, 1.0), (0.015, 0.975),
    (0.0, 0.91), (0.045, 0.72), (0.065, 0.5), (0.045, 0.28),
)  # fmt: skip
ARCH = (
    (0.93, 0.1), (1.06, 0.115), (1.16, 0.08), (1.2, -0.06), (1.225, -0.24),
    (1.275, -0.3), (1.33, -0.26), (1.35, -0.1), (1.37, 0.08), (1.46, 0.23),
    (1.62, 0.31), (1.82, 0.37), (1.98, 0.46), (2.045, 0.6), (2.05, 0.78),
    (2.0, 0.9), (1.9, 0.92), (1.76, 0.86), (1.6, 0.8), (1.54, 0.86),
    (1.52, 0.98), (1.49, 1.12), (1.44, 1.19), (1.385, 1.16), (1.36, 1.04),
    (1.33, 0.84), (1.275, 0.64), (1.2, 0.5), (1.08, 0.47), (0.93, 0.46),
)  # fmt: skip
# The wall in front has buckled and the upper surface has sunk in.
BROKEN_BODY = (
    (-0.04, 0.12), (-0.02, 0.03), (0.05, -0.01), (0.2, 0.06), (0.42, 0.12),
    (0.64, 0.085), (0.9, 0.005), (0.985, 0.025), (1.0, 0.09), (0.972, 0.28),
    (0.96, 0.5), (0.972, 0.72), (1.0, 0.91), (0.985, 0.975), (0.94, 1.0),
    (0.76, 0.965), (0.52, 0.945), (0.28, 0.97), (0.07, 1.0), (0.015, 0.975),
    (0.0, 0.91), (0.035, 0.76), (0.03, 0.62), (-0.03, 0.5), (-0.015, 0.4),
    (-0.045, 0.28),
)  # fmt: skip
CHEST_ARCH = (
    (0.93, 0.08), (1.05, 0.08), (1.14, 0.02), (1.2, -0.12), (1.24, -0.24),
    (1.29, -0.28), (1.34, -0.22), (1.36, -0.1), (1.4, 0.05), (1.5, 0.2),
    (1.66, 0.42), (1.84, 0.75), (2.0, 1.08), (2.08, 1.3), (2.06, 1.42),
    (2.0, 1.44), (1.9, 1.34), (1.76, 1.14), (1.6, 0.92), (1.54, 0.9),
    (1.5, 1.0), (1.46, 1.1), (1.41, 1.14), (1.36, 1.1), (1.33, 1.0),
    (1.3, 0.84), (1.25, 0.62), (1.17, 0.46), (1.06, 0.42), (0.93, 0.42),
)  # fmt: skip
DISC_EDGE = ((0.02, 0.98), (0.2, 0.85), (0.5, 0.8), (0.8, 0.85), (0.98, 0.98))


@dataclass(frozen=True)
class Vertebra:
    """Where a vertebra stands. `heel` is the lower back corner of its body."""

    heel: Point
    depth: float
    height: float
    tilt: float = 0.0
    """Degrees by which it leans forward."""
    wedge: float = 0.0
    """Share of its height lost at the front."""
    slope: float = 0.0
    """Its spine: 0 short and level (low back), 1 long and steep (chest)."""

    @classmethod
    def centred(
        cls, centre: Point, depth: float, height: float, tilt: float, slope: float
    ) -> Vertebra:
        heel = cls(centre, depth, height, tilt).at(1.5, 1.5)
        return cls(heel, depth, height, tilt, slope=slope)

    def at(self, u: float, v: float) -> Point:
        """The place on the page of a point in the vertebra's own measure."""
        lean = math.radians(self.tilt)
        back, down = (u - 1) * self.depth, (v - 1) * self.height
        return (
            self.heel[0] + back * math.cos(lean) + down * math.sin(lean),
            self.heel[1] - back * math.sin(lean) + down * math.cos(lean),
        )

    def inside(self, u: float, v: float) -> Point:
        """As `at`, but sinking with the body where its front has collapsed."""
        front = min(max(1 - u, 0.0), 1.0)
        return self.at(u, v + self.wedge * front * (1 - v))

    def body(self) -> Path:
        shape = BROKEN_BODY if self.wedge else BODY
        return smooth([self.inside(u, v) for u, v in shape], closed=True)

    def lost_outline(self) -> Path:
        """Where the top and front of the body were before it collapsed."""
        return smooth([self.at(u, v) for u, v in (*BODY[6::-1], *BODY[:-3:-1])])

    def arch(self) -> Path:
        pairs = zip(ARCH, CHEST_ARCH, strict=True)
        shape = [mix(low_back, chest, self.slope) for low_back, chest in pairs]
        return smooth([self.at(u, v) for u, v in shape], closed=True)

    def moved(self, by: Point, scale: float) -> Vertebra:
        heel = self.heel[0] * scale + by[0], self.heel[1] * scale + by[1]
        depth, height = self.depth * scale, self.height * scale
        return replace(self, heel=heel, depth=depth, height=height)

    def top_tilt(self) -> float:
        slope = math.atan2(self.wedge * self.height, self.depth)
        return self.tilt + math.degrees(slope)

    def above(self, gap: float, *, tilt: float) -> Vertebra:
        """The next vertebra up, a disc of `gap` between them."""
        lean = math.radians((self.top_tilt() + tilt) / 2)
        x, y = self.at(1, 0)
        heel = x - gap * math.sin(lean), y - gap * math.cos(lean)
        return replace(self, heel=heel, tilt=tilt, wedge=0.0)


def disc(upper: Vertebra, lower: Vertebra) -> Path:
    """The cushion between two bodies, bulging a little past their rims.

    It reaches into both bodies, which are painted over it and give it its edge.
    """
    front = mix(upper.inside(0, 1), lower.inside(0, 0), 0.5)
    back = mix(upper.inside(1, 1), lower.inside(1, 0), 0.5)
    swell = upper.depth * 0.018
    ceiling = [upper.inside(u, v) for u, v in DISC_EDGE]
    floor = [lower.inside(u, 1 - v) for u, v in reversed(DISC_EDGE)]
    bulges = (back[0] + swell, back[1]), (front[0] - swell, front[1])
    return smooth([*ceiling, bulges[0], *floor, bulges[1]], closed=True)
