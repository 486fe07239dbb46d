"""What the checks read: the texts of a page with the place of each in the form."""

import hashlib
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


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


class Topic(TextChoices):
    """What advice is about, in the order in which it is read."""

    CLAIM = "claim", _("Claims without a number")
    MISSING = "missing", _("Not said yet")
    WORDING = "wording", _("Wording")
    LONG = "long", _("Long sentences")


@dataclass(frozen=True)
class Advice:
    """
    One thing to look at. It never blocks anything.

    ``key`` names the check and what it found; with the ``excerpt`` it is what an editor
    answers, so that an answer holds until the sentence is another.
    """

    key: str
    topic: str
    why: str
    place: Place
    excerpt: str = ""
    #: What stands out in the excerpt.
    found: str = ""
    #: A sentence that could be used instead, made from the facts.
    suggestion: str = ""

    @property
    def excerpt_hash(self) -> str:
        words = " ".join(self.excerpt.split())
        return hashlib.sha256(words.encode()).hexdigest()[:32]
