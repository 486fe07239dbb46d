"""Pieces of sentences of every kind: numbers, full stops, certainty, comparisons."""

from collections.abc import Mapping
from decimal import Decimal

from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spine_content.facts.choices import Basis, Certainty, Comparator
from spine_content.facts.types import Fact

SENTENCE_ENDS = tuple(".!?…。！？؟।")


def format_number(number: int | Decimal) -> str:
    """A number with its thousands marked and no zeros that say nothing."""
    if isinstance(number, Decimal):
        number = number.normalize()
    return number_format(number, force_grouping=True)


def plural_number(number: Decimal) -> int:
    """The whole number whose plural form fits. Fractions take that of a few."""
    return int(number) if number == number.to_integral_value() else 2


def with_full_stop(text: str) -> str:
    """The text with a full stop, unless it ends in a mark of its own."""
    text = text.strip()
    if not text or text.endswith(SENTENCE_ENDS):
        return text
    return _("%(sentence)s.") % {"sentence": text}


# Answers are phrases: “8 of 1,000 people”, “about 32 minutes”, “0.7 points better”.
QUALIFIERS: dict[str, Promise] = {
    Certainty.MODERATE: gettext_lazy("Probably %(answer)s"),
    Certainty.LOW: gettext_lazy("It may be %(answer)s"),
    Certainty.VERY_LOW: gettext_lazy("We are very uncertain: it may be %(answer)s"),
}

GRADES: dict[str, Promise] = {
    Certainty.HIGH: gettext_lazy("Certainty: high"),
    Certainty.MODERATE: gettext_lazy("Certainty: moderate"),
    Certainty.LOW: gettext_lazy("Certainty: low"),
    Certainty.VERY_LOW: gettext_lazy("Certainty: very low"),
}

BASES: dict[str, Promise] = {
    Basis.EVIDENCE: gettext_lazy("From studies"),
    Basis.GUIDELINE: gettext_lazy("From a guideline or official body"),
    Basis.POLICY: gettext_lazy("What clinics advise"),
    Basis.AUDIT: gettext_lazy("Counted at our clinic"),
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


# Editors name treatments as they like (“Staying as you are”). A name follows a
# comma or a colon, where it fits into any language without being declined.
OUTCOMES: dict[str, Promise] = {
    Comparator.SHAM: gettext_lazy("After a pretend procedure it was %(count)s."),
    Comparator.USUAL: gettext_lazy("With the usual care it was %(count)s."),
    Comparator.OTHER: gettext_lazy("For comparison, %(treatment)s: %(count)s."),
}

COMPARISONS: dict[str, Promise] = {
    Comparator.SHAM: gettext_lazy("Compared with a pretend procedure."),
    Comparator.USUAL: gettext_lazy("Compared with the usual care."),
    Comparator.OTHER: gettext_lazy("Compared with: %(treatment)s."),
}

LABELS: dict[str, Promise] = {
    Comparator.SHAM: gettext_lazy("After a pretend procedure"),
    Comparator.USUAL: gettext_lazy("With the usual care"),
}


def comparison_outcome(fact: Fact, treatments: Mapping[int, str], count: str) -> str:
    """How many of the others it was, in a sentence."""
    wording = OUTCOMES.get(fact.comparator, _("In the other group it was %(count)s."))
    return str(wording) % {
        "treatment": _treatment_name(fact, treatments),
        "count": count,
    }


def compared_with(fact: Fact, treatments: Mapping[int, str]) -> str:
    """What the others had, in a sentence, or nothing if there were no others."""
    wording = COMPARISONS.get(fact.comparator, "")
    return str(wording) % {"treatment": _treatment_name(fact, treatments)}


def comparator_label(fact: Fact, treatments: Mapping[int, str]) -> str:
    """The others, as a few words below a picture."""
    if fact.comparator == Comparator.OTHER:
        return _treatment_name(fact, treatments)
    return str(LABELS.get(fact.comparator, _("In the other group")))


def _treatment_name(fact: Fact, treatments: Mapping[int, str]) -> str:
    name = treatments.get(fact.other_treatment or 0)
    return name or _("another treatment")
