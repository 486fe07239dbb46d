"""Pictures for the demo site, drawn by code so that nothing is licensed from others.

No picture holds words: they could be neither translated nor read aloud. What a
picture says is said again in its `alt`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

from PIL import Image

from site_project.drawings.close_ups import (
    vertebra_balloon,
    vertebra_cement,
    vertebra_fractured,
    vertebra_healthy,
)
from site_project.drawings.from_above import needle_path
from site_project.drawings.stages import stages
from site_project.drawings.walking import walking
from site_project.drawings.whole_spine import spine

__all__ = ["DRAWINGS", "Drawing", "render"]


@dataclass(frozen=True)
class Drawing:
    """One picture, and the words that go with it."""

    key: str
    draw: Callable[[], Image.Image]
    title: str
    alt: str
    caption: str


SIMPLIFIED = "Simplified drawing, not to scale."

DRAWINGS: dict[str, Drawing] = {
    drawing.key: drawing
    for drawing in (
        Drawing(
            "spine",
            spine,
            "The spine from the side",
            "Side view of a person, facing left, with the whole spine drawn inside. "
            "Four vertebrae where the chest meets the lower back are coloured in and "
            "shown enlarged in a circle.",
            f"Most compression fractures happen in the coloured part. {SIMPLIFIED}",
        ),
        Drawing(
            "vertebra_healthy",
            vertebra_healthy,
            "Healthy vertebrae from the side",
            "Side view of three healthy vertebrae, one above the other, with a soft "
            "disc between each. Each is as tall in front, on the left, as at the "
            "back.",
            f"Healthy vertebrae; the front of the body is on the left. {SIMPLIFIED}",
        ),
        Drawing(
            "vertebra_fractured",
            vertebra_fractured,
            "A compression fracture from the side",
            "Side view of three vertebrae. The middle one is cracked and has "
            "collapsed at the front into a wedge, a dashed line shows how tall it "
            "was, and the spine above it leans forward.",
            "The broken vertebra has lost height at the front; the dashed line shows "
            f"its shape before. {SIMPLIFIED}",
        ),
        Drawing(
            "vertebra_cement",
            vertebra_cement,
            "A fractured vertebra with bone cement",
            "Side view of three vertebrae. The middle one is still wedge-shaped, and "
            "a grey patch of bone cement now fills much of its inside.",
            "After vertebroplasty: cement (grey) holds the broken bone. It does not "
            f"make the vertebra new. {SIMPLIFIED}",
        ),
        Drawing(
            "vertebra_balloon",
            vertebra_balloon,
            "A balloon in a fractured vertebra",
            "Side view of three vertebrae. A hollow needle comes in through the skin "
            "of the back and the rear of the broken middle vertebra, and a small "
            "balloon at its tip is being filled inside the bone.",
            "Kyphoplasty: the balloon makes room for cement and is then taken out. "
            f"The dashed line shows the bone's shape before it broke. {SIMPLIFIED}",
        ),
        Drawing(
            "needle_path",
            needle_path,
            "The path of the needle",
            "A vertebra cut across, with the front of the body at the top. A needle "
            "passes from the skin of the back through the bone at the side of the "
            "spinal canal, which it does not enter, into the body of the vertebra.",
            "The needle goes through a bridge of bone beside the canal that holds "
            f"the nerves. {SIMPLIFIED}",
        ),
        Drawing(
            "stages",
            stages,
            "Whole, broken, and with cement",
            "Three drawings of the same vertebra from the side, from left to right: "
            "whole; cracked and collapsed at the front; and, still collapsed, with "
            "grey bone cement inside.",
            f"A vertebra before a fracture, after it, and with cement. {SIMPLIFIED}",
        ),
        Drawing(
            "walking",
            walking,
            "A walk with a stick",
            "An older woman in a coat and scarf walks upright with a walking stick, "
            "past two trees and towards a bench.",
            "Short walks, with a rest when you need one.",
        ),
    )
}


def render(key: str) -> bytes:
    """The picture as a PNG file: for the same key, always the same bytes."""
    file = BytesIO()
    # Level 9 takes four times as long and saves one byte in a hundred.
    DRAWINGS[key].draw().save(file, "PNG", compress_level=7)
    return file.getvalue()
