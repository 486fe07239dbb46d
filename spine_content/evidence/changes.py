"""What changed between two states of a fact."""

from dataclasses import replace

from spine_content.evidence.facts import Answer, Fact, Money, Value


def number_changed(before: Fact, after: Fact) -> bool:
    """Whether the two say something else, and not only in other words."""
    return _without_words(before) != _without_words(after)


def _without_words(fact: Fact) -> Fact:
    return replace(
        fact,
        id="",
        value=_value_without_words(fact.value),
        population="",
        measured_how="",
        basis="",
        citations=(),
        checked_on=None,
        check_by=None,
        note="",
    )


def _value_without_words(value: Value | None) -> Value | None:
    if isinstance(value, Money):
        return replace(value, covers="")
    if isinstance(value, Answer):
        return replace(value, text="")
    return value
