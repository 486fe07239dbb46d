"""What a count does not rule out, in sentences of caution."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spine_content.facts.counts import Count, upper_bound
from spine_content.facts.wording.counts import out_of, too_few

ALONE: tuple[Promise, Promise] = (
    gettext_lazy("The true number could be as high as %(count)s."),
    gettext_lazy("The true number could be as low as %(count)s."),
)

# Where others were counted too, each caution says whom it is about.
OWN: tuple[Promise, Promise] = (
    gettext_lazy("With this choice, the true number could be as high as %(count)s."),
    gettext_lazy("With this choice, the true number could be as low as %(count)s."),
)

OTHERS: tuple[Promise, Promise] = (
    gettext_lazy("In the other group, the true number could be as high as %(count)s."),
    gettext_lazy("In the other group, the true number could be as low as %(count)s."),
)


def cautions(
    own: Count | None, others: Count | None, per: str, base: int
) -> tuple[str, ...]:
    """Cautions on the count, then on that of the others."""
    if own and own.is_few:
        # Whoever knows that gains nothing from hearing it of the others again.
        return (too_few(own.denominator, per),)
    found = [_bound(own, OWN if others else ALONE, per, base)] if own else []
    if others and others.is_few:
        found.append(_("The other group was too small to be sure."))
    elif others:
        found.append(_bound(others, OTHERS, per, base))
    return tuple(caution for caution in found if caution)


def _bound(count: Count, wordings: tuple[Promise, Promise], per: str, base: int) -> str:
    """How far from nobody, or from everybody, the truth may still be."""
    bound = upper_bound(count.denominator, base)
    high, low = wordings
    if count.is_none:
        return str(high) % {"count": out_of(bound, base, per)}
    if count.is_all:
        return str(low) % {"count": out_of(base - bound, base, per)}
    return ""
