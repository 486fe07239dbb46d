"""
The facts that a page shows, in four queries however many there are.

Streams are read raw, and what they point at is loaded once for all of them: iterating
over four treatments with thirty facts each takes more than fifty queries.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from spine_content.facts.blocks.stored import fact_from_raw, with_words_of
from spine_content.facts.choices import Group, Status
from spine_content.facts.models import Measure, Treatment
from spine_content.facts.rows import rows, shared_questions
from spine_content.facts.sources import Source
from spine_content.facts.statements import Row
from spine_content.facts.types import Fact, Question


@dataclass
class FactBook:
    """What is published about some treatments, in the language of a page."""

    #: The treatments asked for that are published, in the order asked for.
    treatments: list[Treatment] = field(default_factory=list)
    #: Facts by key of the treatment, in the order of its editor.
    facts: dict[int, list[Fact]] = field(default_factory=dict)
    #: Every question that is answered or was asked for, in page order.
    questions: list[Question] = field(default_factory=list)
    #: The key of the question that stands for each key of its translations.
    standing_for: dict[int, int] = field(default_factory=dict)
    sources: dict[int, Source] = field(default_factory=dict)
    #: Names of the treatments that something was compared with.
    names: dict[int, str] = field(default_factory=dict)
    #: All keys that the numbers come from, those of originals.
    originals: list[int] = field(default_factory=list)
    #: Rows by question: a page asks for the same ones again and again.
    _made: dict[int | None, Row] = field(default_factory=dict)

    @property
    def columns(self) -> list[int]:
        return [treatment.pk for treatment in self.treatments]

    @property
    def answered(self) -> set[int | None]:
        """Keys of the questions that at least one fact answers."""
        return {fact.question for facts in self.facts.values() for fact in facts}

    @property
    def applying(self) -> set[int | None]:
        """The same without the questions that make no sense for any treatment here."""
        return {
            fact.question
            for facts in self.facts.values()
            for fact in facts
            if fact.status != Status.NOT_APPLICABLE
        }

    def in_groups(self, *groups: Group) -> list[Row]:
        """Rows of what is answered in some groups, those of each group together."""
        applying = self.applying
        wanted = [
            question
            for question in self.questions
            if question.group in groups and question.pk in applying
        ]
        order = [group.value for group in groups]
        wanted.sort(key=lambda question: order.index(question.group))
        return self._rows(wanted)

    def of(self, treatment_id: int, *groups: Group) -> list[Row]:
        """The same for one of the treatments alone."""
        if self.columns == [treatment_id]:
            return self.in_groups(*groups)
        facts = {treatment_id: self.facts[treatment_id]}
        treatments = self._treatments(treatment_id)
        alone = replace(self, facts=facts, treatments=treatments, _made={})
        return alone.in_groups(*groups)

    def _treatments(self, pk: int) -> list[Treatment]:
        return [treatment for treatment in self.treatments if treatment.pk == pk]

    def compared(self, measure_ids: Iterable[int] = ()) -> list[Row]:
        """Rows of the questions chosen, or of all that two treatments answer."""
        chosen = [self.standing_for.get(pk) for pk in measure_ids]
        if not chosen:
            shared = shared_questions(self.questions, self.columns, self.facts)
            return self._rows(shared)
        by_key = {question.pk: question for question in self.questions}
        return self._rows([by_key[pk] for pk in dict.fromkeys(chosen) if pk in by_key])

    def answer(self, measure_id: int | None) -> Row | None:
        """The row of one question, or ``None`` where nothing is said about it."""
        key = self.standing_for.get(measure_id or 0)
        wanted = [q for q in self.questions if q.pk == key and q.pk in self.answered]
        return next(iter(self._rows(wanted)), None)

    def _rows(self, questions: Sequence[Question]) -> list[Row]:
        new = [each for each in questions if each.pk not in self._made]
        for made in rows(new, self.columns, self.facts, self.names):
            self._made[made.question.pk] = made
        return [self._made[each.pk] for each in questions]


def fact_book(
    treatment_ids: Sequence[int], locale_id: int, measure_ids: Sequence[int] = ()
) -> FactBook:
    """
    The published facts of some treatments, for a page in one locale.

    ``measure_ids`` are questions wanted besides those that the facts answer.
    """
    if not treatment_ids:
        return FactBook()
    families = _families(Treatment, treatment_ids)
    book = FactBook()
    raws: dict[int, list[Any]] = {}
    for pk in dict.fromkeys(treatment_ids):
        family = families.get(pk, [])
        chosen = next((each for each in family if each.pk == pk and each.live), None)
        if chosen is not None:
            book.treatments.append(chosen)
            book.originals.append(family[0].pk)
            raws[pk] = published_facts(family[0], chosen)
    found = {pk: [fact_from_raw(raw) for raw in raws[pk]] for pk in raws}
    every = [fact for facts in found.values() for fact in facts]
    _add_questions(book, {f.question for f in every} | {*measure_ids}, locale_id)
    _add_names(book, {f.other_treatment for f in every}, locale_id)
    cited = {citation.source for fact in every for citation in fact.citations}
    if cited:
        sources = Source.objects.filter(live=True).select_related("superseded_by")
        book.sources = sources.in_bulk(cited)
    for pk, facts in found.items():
        book.facts[pk] = [
            replace(fact, question=book.standing_for[fact.question])
            for fact in facts
            if fact.question in book.standing_for
        ]
    return book


def published_facts(original: Treatment, chosen: Treatment) -> list[Any]:
    """Stored facts of the original, in the words of the translation chosen."""
    if not original.live:
        return []
    raws: list[Any] = list(original.facts.raw_data)
    if chosen.pk == original.pk:
        return raws
    own = {raw.get("id"): raw for raw in chosen.facts.raw_data}
    return [with_words_of(raw, own.get(raw.get("id"))) for raw in raws]


def _families(model: Any, keys: Iterable[Any]) -> dict[int, list[Any]]:
    """For each key, all translations of what it names, the original first."""
    named = model.objects.filter(pk__in=[key for key in keys if key])
    relatives = model.objects.filter(
        translation_key__in=named.values("translation_key")
    ).order_by("pk")
    by_family: dict[Any, list[Any]] = {}
    for relative in relatives:
        by_family.setdefault(relative.translation_key, []).append(relative)
    return {each.pk: family for family in by_family.values() for each in family}


def _in_locale(family: list[Any], locale_id: int) -> Any:
    """The published one in a locale, or else the first that is published."""
    live = [each for each in family if each.live]
    own = [each for each in live if each.locale_id == locale_id]
    return next(iter([*own, *live]), None)


def _add_questions(book: FactBook, keys: set[Any], locale_id: int) -> None:
    shown: dict[int, Measure] = {}
    for pk, family in _families(Measure, keys).items() if any(keys) else ():
        measure = _in_locale(family, locale_id)
        if measure is not None:
            shown[measure.pk] = measure
            book.standing_for[pk] = measure.pk
    groups = [group.value for group in Group]
    inorder = sorted(
        shown.values(), key=lambda m: (groups.index(m.group), m.order, m.question)
    )
    book.questions = [measure.as_question() for measure in inorder]


def _add_names(book: FactBook, keys: set[Any], locale_id: int) -> None:
    for pk, family in _families(Treatment, keys).items() if any(keys) else ():
        treatment = _in_locale(family, locale_id)
        if treatment is not None:
            book.names[pk] = treatment.label
