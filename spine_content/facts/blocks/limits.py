"""What no true answer goes beyond: a slip of the finger has no public page."""

from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from spine_content.clinic.models import MAX_DAY
from spine_content.facts.choices import TimeUnit
from spine_content.facts.timespans import time_unit

COUNTED = 10_000_000
STUDIES = 10_000
POINTS = 100_000
# Some currencies count a cup of coffee in ten thousands.
MONEY = 10_000_000_000
ANYTHING = 1_000_000
#: Only what is told in years may be longer than ten of them.
TIME = {
    TimeUnit.DAYS: MAX_DAY,
    TimeUnit.WEEKS: 520,
    TimeUnit.MONTHS: 120,
    TimeUnit.YEARS: 100,
}


def most_of(unit: str) -> int:
    """The most there can be of a unit that an editor typed."""
    found = time_unit(unit)
    return TIME[found] if found else ANYTHING


def too_much(value: Any, most: int, *names: str) -> dict[str, Any]:
    """A message for each of the named numbers that is beyond ``most``."""
    message = _("It cannot be more than %(most)s. Please check the number.") % {
        "most": number_format(most, use_l10n=True, force_grouping=True)
    }
    return {
        name: message
        for name in names
        if value[name] is not None and abs(value[name]) > most
    }


def below_zero(value: Any, *names: str) -> dict[str, Any]:
    """A message for each of the named numbers that is negative."""
    return {
        name: _("It cannot be below zero.")
        for name in names
        if value[name] is not None and value[name] < 0
    }
