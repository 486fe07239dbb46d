"""How many people: out of a round number, and always as it was counted, too."""

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from spine_content.facts.counts import (
    Count,
    comparison_count,
    proportions,
    scale_count,
    treated_count,
)
from spine_content.facts.icon_array import GRIDS, IconArray
from spine_content.facts.types import Fact, Frequency, Statement
from spine_content.facts.wording.counts import (
    count_cautions,
    count_phrase,
    is_shown_as_counted,
    out_of,
)
from spine_content.facts.wording.phrases import (
    comparator_label,
    compared_with,
    comparison_outcome,
    format_number,
    qualify,
)


def frequency_statement(
    fact: Fact, value: Frequency, base: int, treatments: Mapping[int, str]
) -> Statement | None:
    """The count and that of the others, or ``None`` where nothing was counted."""
    treated, compared = treated_count(value), comparison_count(value)
    proportion, other_proportion = proportions(value)
    if proportion is None:
        return None
    cautions = count_cautions(treated, compared, value.per, base)
    if value.may_be_chance:
        cautions.append(_("The difference may be chance."))
    label = comparator_label(fact, treatments)
    return Statement(
        fact=fact,
        headline=qualify(_phrase(treated, proportion, value, base), fact.certainty),
        raw=_source_count(value, treated, base),
        compared=_compared(fact, value, base, treatments),
        cautions=tuple(cautions),
        arrays=_arrays(proportion, other_proportion, base, label),
    )


def _phrase(count: Count | None, proportion: Count, value: Frequency, base: int) -> str:
    if count:
        return count_phrase(count, value.per, base)
    # A percentage may be a rounded one: “0%” does not say that it was nobody.
    return out_of(scale_count(*proportion, base), base, value.per)


def _arrays(
    proportion: Count, other: Count | None, base: int, label: str
) -> tuple[IconArray, ...]:
    """A picture of the count, and one of the others only beside it."""
    # With a higher base, dots are too small to be seen.
    if proportion.is_small or base not in GRIDS:
        return ()
    own = IconArray(scale_count(*proportion, base), base, _("With this choice"))
    if other is None or other.is_small:
        return (own,)
    return own, IconArray(scale_count(*other, base), base, label)


def _source_count(value: Frequency, treated: Count | None, base: int) -> str:
    """The count as the source has it, and in how many studies."""
    if treated is None:
        words = {"percentage": format_number(value.percentage or 0)}
        only = _("The source gives a percentage only: %(percentage)s%%.") % words
        return f"{_studies(value)} {only}".strip()
    if is_shown_as_counted(treated, base):
        # The headline is the count itself already.
        return _studies(value)
    count = out_of(*treated, value.per)
    if not value.studies:
        return _("As counted: %(count)s.") % {"count": count}
    return ngettext(
        "Counted in %(number)s study: %(count)s.",
        "Counted in %(number)s studies: %(count)s.",
        value.studies,
    ) % {"number": format_number(value.studies), "count": count}


def _studies(value: Frequency) -> str:
    if not value.studies:
        return ""
    return ngettext(
        "Counted in %(number)s study.", "Counted in %(number)s studies.", value.studies
    ) % {"number": format_number(value.studies)}


def _compared(
    fact: Fact, value: Frequency, base: int, treatments: Mapping[int, str]
) -> str:
    """What the others had, and how many of them it was."""
    compared, proportion = comparison_count(value), proportions(value)[1]
    if proportion is None:
        return compared_with(fact, treatments)
    count = _phrase(compared, proportion, value, base)
    if compared and not is_shown_as_counted(compared, base):
        words = {
            "scaled": count,
            "number": format_number(compared.numerator),
            "total": format_number(compared.denominator),
        }
        count = _("%(scaled)s (%(number)s of %(total)s)") % words
    return comparison_outcome(fact, treatments, count)
