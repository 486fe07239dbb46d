"""Headings that name a stretch of days after a procedure, which is day 0."""

import re

UNITS = {
    1: "days?|tage?|jours?|dias?",
    7: "weeks?|wochen?|semaines?|semanas?",
    30: "months?|monate?|mois|mes(?:es)?",
}
_NUMBERS = r"(\d{1,3})(?:\s*(?:-|–|—|to|bis|a|and|und|et|y)\s*(\d{1,3}))?"
_FIRST = r"(?:the )?(?:first|erster?|ersten|premiere?s?|primer[ao]?s?)"
BEFORE = {
    size: re.compile(rf"\b(?:{words})\s*{_NUMBERS}\b") for size, words in UNITS.items()
}
FIRST = {
    size: re.compile(rf"\b{_FIRST}\s+(?:(\d{{1,2}})\s+)?(?:{words})\b")
    for size, words in UNITS.items()
}
SAME_DAY = re.compile(
    r"\bday of (?:the|your) (?:surgery|operation|procedure)|operationstag"
    r"|jour de (?:l.|la |votre )|dia de (?:la |su )"
)


def days(heading: str) -> tuple[int, int] | None:
    """First and last day that a heading without accents names, if it names any."""
    words = heading.casefold()
    if SAME_DAY.search(words):
        return 0, 0
    for size, pattern in FIRST.items():
        if match := pattern.search(words):
            return 0, size * int(match[1] or 1) - 1
    for size, pattern in BEFORE.items():
        if match := pattern.search(words):
            return _span(size, int(match[1]), int(match[2] or match[1]))
    return None


def _span(size: int, first: int, last: int) -> tuple[int, int] | None:
    if last < first:
        return None
    if size == 1:
        return first, last
    # The first week is the one that begins on day 0.
    return max(first - 1, 0) * size, max(last, 1) * size - 1
