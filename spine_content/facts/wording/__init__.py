"""One fact in words: a module for each kind of fact, and those that they share."""

from spine_content.facts.wording.statement import sentence, statement

__all__ = ["sentence", "statement"]
