"""A count as a phrase: “8 of 1,000 people”."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import ngettext_lazy

from spine_content.facts.choices import Per
from spine_content.facts.counts import Count, scaled
from spine_content.facts.wording.formatting import written

SOME: dict[str, Promise] = {
    Per.PEOPLE: ngettext_lazy(
        "%(number)s of %(total)s person", "%(number)s of %(total)s people", "plural"
    ),
    Per.VERTEBRAE: ngettext_lazy(
        "%(number)s of %(total)s bone", "%(number)s of %(total)s bones", "plural"
    ),
    Per.PROCEDURES: ngettext_lazy(
        "%(number)s of %(total)s procedure",
        "%(number)s of %(total)s procedures",
        "plural",
    ),
}

NONE: dict[str, Promise] = {
    Per.PEOPLE: ngettext_lazy(
        "none of %(total)s person", "none of %(total)s people", "plural"
    ),
    Per.VERTEBRAE: ngettext_lazy(
        "none of %(total)s bone", "none of %(total)s bones", "plural"
    ),
    Per.PROCEDURES: ngettext_lazy(
        "none of %(total)s procedure", "none of %(total)s procedures", "plural"
    ),
}

ALL: dict[str, Promise] = {
    Per.PEOPLE: ngettext_lazy(
        "%(total)s of %(total)s person", "all %(total)s people", "plural"
    ),
    Per.VERTEBRAE: ngettext_lazy(
        "%(total)s of %(total)s bone", "all %(total)s bones", "plural"
    ),
    Per.PROCEDURES: ngettext_lazy(
        "%(total)s of %(total)s procedure", "all %(total)s procedures", "plural"
    ),
}

TOO_FEW: dict[str, Promise] = {
    Per.PEOPLE: ngettext_lazy(
        "Only %(total)s person was counted. That is too few to be sure.",
        "Only %(total)s people were counted. That is too few to be sure.",
        "plural",
    ),
    Per.VERTEBRAE: ngettext_lazy(
        "Only %(total)s bone was counted. That is too few to be sure.",
        "Only %(total)s bones were counted. That is too few to be sure.",
        "plural",
    ),
    Per.PROCEDURES: ngettext_lazy(
        "Only %(total)s procedure was counted. That is too few to be sure.",
        "Only %(total)s procedures were counted. That is too few to be sure.",
        "plural",
    ),
}


def is_exact(count: Count, base: int) -> bool:
    """Whether the count is told as it was counted, and not out of ``base``."""
    return count.is_few or count.is_none or count.is_all or count.denominator == base


def told(count: Count, per: str, base: int) -> str:
    """The count out of ``base``, or as it was counted where only that is fair."""
    if not is_exact(count, base):
        return out_of(scaled(*count, base), base, per)
    if count.is_none:
        return _phrase(NONE, per, 0, count.denominator)
    if count.is_all:
        return _phrase(ALL, per, *count)
    return out_of(*count, per)


def out_of(number: int, total: int, per: str) -> str:
    """“8 of 1,000 people”, whatever the numbers are."""
    return _phrase(SOME, per, number, total)


def too_few(total: int, per: str) -> str:
    """A sentence of caution about a small count."""
    return _phrase(TOO_FEW, per, 0, total)


def _phrase(phrases: dict[str, Promise], per: str, number: int, total: int) -> str:
    phrase: Any = phrases.get(per, phrases[Per.PEOPLE])
    words = {"number": written(number), "total": written(total)}
    return str(phrase % {**words, "plural": total})
