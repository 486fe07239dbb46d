"""Facts side by side: a row for each question, a cell for each treatment."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from spine_content.facts.choices import Group, Status
from spine_content.facts.comparability import differences
from spine_content.facts.counts import Count, row_base, shown_counts
from spine_content.facts.types import Cell, Fact, Frequency, Question, Row
from spine_content.facts.wording import statement

#: Facts of each treatment, by its key.
Facts = Mapping[int, Sequence[Fact]]


def row(
    question: Question,
    columns: Sequence[int],
    facts: Facts,
    treatments: Mapping[int, str],
) -> Row:
    """
    The answers of some treatments to a question, with one base for all counts.

    ``columns`` are keys of treatments in their order. ``treatments`` are the names, by
    key, of those that others in studies had.
    """
    answers = [_answers(question, facts.get(column, ())) for column in columns]
    base = row_base(_counts(answers), question.base)
    cells = tuple(
        Cell(
            column, tuple(statement(fact, question, base, treatments) for fact in found)
        )
        for column, found in zip(columns, answers, strict=True)
    )
    return Row(question, base, cells, differences(answers, columns))


def rows_by_group(rows: Iterable[Row]) -> list[tuple[Group, list[Row]]]:
    """The rows of each group that has any, in the order of groups on a page."""
    groups: dict[str, list[Row]] = {group: [] for group in Group}
    for each in rows:
        groups[each.question.group].append(each)
    return [(Group(key), found) for key, found in groups.items() if found]


def shared_questions(
    questions: Iterable[Question], columns: Iterable[int], facts: Facts
) -> list[Question]:
    """Questions with an answer, were it “not known”, for two columns or more."""
    answered = [{fact.question for fact in facts.get(key, ())} for key in {*columns}]
    shared = [
        question
        for question in questions
        if sum(question.pk in keys for keys in answered) > 1
    ]
    order = [group.value for group in Group]
    return sorted(shared, key=lambda question: order.index(question.group))


def _answers(question: Question, facts: Sequence[Fact]) -> list[Fact]:
    """The facts that answer a question, or one with the status *not known*."""
    own = [_matching_kind(f, question) for f in facts if f.question == question.pk]
    unknown = Fact("", question.pk, question.kind, status=Status.NOT_KNOWN)
    return own or [unknown]


def _matching_kind(fact: Fact, question: Question) -> Fact:
    """A fact of another kind does not answer the question, whatever it says."""
    if fact.kind == question.kind:
        return fact
    return replace(fact, kind=question.kind, value=None)


def _counts(answers: Iterable[Iterable[Fact]]) -> list[Count]:
    """All counts that the statements of a row show."""
    return [
        count
        for cell in answers
        for fact in cell
        if fact.status == Status.KNOWN and isinstance(fact.value, Frequency)
        for count in shown_counts(fact.value)
    ]
