"""A confidence interval, for somebody who has never heard of one."""

from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from spine_content.evidence.facts import ScaleDifference
from spine_content.evidence.wording.numbers import plural, written


def interval(value: ScaleDifference) -> str:
    """Between which two numbers the truth may well lie, in a sentence."""
    if value.ci_low is None or value.ci_high is None:
        return ""
    low, high = sorted((value.ci_low, value.ci_high))
    if low == high:
        return ""
    if low < 0 < high:
        return _either_way(abs(low), high)
    if high > 0:
        return _better(low, high)
    return _worse(abs(high), abs(low))


def _either_way(worse: Decimal, better: Decimal) -> str:
    wording = _(
        "The true difference could be anything from %(worse)s worse to "
        "%(better)s better."
    )
    return wording % {"worse": _points(worse), "better": _points(better)}


def _better(low: Decimal, high: Decimal) -> str:
    if low:
        wording = _(
            "The true difference could be anything from %(low)s to %(high)s better."
        )
    else:
        wording = _(
            "The true difference could be anything from none to %(high)s better."
        )
    return wording % {"low": written(low), "high": _points(high)}


def _worse(low: Decimal, high: Decimal) -> str:
    if low:
        wording = _(
            "The true difference could be anything from %(low)s to %(high)s worse."
        )
    else:
        wording = _(
            "The true difference could be anything from none to %(high)s worse."
        )
    return wording % {"low": written(low), "high": _points(high)}


def _points(number: Decimal) -> str:
    points = ngettext("%(number)s point", "%(number)s points", plural(number))
    return points % {"number": written(number)}
