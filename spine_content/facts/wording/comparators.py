"""What the other people in a study had, and how it went for them."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spine_content.facts.choices import Comparator
from spine_content.facts.types import Fact

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
    return str(wording) % {"treatment": _name(fact, treatments), "count": count}


def compared_with(fact: Fact, treatments: Mapping[int, str]) -> str:
    """What the others had, in a sentence, or nothing if there were no others."""
    wording = COMPARISONS.get(fact.comparator, "")
    return str(wording) % {"treatment": _name(fact, treatments)}


def comparator_label(fact: Fact, treatments: Mapping[int, str]) -> str:
    """The others, as a few words below a picture."""
    if fact.comparator == Comparator.OTHER:
        return _name(fact, treatments)
    return str(LABELS.get(fact.comparator, _("In the other group")))


def _name(fact: Fact, treatments: Mapping[int, str]) -> str:
    name = treatments.get(fact.other_treatment or 0)
    return name or _("another treatment")
