"""When, in whom and how something was measured: the same for every kind of fact."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy

from spine_content.facts.choices import TimeUnit
from spine_content.facts.types import Timeframe
from spine_content.facts.wording.formatting import ended, written

TIMES: dict[str, Promise] = {
    TimeUnit.DAYS: ngettext_lazy(
        "Measured after %(number)s day.", "Measured after %(number)s days.", "plural"
    ),
    TimeUnit.WEEKS: ngettext_lazy(
        "Measured after %(number)s week.", "Measured after %(number)s weeks.", "plural"
    ),
    TimeUnit.MONTHS: ngettext_lazy(
        "Measured after %(number)s month.",
        "Measured after %(number)s months.",
        "plural",
    ),
    TimeUnit.YEARS: ngettext_lazy(
        "Measured after %(number)s year.", "Measured after %(number)s years.", "plural"
    ),
}


def measured_when(timeframe: Timeframe | None) -> str:
    """How long after the treatment, in a sentence."""
    if timeframe is None or timeframe.number < 0 or timeframe.unit not in TIMES:
        return ""
    if timeframe.number == 0:
        return _("Measured on the day of the treatment.")
    sentence: Any = TIMES[timeframe.unit]
    words = {"number": written(timeframe.number)}
    return str(sentence % {**words, "plural": timeframe.number})


# Editors type the middle of these sentences: it comes after a colon, where it fits
# into any language without being bent.
def measured_in(population: str) -> str:
    """In whom, in a sentence."""
    people = population.strip()
    return ended(_("This is about: %(people)s") % {"people": people}) if people else ""


def measured_how(how: str) -> str:
    """By what means, in a sentence."""
    means = how.strip()
    return ended(_("How it was measured: %(how)s") % {"how": means}) if means else ""
