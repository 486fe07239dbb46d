"""Everything that the checks have to say about one page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from spine_content.quality.checklist import Answered, checklist, missing
from spine_content.quality.claims.finding import claims
from spine_content.quality.plain_language import long_sentences, wording
from spine_content.quality.readability import Reading, reading
from spine_content.quality.sentences import words
from spine_content.quality.types import Advice, Known, Passage, Place, Topic

#: School years, and LIX, above which we advise to write more plainly.
HIGHEST_GRADE = 9.0
HIGHEST_LIX = 45.0


@dataclass(frozen=True)
class Subject:
    """A page as the checks see it, without its tables."""

    kind: str
    language: str
    passages: Sequence[Passage]
    facts: Sequence[Known] = ()
    #: Words that the glossary explains, as they are written.
    terms: Sequence[str] = ()
    #: Items of the checklist that apply, and whether the page has them.
    met: Mapping[str, bool] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)


@dataclass(frozen=True)
class Appraisal:
    reading: Reading
    #: The same without the words that the glossary explains.
    reading_without_terms: Reading
    items: Sequence[Answered]
    advice: Sequence[Advice]

    @property
    def is_hard(self) -> bool:
        """Whether it is hard to read even when the terms are known."""
        grade, lix = self.reading_without_terms.grade, self.reading_without_terms.lix
        return (grade or 0) > HIGHEST_GRADE or (lix or 0) > HIGHEST_LIX


def appraise(subject: Subject) -> Appraisal:
    """Pure: the same page and facts are always told the same."""
    prose = [passage.text for passage in subject.passages if passage.is_prose]
    terms = frozenset(word.lower() for term in subject.terms for word in words(term))
    items = checklist(subject.kind, subject.met, subject.places)
    # How a patient says it is theirs: no sentence of it is too long.
    own = [passage for passage in subject.passages if not passage.is_quoted]
    found = [
        *claims(subject.passages, subject.language, subject.facts),
        *missing(items),
        *wording(own, subject.language),
        *long_sentences(own),
    ]
    order = [topic.value for topic in Topic]
    return Appraisal(
        reading(prose, subject.language),
        reading(prose, subject.language, terms),
        items,
        sorted(found, key=lambda advice: order.index(advice.topic)),
    )
