"""What the checks read: the texts of a page with the place of each in the form."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """A field of the form, what the form calls it, and the block in it, if any."""

    field: str
    label: str = ""
    block: str = ""


@dataclass(frozen=True)
class Passage:
    """
    One paragraph, list item, heading or line.

    Only ``is_prose`` counts for reading grades: headings and captions are no sentences.
    ``is_quoted`` are somebody's own words, which nobody has to put in another way.
    """

    text: str
    place: Place
    is_prose: bool = True
    is_quoted: bool = False


@dataclass(frozen=True)
class Known:
    """A fact about the treatments of a page, as a sentence, and what it is about."""

    group: str
    sentence: str
    is_count: bool = False
