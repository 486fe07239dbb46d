"""
What good patient information says, item by item: an informed checklist, never a score.

Informed by DISCERN, IPDAS and the JAMA benchmarks, in our own words. DISCERN means its
questions to be weighed together by a reader, so nothing is added up here.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from spine_content.quality.types import Advice, AdviceTopic, Location, PageText

DECISION_PAGES = frozenset({"procedure", "comparison"})
CLINICAL_PAGES = frozenset({"topic", "procedure", "comparison", "recovery"})


@dataclass(frozen=True)
class ChecklistItem:
    """One thing that readers should find on pages of some types."""

    key: str
    text: Any
    why: Any
    page_types: frozenset[str]
    informed_by: Any


@dataclass(frozen=True)
class ItemResult:
    """An item, whether the page has it, and the field of the form for it."""

    item: ChecklistItem
    is_complete: bool
    location: Location


ITEMS = (
    ChecklistItem(
        "audience",
        _("Says whom it is for"),
        _("Readers stop early who cannot tell whether a page is about them."),
        DECISION_PAGES,
        "DISCERN 1–3",
    ),
    ChecklistItem(
        "decision",
        _("Names the decision to be made"),
        _("Whoever has to choose needs to know what there is to choose."),
        frozenset({"comparison"}),
        "IPDAS",
    ),
    ChecklistItem(
        "authors",
        _("Names who wrote it"),
        _("Readers trust a page more when somebody stands behind it."),
        CLINICAL_PAGES,
        "JAMA",
    ),
    ChecklistItem(
        "sources",
        _("Names its sources"),
        _("A claim that nobody can look up is an opinion."),
        CLINICAL_PAGES,
        "DISCERN 4, JAMA, IPDAS",
    ),
    ChecklistItem(
        "dates",
        _("Says from when the sources are"),
        _("Old studies may have been overtaken."),
        CLINICAL_PAGES,
        "DISCERN 5, JAMA",
    ),
    ChecklistItem(
        "benefits",
        _("Gives numbers on how well it works"),
        _("“It helps” leaves open whom, how much, and compared with what."),
        DECISION_PAGES,
        "DISCERN 10, IPDAS",
    ),
    ChecklistItem(
        "harms",
        _("Gives numbers on what can go wrong"),
        _("Without them, readers imagine more or less than there is."),
        DECISION_PAGES,
        "DISCERN 11, IPDAS",
    ),
    ChecklistItem(
        "balance",
        _("Shows benefits and harms in like detail"),
        _("Whatever is told at greater length looks more important."),
        DECISION_PAGES,
        "DISCERN 6, IPDAS",
    ),
    ChecklistItem(
        "uncertainty",
        _("Says what is not known"),
        _("Readers trust a page that says plainly what is not certain."),
        DECISION_PAGES,
        "DISCERN 8, IPDAS",
    ),
    ChecklistItem(
        "doing_nothing",
        _("Says what happens without a procedure"),
        _("Waiting is a choice too, and often a good one."),
        DECISION_PAGES,
        "DISCERN 12, IPDAS",
    ),
    ChecklistItem(
        "alternatives",
        _("Shows that there is more than one choice, and leads to them"),
        _("Nobody can choose what they have not been told of."),
        frozenset({"topic", "procedure", "comparison"}),
        "DISCERN 14, IPDAS",
    ),
    ChecklistItem(
        "everyday_life",
        _("Says what it means for everyday life"),
        _("When can I drive, work, lift? Patients ask this first."),
        frozenset({"procedure", "comparison", "recovery"}),
        "DISCERN 13, IPDAS",
    ),
    ChecklistItem(
        "warning_signs",
        _("Says when to get help at once"),
        _("Somebody may be reading this because something is wrong."),
        frozenset({"topic", "procedure", "recovery"}),
        _("safety"),
    ),
    ChecklistItem(
        "questions",
        _("Offers questions to ask"),
        _("They help people to talk with their team and decide together."),
        frozenset({"topic", "procedure", "comparison"}),
        "DISCERN 15",
    ),
    ChecklistItem(
        "support",
        _("Leads to further support"),
        _("Other places may answer what this page leaves open."),
        CLINICAL_PAGES,
        "DISCERN 7",
    ),
    ChecklistItem(
        "interests",
        _("Says who could gain from it"),
        _("Say it here, or once for all pages under “Settings”, “Clinic settings”."),
        CLINICAL_PAGES,
        "JAMA, IPDAS",
    ),
    ChecklistItem(
        "funding",
        _("Says who paid for it"),
        _("Say it here, or once for all pages under “Settings”, “Clinic settings”."),
        CLINICAL_PAGES,
        "JAMA, IPDAS",
    ),
    ChecklistItem(
        "update_policy",
        _("Says how it is kept up to date"),
        _("Say it once for all pages under “Settings”, “Clinic settings”."),
        CLINICAL_PAGES,
        "JAMA, IPDAS",
    ),
    ChecklistItem(
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


def checklist(page: PageText) -> list[ItemResult]:
    """The items that apply to a page, each with its result."""
    return [
        ItemResult(
            item,
            page.completed_items[item.key],
            page.item_fields.get(item.key, Location("")),
        )
        for item in ITEMS
        if page.page_type in item.page_types and item.key in page.completed_items
    ]


def checklist_advice(results: Iterable[ItemResult]) -> Iterator[Advice]:
    """One piece of advice for each item that the page does not have."""
    for result in results:
        if not result.is_complete:
            yield Advice(
                f"missing:{result.item.key}",
                AdviceTopic.MISSING,
                str(result.item.why),
                result.location,
                highlight=str(result.item.text),
            )
