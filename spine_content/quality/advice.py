"""What a check says to an editor: what it found, where, why, and what to do."""

import hashlib
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from spine_content.quality.passages import Place


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
