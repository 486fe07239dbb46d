"""
The facts that a page shows, in four queries however many there are.

Streams are read raw, and what they point at is loaded once for all of them: iterating
over four treatments with thirty facts each takes more than fifty queries.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from spine_content.facts.choices import Group, Status
from spine_content.facts.models import Measure, Treatment
from spine_content.facts.raw_data import RawFact, fact_from_raw, with_translated_text
from spine_content.facts.rows import row, shared_questions
from spine_content.facts.sources import Source
from spine_content.facts.types import Fact, Question, Row

GROUP_ORDER = [group.value for group in Group]


@dataclass
class FactSet:
    """What is published about some treatments, in the language of a page."""

    #: The treatments asked for that are published, in the order asked for.
    treatments: list[Treatment] = field(default_factory=list)
    #: For each of them the key of its original, from which the numbers come.
    original_ids: list[int] = field(default_factory=list)
    #: Facts by key of the treatment, in the order of its editor.
    facts: dict[int, list[Fact]] = field(default_factory=dict)
    #: Every question that is answered or was asked for, in page order.
    questions: list[Question] = field(default_factory=list)
    #: By key of any translation of a question, the key of the one in ``questions``.
    localized_ids: dict[int, int] = field(default_factory=dict)
    #: Published sources of the facts, by key.
    sources: dict[int, Source] = field(default_factory=dict)
    #: Names of the treatments that something was compared with, by key.
    treatment_names: dict[int, str] = field(default_factory=dict)
    #: Rows by question: a page asks for the same ones again and again.
    _row_cache: dict[int, Row] = field(default_factory=dict)

    @property
    def answered_ids(self) -> set[int | None]:
        """Keys of the questions that at least one fact answers."""
        return {fact.question for facts in self.facts.values() for fact in facts}

    def for_treatment(self, treatment_id: int) -> FactSet:
        """The same for one of the treatments alone."""
        alone = [each for each in self.treatments if each.pk == treatment_id]
        if self.treatments == alone:
            return self
        facts = {treatment_id: self.facts[treatment_id]}
        return replace(self, treatments=alone, facts=facts, _row_cache={})

    def in_groups(self, *groups: Group) -> list[Row]:
        """
        Rows of what is answered in some groups, those of each group together.

        Without the questions that make no sense for any of the treatments.
        """
        order = [group.value for group in groups]
        applicable = {
            fact.question
            for facts in self.facts.values()
            for fact in facts
            if fact.status != Status.NOT_APPLICABLE
        }
        wanted = [
            question
            for question in self.questions
            if question.group in order and question.pk in applicable
        ]
        return self._rows(sorted(wanted, key=lambda each: order.index(each.group)))

    def comparison_rows(self, measure_ids: Iterable[int] = ()) -> list[Row]:
        """Rows of the questions chosen, or of all that two treatments answer."""
        chosen = [self.localized_ids.get(pk) for pk in measure_ids]
        if not chosen:
            return self._rows(shared_questions(self.questions, self.facts, self.facts))
        by_key = {question.pk: question for question in self.questions}
        return self._rows([by_key[pk] for pk in dict.fromkeys(chosen) if pk in by_key])

    def row_for(self, measure_id: int | None) -> Row | None:
        """The row of one question, or ``None`` where no fact answers it."""
        pk = self.localized_ids.get(measure_id or 0)
        wanted = [q for q in self.questions if q.pk == pk and pk in self.answered_ids]
        return next(iter(self._rows(wanted)), None)

    def _rows(self, questions: Sequence[Question]) -> list[Row]:
        columns = [treatment.pk for treatment in self.treatments]
        for each in questions:
            if each.pk not in self._row_cache:
                found = row(each, columns, self.facts, self.treatment_names)
                self._row_cache[each.pk] = found
        return [self._row_cache[each.pk] for each in questions]


def load_facts(
    treatment_ids: Sequence[int], locale_id: int, measure_ids: Sequence[int] = ()
) -> FactSet:
    """
    The published facts of some treatments, for a page in one locale.

    ``measure_ids`` are questions wanted besides those that the facts answer.
    """
    fact_set = FactSet()
    found: dict[int, list[Fact]] = {}
    for original, chosen in _published_treatments(treatment_ids):
        fact_set.treatments.append(chosen)
        fact_set.original_ids.append(original.pk)
        raws = _published_facts(original, chosen)
        found[chosen.pk] = [fact_from_raw(raw) for raw in raws]
    if not treatment_ids:
        return fact_set
    facts = [fact for own in found.values() for fact in own]
    _add_questions(fact_set, {f.question for f in facts} | {*measure_ids}, locale_id)
    _add_names(fact_set, {f.other_treatment for f in facts}, locale_id)
    _add_sources(fact_set, {each.source for f in facts for each in f.citations})
    for pk, own in found.items():
        fact_set.facts[pk] = [
            replace(fact, question=fact_set.localized_ids[fact.question])
            for fact in own
            if fact.question in fact_set.localized_ids
        ]
    return fact_set


def _published_treatments(
    treatment_ids: Sequence[int],
) -> Iterator[tuple[Treatment, Treatment]]:
    """Pairs of the original and the translation chosen, where that is published."""
    translations = _translations(Treatment, treatment_ids) if treatment_ids else {}
    for pk in dict.fromkeys(treatment_ids):
        family = translations.get(pk, [])
        chosen = next((each for each in family if each.pk == pk and each.live), None)
        if chosen is not None:
            yield family[0], chosen


def _published_facts(original: Treatment, chosen: Treatment) -> list[RawFact]:
    """Stored facts of the original, in the words of the translation chosen."""
    if not original.live:
        return []
    raws: list[RawFact] = list(original.facts.raw_data)
    if chosen.pk == original.pk:
        return raws
    own = {raw.get("id"): raw for raw in chosen.facts.raw_data}
    return [with_translated_text(raw, own.get(raw.get("id"))) for raw in raws]


def with_translations(model: Any, keys: Iterable[Any]) -> Any:
    """A queryset of what these keys name, in all its languages."""
    named = model.objects.filter(pk__in=[key for key in keys if key])
    return model.objects.filter(translation_key__in=named.values("translation_key"))


def _translations(model: Any, keys: Iterable[Any]) -> dict[int, list[Any]]:
    """For each key, all translations of what it names, the original first."""
    by_family: dict[Any, list[Any]] = {}
    for each in with_translations(model, keys).order_by("pk"):
        by_family.setdefault(each.translation_key, []).append(each)
    return {each.pk: family for family in by_family.values() for each in family}


def _localized(model: Any, keys: set[Any], locale_id: int) -> Iterator[tuple[int, Any]]:
    """For each key the published translation in a locale, or else the first one."""
    for pk, family in _translations(model, keys).items() if any(keys) else ():
        live = [each for each in family if each.live]
        own = [each for each in live if each.locale_id == locale_id]
        if live:
            yield pk, [*own, *live][0]


def _add_questions(fact_set: FactSet, keys: set[Any], locale_id: int) -> None:
    measures: dict[int, Measure] = {}
    for pk, measure in _localized(Measure, keys, locale_id):
        measures[measure.pk] = measure
        fact_set.localized_ids[pk] = measure.pk
    in_order = sorted(
        measures.values(),
        key=lambda each: (GROUP_ORDER.index(each.group), each.order, each.question),
    )
    fact_set.questions = [measure.as_question() for measure in in_order]


def _add_names(fact_set: FactSet, keys: set[Any], locale_id: int) -> None:
    for pk, treatment in _localized(Treatment, keys, locale_id):
        fact_set.treatment_names[pk] = treatment.label


def _add_sources(fact_set: FactSet, keys: set[int]) -> None:
    if keys:
        sources = Source.objects.filter(live=True).select_related("superseded_by")
        fact_set.sources = sources.in_bulk(keys)
