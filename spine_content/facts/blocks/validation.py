"""What publishing a fact refuses: a message for each field that cannot be right."""

from collections.abc import Callable
from typing import Any

from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from spine_content.clinic.models import MAX_DAY
from spine_content.facts.choices import (
    CURRENCIES,
    NEEDS_SOURCE,
    Comparator,
    Kind,
    Status,
    TimeUnit,
)
from spine_content.facts.timespans import parse_time_unit

#: Messages by name of the field.
Errors = dict[str, Any]

# A slip of the finger has no public page: no true answer goes beyond these.
MOST_PEOPLE = 10_000_000
MOST_STUDIES = 10_000
MOST_POINTS = 100_000
# Some currencies count a cup of coffee in ten thousands.
MOST_MONEY = 10_000_000_000
MOST_OF_ANY_UNIT = 1_000_000
#: Only what is given in years may be longer than ten of them.
MOST_OF_TIME_UNIT = {
    TimeUnit.DAYS: MAX_DAY,
    TimeUnit.WEEKS: 520,
    TimeUnit.MONTHS: 120,
    TimeUnit.YEARS: 100,
}
#: What fits into a cell of a table.
MOST_WORDS = 25

#: Statuses that say something which has to come from somewhere.
NEEDS_BASIS = frozenset({Status.KNOWN, Status.CONFLICTING})


def fact_errors(kind: Kind, value: Any) -> Errors:
    """All messages for a fact of a kind, about the answer and what surrounds it."""
    errors = {**_question_errors(kind, value), **_time_errors(value)}
    if value["comparator"] == Comparator.OTHER and not value["other_treatment"]:
        errors["other_treatment"] = _("Say which treatment the others had.")
    if value["status"] in NEEDS_BASIS:
        errors.update(_source_errors(value))
    checked_on, check_by = value["checked_on"], value["check_by"]
    if checked_on and check_by and check_by < checked_on:
        errors["check_by"] = _("It must not be before the day it was checked.")
    if value["status"] == Status.KNOWN:
        errors.update(ANSWER_ERRORS[kind](value))
    return errors


def _question_errors(kind: Kind, value: Any) -> Errors:
    measure = value["measure"]
    if measure is None or measure.kind == kind:
        return {}
    message = _(
        "This question asks for another kind of answer: “%(kind)s”. Choose another "
        "question, or add that kind of fact."
    )
    return {"measure": message % {"kind": measure.get_kind_display()}}


def _time_errors(value: Any) -> Errors:
    if value["time"] is not None and value["time"] < 0:
        return {"time": _("It cannot be before the treatment.")}
    if value["time"] is not None and not value["time_unit"]:
        return {"time_unit": _("Say whether these are days, weeks, months or years.")}
    return _above(value, _most_of_unit(value["time_unit"]), "time")


def _source_errors(value: Any) -> Errors:
    if not value["basis"]:
        return {"basis": _("Say what it rests on.")}
    if value["basis"] in NEEDS_SOURCE and not len(value["sources"]):
        return {"sources": _("Choose the source that it comes from.")}
    return {}


def _frequency_errors(value: Any) -> Errors:
    errors = _count_errors(value, "")
    if not errors and value["numerator"] is None and value["percentage"] is None:
        errors["numerator"] = _("Enter the count, or a percentage below.")
    if value["studies"] is not None and value["studies"] < 1:
        errors["studies"] = _("It takes at least one study.")
    errors.update(_above(value, MOST_STUDIES, "studies"))
    errors.update(_count_errors(value, "compared_"))
    others = (value["compared_numerator"], value["compared_percentage"])
    if others != (None, None) and value["comparator"] == Comparator.NONE:
        errors["comparator"] = _("Say what the others had.")
    return errors


def _count_errors(value: Any, prefix: str) -> Errors:
    """What is wrong with a count or percentage; nothing where there is neither."""
    names = [f"{prefix}{name}" for name in ("numerator", "denominator", "percentage")]
    count, total, percentage = (value[name] for name in names)
    if count is None and total is None:
        wrong = percentage is not None and not 0 <= percentage <= 100
        return {names[2]: _("A percentage lies between 0 and 100.")} if wrong else {}
    if percentage is not None:
        return {names[2]: _("Leave this empty: the count says it all.")}
    if count is None:
        return {names[0]: _("Enter how many.")}
    if total is None:
        return {names[1]: _("Enter out of how many.")}
    if total <= 0:
        return {names[1]: _("It must be at least 1.")}
    if errors := _above(value, MOST_PEOPLE, *names[:2]):
        return errors
    if count < 0:
        return {names[0]: _("It cannot be below zero.")}
    if count > total:
        return {names[0]: _("It cannot be more than the number it is out of.")}
    return {}


def _scale_difference_errors(value: Any) -> Errors:
    low, high = value["scale_low"], value["scale_high"]
    if errors := _above(value, MOST_POINTS, "scale_low", "scale_high"):
        return errors
    if None in (low, high) or low >= high:
        return {"scale_high": _("It must be above the lowest point.")}
    errors = _interval_errors(value)
    if value["difference"] is None:
        errors["difference"] = _("Enter how many points.")
    for name in ("difference", "ci_low", "ci_high"):
        if value[name] is not None and abs(value[name]) > high - low:
            errors[name] = _("That is more than the whole scale.")
    baseline, noticeable = value["baseline"], value["noticeable"]
    if baseline is not None and not low <= baseline <= high:
        errors["baseline"] = _("It must lie on the scale.")
    if noticeable is not None and not 0 < noticeable <= high - low:
        errors["noticeable"] = _("It must be above zero and within the scale.")
    if value["comparator"] == Comparator.NONE:
        errors["comparator"] = _("Say what the others had: it is a difference.")
    return errors


def _interval_errors(value: Any) -> Errors:
    low, high, difference = value["ci_low"], value["ci_high"], value["difference"]
    if low is None and high is None:
        return {}
    if low is None or high is None:
        name = "ci_low" if low is None else "ci_high"
        return {name: _("Enter both ends, or neither.")}
    if difference is None or low <= difference <= high:
        return {}
    return {"ci_low": _("The difference itself must lie between the two ends.")}


def _range_errors(value: Any) -> Errors:
    names = ("low", "typical", "high")
    low, typical, high = (value[name] for name in names)
    if (low, typical, high) == (None, None, None):
        return {"low": _("Enter at least one of the three numbers.")}
    most = _most_of_unit(value["measure"].unit if value["measure"] else "")
    if errors := _below_zero(value, *names) or _above(value, most, *names):
        return errors
    if _is_above(low, high):
        return {"high": _("It must not be below where it starts.")}
    if _is_above(low, typical) or _is_above(typical, high):
        return {"typical": _("It must lie between the other two.")}
    return {}


def _money_errors(value: Any) -> Errors:
    low, high = value["low"], value["high"]
    errors = _below_zero(value, "low", "high")
    errors = errors or _above(value, MOST_MONEY, "low", "high")
    if low is None and high is None:
        errors["low"] = _("Enter an amount.")
    if _is_above(low, high):
        errors["high"] = _("It must not be below where it starts.")
    if value["currency"].upper() not in CURRENCIES:
        errors["currency"] = _(
            "There is no such currency. Enter its three letters, such as GBP."
        )
    if value["as_of"] is None:
        errors["as_of"] = _("Say on which day this price was right.")
    elif value["as_of"] > timezone.localdate():
        errors["as_of"] = _("This day is still to come.")
    return errors


def _answer_errors(value: Any) -> Errors:
    if not value["verdict"] and not value["text"]:
        return {"text": _("Give an answer, in short or in words.")}
    if len(value["text"].split()) > MOST_WORDS:
        return {"text": _("Use at most 25 words, so that it fits into a table.")}
    return {}


#: What is wrong or missing in the answer itself, by kind.
ANSWER_ERRORS: dict[Kind, Callable[[Any], Errors]] = {
    Kind.FREQUENCY: _frequency_errors,
    Kind.SCALE: _scale_difference_errors,
    Kind.RANGE: _range_errors,
    Kind.MONEY: _money_errors,
    Kind.ANSWER: _answer_errors,
}


def _most_of_unit(unit: str) -> int:
    """The most there can be of a unit that an editor typed."""
    found = parse_time_unit(unit)
    return MOST_OF_TIME_UNIT[found] if found else MOST_OF_ANY_UNIT


def _above(value: Any, most: int, *names: str) -> Errors:
    """A message for each of the named numbers that is beyond ``most``."""
    message = _("It cannot be more than %(most)s. Please check the number.") % {
        "most": number_format(most, use_l10n=True, force_grouping=True)
    }
    return {
        name: message
        for name in names
        if value[name] is not None and abs(value[name]) > most
    }


def _below_zero(value: Any, *names: str) -> Errors:
    """A message for each of the named numbers that is negative."""
    return {
        name: _("It cannot be below zero.")
        for name in names
        if value[name] is not None and value[name] < 0
    }


def _is_above(first: Any, second: Any) -> bool:
    """Whether both are there, and the first is the larger one."""
    return first is not None and second is not None and first > second
