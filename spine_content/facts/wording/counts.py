"""A count as a phrase, “8 of 1,000 people”, and what it does not rule out."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext_lazy

from spine_content.facts.choices import Per
from spine_content.facts.counts import Count, scale_count, upper_bound
from spine_content.facts.wording.phrases import format_number

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

#: Pairs of how high and how low the true number may be.
BOUNDS: tuple[Promise, Promise] = (
    gettext_lazy("The true number could be as high as %(count)s."),
    gettext_lazy("The true number could be as low as %(count)s."),
)

# Where others were counted too, each caution says whom it is about.
TREATED_BOUNDS: tuple[Promise, Promise] = (
    gettext_lazy("With this choice, the true number could be as high as %(count)s."),
    gettext_lazy("With this choice, the true number could be as low as %(count)s."),
)

COMPARISON_BOUNDS: tuple[Promise, Promise] = (
    gettext_lazy("In the other group, the true number could be as high as %(count)s."),
    gettext_lazy("In the other group, the true number could be as low as %(count)s."),
)


def is_shown_as_counted(count: Count, base: int) -> bool:
    """Whether the count is shown as it was counted, and not out of ``base``."""
    return count.is_small or count.is_none or count.is_all or count.denominator == base


def count_phrase(count: Count, per: str, base: int) -> str:
    """The count out of ``base``, or as it was counted where only that is fair."""
    if not is_shown_as_counted(count, base):
        return out_of(scale_count(*count, base), base, per)
    if count.is_none:
        return _phrase(NONE, per, 0, count.denominator)
    if count.is_all:
        return _phrase(ALL, per, *count)
    return out_of(*count, per)


def out_of(number: int, total: int, per: str) -> str:
    """“8 of 1,000 people”, whatever the numbers are."""
    return _phrase(SOME, per, number, total)


def _phrase(phrases: dict[str, Promise], per: str, number: int, total: int) -> str:
    phrase: Any = phrases.get(per, phrases[Per.PEOPLE])
    words = {"number": format_number(number), "total": format_number(total)}
    return str(phrase % {**words, "plural": total})


def count_cautions(
    treated: Count | None, compared: Count | None, per: str, base: int
) -> list[str]:
    """Sentences of caution on the count, then on that of the others."""
    if treated and treated.is_small:
        # Whoever knows that gains nothing from hearing it of the others again.
        return [_phrase(TOO_FEW, per, 0, treated.denominator)]
    bounds = TREATED_BOUNDS if compared else BOUNDS
    found = [_bound(treated, bounds, per, base)] if treated else []
    if compared and compared.is_small:
        found.append(_("The other group was too small to be sure."))
    elif compared:
        found.append(_bound(compared, COMPARISON_BOUNDS, per, base))
    return [caution for caution in found if caution]


def _bound(count: Count, bounds: tuple[Promise, Promise], per: str, base: int) -> str:
    """How far from nobody, or from everybody, the truth may still be."""
    bound = upper_bound(count.denominator, base)
    high, low = bounds
    if count.is_none:
        return str(high) % {"count": out_of(bound, base, per)}
    if count.is_all:
        return str(low) % {"count": out_of(base - bound, base, per)}
    return ""
