"""Evidence as its readers get it."""

from spine_content.facts.rows import row
from spine_content.facts.types import Question
from spine_content.facts.wording import sentence
from tests.facts.published import NAMES


def statement_of(fact, question=None, base=100):
    """The statement of a fact that is alone in its row."""
    question = question or Question(fact.question, "How many?", fact.kind, base=base)
    (cell,) = row(question, [1], {1: [fact]}, NAMES).cells
    (statement,) = cell.statements
    return statement


def headline(fact, question=None, base=100):
    return statement_of(fact, question, base).headline


def headlines(question, *facts):
    """The headlines of a row with one fact in each cell."""
    columns = range(1, len(facts) + 1)
    cells = {column: [fact] for column, fact in zip(columns, facts, strict=True)}
    found = row(question, list(columns), cells, NAMES)
    return [statement.headline for cell in found.cells for statement in cell.statements]


def all_words(statement):
    """All the words of a statement."""
    return sentence(statement, Question(1, ""))
