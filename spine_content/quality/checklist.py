"""
What good patient information says, item by item: an informed checklist, never a score.

Informed by DISCERN, IPDAS and the JAMA benchmarks, in our own words. DISCERN means its
questions to be weighed together by a reader, so nothing is added up here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from spine_content.quality.types import Advice, Place, Topic

DECIDING = frozenset({"procedure", "comparison"})
CLINICAL = frozenset({"topic", "procedure", "comparison", "recovery"})
EVERY = CLINICAL | {"story"}


@dataclass(frozen=True)
class Item:
    """One thing that readers should find on pages of some kinds."""

    key: str
    text: Any
    why: Any
    kinds: frozenset[str]
    informed_by: Any


@dataclass(frozen=True)
class Answered:
    """An item, whether the page has it, and where in the form it belongs."""

    item: Item
    is_met: bool
    place: Place


ITEMS = (
    Item(
        "audience",
        _("Says whom it is for"),
        _("Readers stop early who cannot tell whether a page is about them."),
        DECIDING,
        "DISCERN 1–3",
    ),
    Item(
        "decision",
        _("Names the decision to be made"),
        _("Whoever has to choose needs to know what there is to choose."),
        frozenset({"comparison"}),
        "IPDAS",
    ),
    Item(
        "authors",
        _("Names who wrote it"),
        _("Readers trust a page more when somebody stands behind it."),
        CLINICAL,
        "JAMA",
    ),
    Item(
        "sources",
        _("Names its sources"),
        _("A claim that nobody can look up is an opinion."),
        CLINICAL,
        "DISCERN 4, JAMA, IPDAS",
    ),
    Item(
        "dates",
        _("Says from when the sources are"),
        _("Old studies may have been overtaken."),
        CLINICAL,
        "DISCERN 5, JAMA",
    ),
    Item(
        "benefits",
        _("Gives numbers on how well it works"),
        _("“It helps” leaves open whom, how much, and compared with what."),
        DECIDING,
        "DISCERN 10, IPDAS",
    ),
    Item(
        "harms",
        _("Gives numbers on what can go wrong"),
        _("Without them, readers imagine more or less than there is."),
        DECIDING,
        "DISCERN 11, IPDAS",
    ),
    Item(
        "balance",
        _("Shows benefits and harms in like detail"),
        _("Whatever is told at greater length looks more important."),
        DECIDING,
        "DISCERN 6, IPDAS",
    ),
    Item(
        "uncertainty",
        _("Says what is not known"),
        _("Readers trust a page that says plainly what is not certain."),
        DECIDING,
        "DISCERN 8, IPDAS",
    ),
    Item(
        "doing_nothing",
        _("Says what happens without a procedure"),
        _("Waiting is a choice too, and often a good one."),
        DECIDING,
        "DISCERN 12, IPDAS",
    ),
    Item(
        "alternatives",
        _("Shows that there is more than one choice, and leads to them"),
        _("Nobody can choose what they have not been told of."),
        frozenset({"topic", "procedure", "comparison"}),
        "DISCERN 14, IPDAS",
    ),
    Item(
        "everyday_life",
        _("Says what it means for everyday life"),
        _("When can I drive, work, lift? Patients ask this first."),
        frozenset({"procedure", "comparison", "recovery"}),
        "DISCERN 13, IPDAS",
    ),
    Item(
        "warning_signs",
        _("Says when to get help at once"),
        _("Somebody may be reading this because something is wrong."),
        frozenset({"topic", "procedure", "recovery"}),
        _("safety"),
    ),
    Item(
        "questions",
        _("Offers questions to ask"),
        _("They help people to talk with their team and decide together."),
        frozenset({"topic", "procedure", "comparison"}),
        "DISCERN 15",
    ),
    Item(
        "support",
        _("Leads to further support"),
        _("Other places may answer what this page leaves open."),
        CLINICAL,
        "DISCERN 7",
    ),
    Item(
        "interests",
        _("Says who could gain from it"),
        _("Say it here, or once for all pages under “Settings”, “Clinic settings”."),
        CLINICAL,
        "JAMA, IPDAS",
    ),
    Item(
        "funding",
        _("Says who paid for it"),
        _("Say it here, or once for all pages under “Settings”, “Clinic settings”."),
        CLINICAL,
        "JAMA, IPDAS",
    ),
    Item(
        "update_policy",
        _("Says how it is kept up to date"),
        _("Say it once for all pages under “Settings”, “Clinic settings”."),
        CLINICAL,
        "JAMA, IPDAS",
    ),
    Item(
        "typical",
        _("Shows beside the story what usually happens"),
        _(
            "One story is easily taken for what will happen. Give the treatment facts "
            "on how well it works: readers then see them under the story."
        ),
        frozenset({"story"}),
        _("honesty"),
    ),
)


def checklist(
    kind: str, met: Mapping[str, bool], places: Mapping[str, Place]
) -> list[Answered]:
    """The items for one kind of page. What nobody answered does not apply."""
    return [
        Answered(item, met[item.key], places.get(item.key, Place("")))
        for item in ITEMS
        if kind in item.kinds and item.key in met
    ]


def missing(answered: list[Answered]) -> Iterator[Advice]:
    for each in answered:
        if not each.is_met:
            yield Advice(
                f"missing:{each.item.key}",
                Topic.MISSING,
                str(each.item.why),
                each.place,
                found=str(each.item.text),
            )
