"""What changed in the numbers that a page shows, and which pages to look at again."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from spine_content.facts.changes import FactChange
from spine_content.facts.queries import FactBook
from spine_content.facts.rows import row
from spine_content.facts.statements import Row
from spine_content.facts.types import Fact, Question

#: How many changes a page tells, the latest first.
CHANGES_TOLD = 10


def told_changes(
    book: FactBook, shown: Sequence[Row], since: datetime.datetime | None
) -> list[tuple[datetime.datetime, str]]:
    """When each number on a page changed since then, and a sentence that says how."""
    if not book.originals or since is None:
        return []
    changes = FactChange.objects.filter(
        treatment__in=book.originals, changed_at__gt=since
    ).select_related("measure")
    labels = {
        original: treatment.label
        for original, treatment in zip(book.originals, book.treatments, strict=True)
    }
    questions = {row.question.pk: row.question for row in shown}
    told = []
    for change in changes[: 5 * CHANGES_TOLD]:
        question = _question(change, book, questions)
        if question:
            label = labels[change.treatment_id]
            sentence = change_sentence(question, label, change.facts, book.names)
            told.append((change.changed_at, sentence))
    return told[:CHANGES_TOLD]


@dataclass(frozen=True)
class Told:
    """One line of what changed on a page, with the day from which it is so."""

    day: datetime.date
    text: str
    #: As a note of an editor has it; of a number that changed, none.
    kind: str = ""


def in_order(
    changes: Sequence[tuple[datetime.datetime, str]], notes: Sequence[Any]
) -> list[Told]:
    """What changed in numbers and what editors noted, the latest first."""
    told = [Told(timezone.localdate(time), text) for time, text in changes]
    told += [Told(note["published_on"], note["text"], note["kind"]) for note in notes]
    return sorted(told, key=lambda each: each.day, reverse=True)


def _question(
    change: FactChange, book: FactBook, shown: dict[int, Question]
) -> Question | None:
    key = book.standing_for.get(change.measure_id, change.measure_id)
    # What nobody answers any more is told by every page that may have shown it.
    gone = None if key in book.answered else change.measure.as_question()
    return shown.get(key, gone)


def change_sentence(
    question: Question,
    treatment: str,
    facts: tuple[Fact | None, Fact | None],
    names: dict[int, str],
) -> str:
    """How the answer of a treatment to a question changed, in one sentence."""
    there = [replace(fact, question=question.pk) for fact in facts if fact]
    both = row(question, range(len(there)), dict(enumerate([f] for f in there)), names)
    before, *after = [cell.statements[0].headline for cell in both.cells]
    words = {"question": question.text, "treatment": treatment, "before": before}
    return _wording(facts, [before, *after]) % {**words, "after": [before, *after][-1]}


def _wording(facts: tuple[Fact | None, Fact | None], said: list[str]) -> str:
    if facts[0] is None:
        return _("“%(question)s” (%(treatment)s) is new: “%(after)s”.")
    if facts[1] is None:
        return _("“%(question)s” (%(treatment)s) was taken out. It said “%(before)s”.")
    if said[0] == said[1]:
        # Two counts may read the same out of 100.
        return _(
            "“%(question)s” (%(treatment)s) still says “%(before)s”, but what stands "
            "behind it has changed."
        )
    return _(
        "“%(question)s” (%(treatment)s) said “%(before)s”. It now says “%(after)s”."
    )
