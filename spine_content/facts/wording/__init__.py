"""The sentences that a fact becomes: one module for each kind, and what they share."""

from spine_content.facts.wording.statement import sentence, statement

__all__ = ["sentence", "statement"]
