"""What the checks say about one page, and what its editors answered."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from django.utils import timezone

from spine_content.quality.checklist import ItemResult, checklist, checklist_advice
from spine_content.quality.claims import claim_advice
from spine_content.quality.models import PageQuality, QualityAnswer
from spine_content.quality.plain_language import long_sentence_advice, wording_advice
from spine_content.quality.readability import MIN_WORDS, Readability, readability
from spine_content.quality.sentences import words
from spine_content.quality.types import Advice, AdviceTopic, CheckedPage, PageText

#: School years, and LIX, above which we advise to write more plainly.
MAX_GRADE = 9.0
MAX_LIX = 45.0


@dataclass(frozen=True)
class CheckResult:
    """What the checks found in a text; advice in the order of its topics."""

    readability: Readability
    #: The same without the words that the glossary explains.
    readability_without_terms: Readability
    items: Sequence[ItemResult]
    advice: Sequence[Advice]

    @property
    def is_hard(self) -> bool:
        """Whether it is hard to read even when the terms are known."""
        figures = self.readability_without_terms
        return (figures.grade or 0) > MAX_GRADE or (figures.lix or 0) > MAX_LIX

    @property
    def is_short(self) -> bool:
        """Whether there are too few words for any figure."""
        return self.readability_without_terms.counts.words < MIN_WORDS


def check(page: PageText) -> CheckResult:
    """Run every check on a text. The same text always gets the same result."""
    prose = [paragraph.text for paragraph in page.paragraphs if paragraph.is_prose]
    terms = frozenset(
        word.lower() for term in page.glossary_terms for word in words(term)
    )
    items = checklist(page)
    # How a patient says it is theirs: no sentence of it is too long.
    own = [paragraph for paragraph in page.paragraphs if not paragraph.is_quoted]
    advice = [
        *claim_advice(page.paragraphs, page.language, page.facts),
        *checklist_advice(items),
        *wording_advice(own, page.language),
        *long_sentence_advice(own),
    ]
    order = [topic.value for topic in AdviceTopic]
    return CheckResult(
        readability(prose, page.language),
        readability(prose, page.language, terms),
        items,
        sorted(advice, key=lambda each: order.index(each.topic)),
    )


@dataclass(frozen=True)
class AnsweredAdvice:
    """Advice that an editor answered with: we mean it."""

    advice: Advice
    answer: QualityAnswer


class QualityReport:
    """The result of the checks on a page, and the answers of its editors."""

    def __init__(self, page: CheckedPage) -> None:
        self.page = page

    @cached_property
    def result(self) -> CheckResult:
        return check(self.page.page_text())

    @cached_property
    def answers(self) -> dict[tuple[str, str], QualityAnswer]:
        """Every answer about the page, by key and checksum of the excerpt."""
        found = QualityAnswer.objects.filter(page_id=self.page.pk)
        return {
            (answer.key, answer.excerpt_hash): answer
            for answer in found.select_related("answered_by")
        }

    @cached_property
    def open(self) -> list[Advice]:
        """The advice that nobody has answered."""
        return [each for each in self.result.advice if _id(each) not in self.answers]

    @cached_property
    def answered(self) -> list[AnsweredAdvice]:
        return [
            AnsweredAdvice(each, self.answers[_id(each)])
            for each in self.result.advice
            if _id(each) in self.answers
        ]

    def has_advice(self, key: str, excerpt_hash: str) -> bool:
        """Whether the page still has the advice that an answer is about."""
        return (key, excerpt_hash) in map(_id, self.result.advice)

    def save(self) -> PageQuality:
        """Store the figures for the report on all pages."""
        figures = self.result.readability_without_terms
        counts = dict.fromkeys(AdviceTopic, 0)
        for each in self.open:
            counts[AdviceTopic(each.topic)] += 1
        saved, _created = PageQuality.objects.update_or_create(
            page_id=self.page.pk,
            defaults={
                "revision_id": self.page.latest_revision_id or 0,
                "checked_at": timezone.now(),
                "words": self.result.readability.counts.words,
                "grade": figures.grade,
                "lix": figures.lix,
                "is_hard": self.result.is_hard,
                "claims": counts[AdviceTopic.CLAIM],
                "missing": counts[AdviceTopic.MISSING],
                "wording": counts[AdviceTopic.WORDING],
                "long_sentences": counts[AdviceTopic.LONG],
                "answered": len(self.answered),
            },
        )
        return saved


def _id(advice: Advice) -> tuple[str, str]:
    return advice.key, advice.excerpt_hash
