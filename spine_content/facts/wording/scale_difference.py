"""How much better or worse on a scale, and whether anybody would notice."""

from collections.abc import Mapping
from decimal import Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from spine_content.facts.choices import Better, Certainty
from spine_content.facts.types import Fact, ScaleDifference, Statement
from spine_content.facts.wording.phrases import (
    compared_with,
    format_number,
    plural_number,
    qualify,
)

NO_DIFFERENCE: dict[str, Promise] = {
    Certainty.MODERATE: gettext_lazy("Probably no difference"),
    Certainty.LOW: gettext_lazy("There may be no difference"),
    Certainty.VERY_LOW: gettext_lazy(
        "We are very uncertain: there may be no difference"
    ),
}

EITHER_WAY = gettext_lazy(
    "The true difference could be anything from %(worse)s worse to %(better)s better."
)
#: From a number of points, or from none.
BETTER: tuple[Promise, Promise] = (
    gettext_lazy(
        "The true difference could be anything from %(low)s to %(high)s better."
    ),
    gettext_lazy("The true difference could be anything from none to %(high)s better."),
)
WORSE: tuple[Promise, Promise] = (
    gettext_lazy(
        "The true difference could be anything from %(low)s to %(high)s worse."
    ),
    gettext_lazy("The true difference could be anything from none to %(high)s worse."),
)


def scale_difference_statement(
    fact: Fact, value: ScaleDifference, treatments: Mapping[int, str]
) -> Statement:
    """The difference, what it was compared with, and all it takes to judge it."""
    return Statement(
        fact,
        headline=_headline(value.difference, fact.certainty),
        compared=compared_with(fact, treatments),
        details=(_scale(value), _baseline(value), interval(value)),
        cautions=_cautions(value),
    )


def _headline(difference: Decimal, certainty: str) -> str:
    if difference == 0:
        return str(NO_DIFFERENCE.get(certainty, _("No difference")))
    size = plural_number(abs(difference))
    if difference > 0:
        answer = ngettext("%(points)s point better", "%(points)s points better", size)
    else:
        answer = ngettext("%(points)s point worse", "%(points)s points worse", size)
    return qualify(answer % {"points": format_number(abs(difference))}, certainty)


def _scale(value: ScaleDifference) -> str:
    if value.better == Better.HIGHER:
        text = _(
            "On a scale from %(low)s to %(high)s, where a higher number is better."
        )
    else:
        text = _("On a scale from %(low)s to %(high)s, where a lower number is better.")
    low, high = format_number(value.scale_low), format_number(value.scale_high)
    return text % {"low": low, "high": high}


def _baseline(value: ScaleDifference) -> str:
    if value.baseline is None:
        return ""
    points = format_number(value.baseline)
    return _("People started at %(points)s on average.") % {"points": points}


def _cautions(value: ScaleDifference) -> tuple[str, ...]:
    if value.difference == 0:
        return ()
    found = []
    low, high = value.ci_low, value.ci_high
    if low is not None and high is not None and low <= 0 <= high:
        found.append(_("This may be chance."))
    if value.noticeable is not None and abs(value.difference) < value.noticeable:
        found.append(_("Too small for most people to notice."))
    return tuple(found)


def interval(value: ScaleDifference) -> str:
    """Between which two numbers the truth may well lie, in a sentence."""
    if value.ci_low is None or value.ci_high is None:
        return ""
    low, high = sorted((value.ci_low, value.ci_high))
    if low == high:
        return ""
    if low < 0 < high:
        words = {"worse": _points(-low), "better": _points(high)}
        return str(EITHER_WAY) % words
    if high > 0:
        return _one_way(BETTER, low, high)
    return _one_way(WORSE, -high, -low)


def _one_way(wordings: tuple[Promise, Promise], near: Decimal, far: Decimal) -> str:
    wording, from_none = wordings
    words = {"low": format_number(near), "high": _points(far)}
    return str(wording if near else from_none) % words


def _points(number: Decimal) -> str:
    points = ngettext("%(number)s point", "%(number)s points", plural_number(number))
    return points % {"number": format_number(number)}
