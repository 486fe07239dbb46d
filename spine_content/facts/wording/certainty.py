"""How sure we can be: as the verb of an answer, and as a grade below it."""

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from spine_content.facts.choices import Basis, Certainty

# Answers are phrases: “8 of 1,000 people”, “about 32 minutes”, “0.7 points better”.
QUALIFIERS: dict[str, Promise] = {
    Certainty.MODERATE: _("Probably %(answer)s"),
    Certainty.LOW: _("It may be %(answer)s"),
    Certainty.VERY_LOW: _("We are very uncertain: it may be %(answer)s"),
}

GRADES: dict[str, Promise] = {
    Certainty.HIGH: _("Certainty: high"),
    Certainty.MODERATE: _("Certainty: moderate"),
    Certainty.LOW: _("Certainty: low"),
    Certainty.VERY_LOW: _("Certainty: very low"),
}

BASES: dict[str, Promise] = {
    Basis.EVIDENCE: _("From studies"),
    Basis.GUIDELINE: _("From a guideline or official body"),
    Basis.POLICY: _("What clinics advise"),
    Basis.AUDIT: _("Counted at our clinic"),
}


def qualify(answer: str, certainty: str) -> str:
    """The answer as a headline, no more definite than its certainty allows."""
    qualifier = QUALIFIERS.get(certainty)
    return str(qualifier) % {"answer": answer} if qualifier else capfirst(answer)


def certainty_label(certainty: str, basis: str) -> str:
    """The grade in words. “Not graded” is shown for studies only."""
    ungraded = _("Certainty: not graded") if basis == Basis.EVIDENCE else ""
    return str(GRADES.get(certainty, ungraded))


def basis_label(basis: str) -> str:
    """What a fact rests on, in a few words."""
    return str(BASES.get(basis, ""))
