"""What the checks read and what they say, as plain values."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Location:
    """A field of the form, its label, and the id of the block in it, if any."""

    field: str
    label: str = ""
    block: str = ""


@dataclass(frozen=True)
class Paragraph:
    """
    One paragraph, list item, heading or line, as plain text.

    Only ``is_prose`` counts for reading grades: headings and captions are no sentences.
    ``is_quoted`` are somebody's own words, which nobody has to put in another way.
    """

    text: str
    location: Location
    is_prose: bool = True
    is_quoted: bool = False


@dataclass(frozen=True)
class FactSentence:
    """A fact about a treatment as readers see it, with the group of its question."""

    group: str
    sentence: str
    is_count: bool = False


@dataclass(frozen=True)
class PageText:
    """Everything that the checks read of one page."""

    page_type: str
    language: str
    paragraphs: Sequence[Paragraph]
    facts: Sequence[FactSentence] = ()
    #: Terms that the glossary explains, in every spelling.
    glossary_terms: Sequence[str] = ()
    #: By key of a checklist item, whether the page has it; no entry: does not apply.
    completed_items: Mapping[str, bool] = field(default_factory=dict)
    #: By key of a checklist item, the field of the form that completes it.
    item_fields: Mapping[str, Location] = field(default_factory=dict)


class CheckedPage(models.Model):
    """The base of every page type that the checks can read."""

    if TYPE_CHECKING:  # what every page brings along
        latest_revision_id: int | None

    class Meta:
        abstract = True

    def page_text(self) -> PageText:
        """The page as it is in memory, as the checks read it."""
        raise NotImplementedError


class AdviceTopic(models.TextChoices):
    """What advice is about, in the order in which it is listed."""

    CLAIM = "claim", _("Claims without a number")
    MISSING = "missing", _("Not said yet")
    WORDING = "wording", _("Wording")
    LONG = "long", _("Long sentences")


@dataclass(frozen=True)
class Advice:
    """
    One thing to look at. It never blocks anything.

    ``key`` names the check and what it found. An editor's answer belongs to ``key`` and
    ``excerpt`` together: once the sentence changes, the answer no longer counts.
    """

    key: str
    topic: str
    why: str
    location: Location
    #: The sentence that the advice is about.
    excerpt: str = ""
    #: The words in the excerpt that are marked.
    highlight: str = ""
    #: A sentence made from the facts that could be used instead.
    suggestion: str = ""

    @property
    def excerpt_hash(self) -> str:
        """32 hexadecimal digits, the same whatever the white space of the excerpt."""
        words = " ".join(self.excerpt.split())
        return hashlib.sha256(words.encode()).hexdigest()[:32]
