"""Numbers that changed while they were public: how they are stored and worded."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spine_content.facts.comparability import number_changed
from spine_content.facts.raw_data import RawFact, fact_from_raw
from spine_content.facts.rows import row
from spine_content.facts.types import Fact, Question, Row

if TYPE_CHECKING:
    from spine_content.facts.queries import FactSet

#: How many changed numbers a page lists, the latest first.
MAX_ENTRIES = 10


class FactChange(models.Model):
    """
    A number of a treatment that changed, or came, or went, while it was public.

    It keeps both facts as they were stored, so that every page which shows the fact
    can say what changed in words of its own.
    """

    treatment = models.ForeignKey(
        "spine_content.Treatment",
        verbose_name=gettext_lazy("treatment"),
        on_delete=models.CASCADE,
        related_name="fact_changes",
    )
    measure = models.ForeignKey(
        "spine_content.Measure",
        verbose_name=gettext_lazy("question"),
        on_delete=models.CASCADE,
        related_name="+",
    )
    changed_at = models.DateTimeField(
        gettext_lazy("changed"), default=timezone.now, db_index=True
    )
    before = models.JSONField(gettext_lazy("before"), null=True)
    after = models.JSONField(gettext_lazy("after"), null=True)

    class Meta:
        verbose_name = gettext_lazy("changed fact")
        verbose_name_plural = gettext_lazy("changed facts")
        ordering = ["-changed_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.treatment_id}: {self.measure_id}"

    @property
    def facts(self) -> tuple[Fact | None, Fact | None]:
        """The fact before and after; ``None`` where there was none."""
        before, after = self.before, self.after
        return (
            fact_from_raw(before) if before else None,
            fact_from_raw(after) if after else None,
        )


def record_changes(
    treatment_id: int, before: list[RawFact], after: list[RawFact]
) -> None:
    """Store every number that changed between two published states of a treatment."""
    FactChange.objects.bulk_create(
        FactChange(
            treatment_id=treatment_id, measure_id=measure_id, before=old, after=new
        )
        for old, new in changed_pairs(before, after)
        if (measure_id := _measure_id(new or old))
    )


def changed_pairs(before: list[RawFact], after: list[RawFact]) -> list[tuple[Any, Any]]:
    """
    Pairs of stored facts, before and after, whose numbers are not the same.

    Facts are known by the id of their block. A fact that moved to another question is
    one that went and one that came.
    """
    olds, news = ({raw.get("id"): raw for raw in raws} for raws in (before, after))
    pairs: list[tuple[Any, Any]] = []
    for key in dict.fromkeys([*olds, *news]):
        old, new = olds.get(key), news.get(key)
        if old and new and _measure_id(old) != _measure_id(new):
            pairs += [(old, None), (None, new)]
        elif not (old and new) or number_changed(
            fact_from_raw(old), fact_from_raw(new)
        ):
            pairs.append((old, new))
    return pairs


def _measure_id(raw: Any) -> int | None:
    measure_id: int | None = raw["value"].get("measure")
    return measure_id


def changelog(
    fact_set: FactSet, shown: Sequence[Row], since: datetime.datetime | None
) -> list[tuple[datetime.datetime, str]]:
    """
    When each number on a page changed after ``since``, and a sentence on how.

    At most ``MAX_ENTRIES``, the latest first. ``shown`` are the rows of the page.
    """
    if not fact_set.original_ids or since is None:
        return []
    changes = FactChange.objects.filter(
        treatment__in=fact_set.original_ids, changed_at__gt=since
    ).select_related("measure")
    treatments = zip(fact_set.original_ids, fact_set.treatments, strict=True)
    labels = {original_id: treatment.label for original_id, treatment in treatments}
    questions = {row.question.pk: row.question for row in shown}
    entries = []
    for change in changes[: 5 * MAX_ENTRIES]:
        if question := _shown_question(change, fact_set, questions):
            label = labels[change.treatment_id]
            text = change_sentence(
                question, label, change.facts, fact_set.treatment_names
            )
            entries.append((change.changed_at, text))
    return entries[:MAX_ENTRIES]


def _shown_question(
    change: FactChange, fact_set: FactSet, shown: dict[int, Question]
) -> Question | None:
    pk = fact_set.localized_ids.get(change.measure_id, change.measure_id)
    # A question that has no answer any more may have been on any page.
    removed = None if pk in fact_set.answered_ids else change.measure.as_question()
    return shown.get(pk, removed)


def change_sentence(
    question: Question,
    treatment: str,
    facts: tuple[Fact | None, Fact | None],
    names: dict[int, str],
) -> str:
    """How the answer of a treatment to a question changed, in one sentence."""
    known = [replace(fact, question=question.pk) for fact in facts if fact]
    cells = {column: [fact] for column, fact in enumerate(known)}
    both = row(question, list(cells), cells, names).cells
    headlines = [cell.statements[0].headline for cell in both]
    words = {"question": question.text, "treatment": treatment}
    words.update(before=headlines[0], after=headlines[-1])
    return _change_wording(facts, words["before"] == words["after"]) % words


def _change_wording(facts: tuple[Fact | None, Fact | None], is_same: bool) -> str:
    if facts[0] is None:
        return _("“%(question)s” (%(treatment)s) is new: “%(after)s”.")
    if facts[1] is None:
        return _("“%(question)s” (%(treatment)s) was taken out. It said “%(before)s”.")
    if is_same:
        # Two counts may read the same out of 100.
        return _(
            "“%(question)s” (%(treatment)s) still says “%(before)s”, but what stands "
            "behind it has changed."
        )
    return _(
        "“%(question)s” (%(treatment)s) said “%(before)s”. It now says “%(after)s”."
    )


@dataclass(frozen=True)
class ChangeEntry:
    """One line of what changed on a page, with the day from which it is so."""

    day: datetime.date
    text: str
    #: The kind of an editor's note; empty for a number that changed.
    kind: str = ""


def with_notes(
    changes: Sequence[tuple[datetime.datetime, str]], notes: Sequence[Any]
) -> list[ChangeEntry]:
    """The changed numbers of ``changelog`` and editors' notes, the latest first."""
    entries = [ChangeEntry(timezone.localdate(time), text) for time, text in changes]
    entries += [
        ChangeEntry(note["published_on"], note["text"], note["kind"]) for note in notes
    ]
    return sorted(entries, key=lambda entry: entry.day, reverse=True)
