"""A page as the checks see it, and what they say about it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from django.utils import timezone

from spine_content.facts.choices import Group, Kind, Status
from spine_content.facts.pages import FactualPageMixin
from spine_content.facts.wording import sentence
from spine_content.glossary.models import GlossaryTerm
from spine_content.quality.appraisal import Appraisal, Subject, appraise
from spine_content.quality.models import PageQuality, QualityAnswer
from spine_content.quality.page_items import met, places
from spine_content.quality.page_text import passages
from spine_content.quality.readability import ENOUGH_WORDS
from spine_content.quality.types import Advice, Known, Topic


@dataclass(frozen=True)
class Answered:
    """Advice that somebody has answered with: we mean it."""

    advice: Advice
    answer: QualityAnswer


class PageAppraisal:
    """What the checks say about one page, and what its editors answered."""

    def __init__(self, page: Any) -> None:
        self.page = page

    @cached_property
    def found(self) -> Appraisal:
        page = self.page
        return appraise(
            Subject(
                kind=page.page_type,
                language=page.locale.language_code,
                passages=passages(page),
                facts=list(_known(page)),
                terms=_terms(page),
                met=met(page),
                places=places(page),
            )
        )

    @property
    def is_short(self) -> bool:
        """Whether there are too few words for any figure."""
        return self.found.reading_without_terms.counts.words < ENOUGH_WORDS

    @cached_property
    def answers(self) -> dict[tuple[str, str], QualityAnswer]:
        found = QualityAnswer.objects.filter(page_id=self.page.pk)
        return {
            (answer.key, answer.excerpt_hash): answer
            for answer in found.select_related("answered_by")
        }

    @cached_property
    def open(self) -> list[Advice]:
        return [each for each in self.found.advice if _name(each) not in self.answers]

    @cached_property
    def answered(self) -> list[Answered]:
        return [
            Answered(each, self.answers[_name(each)])
            for each in self.found.advice
            if _name(each) in self.answers
        ]

    def advice(self, key: str, excerpt_hash: str) -> Advice | None:
        """The advice that an answer is about, if the page still has it."""
        wanted = (key, excerpt_hash)
        return next((each for each in self.found.advice if _name(each) == wanted), None)

    def keep(self) -> PageQuality:
        """Write the figures down for the report."""
        reading = self.found.reading_without_terms
        counts = dict.fromkeys(Topic, 0)
        for each in self.open:
            counts[Topic(each.topic)] += 1
        kept, _made = PageQuality.objects.update_or_create(
            page_id=self.page.pk,
            defaults={
                "revision_id": self.page.latest_revision_id or 0,
                "looked_at": timezone.now(),
                "words": self.found.reading.counts.words,
                "grade": reading.grade,
                "lix": reading.lix,
                "is_hard": self.found.is_hard,
                "claims": counts[Topic.CLAIM],
                "missing": counts[Topic.MISSING],
                "wording": counts[Topic.WORDING],
                "long_sentences": counts[Topic.LONG],
                "answered": len(self.answered),
            },
        )
        return kept


def _name(advice: Advice) -> tuple[str, str]:
    return advice.key, advice.excerpt_hash


def _known(page: Any) -> Iterator[Known]:
    """The facts of the page's treatments in the sentences that readers get."""
    if not isinstance(page, FactualPageMixin):
        return
    labels = {treatment.pk: treatment.label for treatment in page.fact_set.treatments}
    for row in page.fact_set.in_groups(*Group):
        for cell in row.cells:
            for told in cell.statements:
                if told.fact.status == Status.KNOWN and told.fact.value is not None:
                    short = replace(told, raw="", details=(), certainty="", basis="")
                    text = sentence(short, row.question)
                    about = f"{labels[cell.column]}: " if len(labels) > 1 else ""
                    is_count = row.question.kind == Kind.FREQUENCY
                    yield Known(row.question.group, f"{about}{text}", is_count)


def _terms(page: Any) -> list[str]:
    """What the glossary explains in the language of the page, in all its forms."""
    known = GlossaryTerm.objects.filter(live=True, locale=page.locale_id)
    return [form for term in known for form in term.forms]
