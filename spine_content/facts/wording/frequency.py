"""How many people: out of a round number, and always as it was counted, too."""

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from spine_content.facts.counts import Count, compared, counted, scaled, shares
from spine_content.facts.statements import IconArray, Statement
from spine_content.facts.types import Fact, Frequency
from spine_content.facts.wording import comparators
from spine_content.facts.wording.cautions import cautions
from spine_content.facts.wording.certainty import hedged
from spine_content.facts.wording.counts import is_exact, out_of, told
from spine_content.facts.wording.formatting import written

#: Bases whose dots can still be told apart.
DRAWN = (100, 1_000)


def frequency_statement(
    fact: Fact, value: Frequency, base: int, treatments: Mapping[int, str]
) -> Statement | None:
    """The count and that of the others, or ``None`` where nothing was counted."""
    own, others = counted(value), compared(value)
    share, share_of_others = shares(value)
    if share is None:
        return None
    return Statement(
        fact=fact,
        headline=hedged(_told(own, share, value.per, base), fact.certainty),
        raw=_raw(value, own, base),
        compared=_compared(fact, value, base, treatments),
        cautions=(*cautions(own, others, value.per, base), *_chance(value)),
        arrays=_arrays(
            share, share_of_others, base, comparators.label(fact, treatments)
        ),
    )


def _told(count: Count | None, share: Count, per: str, base: int) -> str:
    # A percentage may be a rounded one: “0%” does not say that it was nobody.
    return told(count, per, base) if count else out_of(scaled(*share, base), base, per)


def _chance(value: Frequency) -> tuple[str, ...]:
    return (_("The difference may be chance."),) if value.may_be_chance else ()


def _arrays(
    share: Count, others: Count | None, base: int, label: str
) -> tuple[IconArray, ...]:
    """A picture of the count, and one of the others only beside it."""
    if share.is_few or base not in DRAWN:
        return ()
    own = IconArray(scaled(*share, base), base, _("With this choice"))
    if others is None or others.is_few:
        return (own,)
    return own, IconArray(scaled(*others, base), base, label)


def _raw(value: Frequency, own: Count | None, base: int) -> str:
    if own is None:
        words = {"percentage": written(value.percentage or 0)}
        only = _("The source gives a percentage only: %(percentage)s%%.") % words
        return f"{_studies(value)} {only}".strip()
    # The headline is the count itself already.
    return _studies(value) if is_exact(own, base) else _as_counted(value, own)


def _as_counted(value: Frequency, own: Count) -> str:
    count = out_of(*own, value.per)
    if not value.studies:
        return _("As counted: %(count)s.") % {"count": count}
    return ngettext(
        "Counted in %(number)s study: %(count)s.",
        "Counted in %(number)s studies: %(count)s.",
        value.studies,
    ) % {"number": written(value.studies), "count": count}


def _studies(value: Frequency) -> str:
    if not value.studies:
        return ""
    return ngettext(
        "Counted in %(number)s study.", "Counted in %(number)s studies.", value.studies
    ) % {"number": written(value.studies)}


def _compared(
    fact: Fact, value: Frequency, base: int, treatments: Mapping[int, str]
) -> str:
    others, share = compared(value), shares(value)[1]
    if share is None:
        return comparators.compared_with(fact, treatments)
    count = _told(others, share, value.per, base)
    if others and not is_exact(others, base):
        words = {
            "scaled": count,
            "number": written(others.numerator),
            "total": written(others.denominator),
        }
        count = _("%(scaled)s (%(number)s of %(total)s)") % words
    return comparators.outcome(fact, treatments, count)
