"""What a page offers to the checks of quality: its texts, facts and checklist items."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django.utils.html import strip_tags

from spine_content.facts.choices import Group, Kind, Status
from spine_content.facts.pages import EvidencePageMixin, FactualPageMixin
from spine_content.facts.wording import sentence
from spine_content.glossary.models import GlossaryTerm
from spine_content.pages.listings import pages_about, visible_pages
from spine_content.quality.page_text import field_location, paragraphs
from spine_content.quality.types import FactSentence, Location, PageText

#: By checklist item, the fields that complete it; a page has at most one of them.
ITEM_FIELDS = {
    "audience": ("scope_note",),
    "decision": ("decision",),
    "authors": ("authors",),
    "sources": ("sources",),
    "dates": ("sources",),
    "benefits": ("benefits", "choices"),
    "harms": ("risks", "choices"),
    "balance": ("risks", "choices"),
    "uncertainty": ("uncertainty",),
    "doing_nothing": ("other_choices", "choices"),
    "alternatives": ("other_choices", "featured_comparison", "choices"),
    "everyday_life": ("followup", "milestones", "measures"),
    "warning_signs": ("warning_signs",),
    "questions": ("questions_to_ask",),
    "support": ("further_support",),
    "interests": ("conflict_statement",),
    "funding": ("funding_statement",),
    "typical": ("treatment",),
}


def page_text(page: Any) -> PageText:
    """A page as it is in memory, as the checks read it."""
    terms = GlossaryTerm.objects.filter(live=True, locale=page.locale_id)
    return PageText(
        page_type=page.page_type,
        language=page.locale.language_code,
        paragraphs=paragraphs(page),
        facts=list(fact_sentences(page)),
        glossary_terms=[spelling for term in terms for spelling in term.spellings],
        completed_items=_completed_items(page),
        item_fields=item_fields(page),
    )


def fact_sentences(page: Any) -> Iterator[FactSentence]:
    """The known facts about the treatments of a page, as readers see them."""
    if not isinstance(page, FactualPageMixin):
        return
    labels = {treatment.pk: treatment.label for treatment in page.fact_set.treatments}
    for row in page.fact_set.in_groups(*Group):
        for cell in row.cells:
            about = f"{labels[cell.column]}: " if len(labels) > 1 else ""
            for statement in filter(_has_value, cell.statements):
                short = replace(statement, raw="", details=(), certainty="", basis="")
                text = f"{about}{sentence(short, row.question)}"
                is_count = row.question.kind == Kind.FREQUENCY
                yield FactSentence(row.question.group, text, is_count)


def item_fields(page: Any) -> dict[str, Location]:
    """By checklist item, the field of the form of this page that completes it."""
    own = {field.name for field in page._meta.fields}
    return {
        item: field_location(page, name)
        for item, names in ITEM_FIELDS.items()
        for name in [each for each in names if each in own][:1]
    }


def _completed_items(page: Any) -> dict[str, bool]:
    """By checklist item, whether the page has it; what does not apply is left out."""
    return {
        **_item_sources(page),
        **_item_facts(page),
        **_item_statements(page),
        **page.completed_items(),
    }


def has_text(html: str | None) -> bool:
    return bool(strip_tags(html or "").strip())


def leads_to_comparison(treatment_id: int | None) -> bool:
    """Whether visitors may see a comparison of this treatment: pages link to it."""
    about = pages_about(treatment_id, "comparison")
    return about is not None and visible_pages().filter(about).exists()


def _item_sources(page: Any) -> dict[str, bool]:
    sources = page.own_sources() if isinstance(page, EvidencePageMixin) else []
    if isinstance(page, FactualPageMixin):
        sources += page.fact_set.sources.values()
    if not sources:
        return {"sources": False}
    # Many guidelines on the web have no date that anybody could give.
    dated = sum(bool(source.year) for source in sources)
    return {"sources": True, "dates": 2 * dated >= len(sources)}


def _item_facts(page: Any) -> dict[str, bool]:
    if not isinstance(page, FactualPageMixin):
        return {}
    benefits = count_answers(page, Group.BENEFITS)
    harms = count_answers(page, Group.HARMS)
    found = {
        "benefits": benefits > 0,
        "harms": harms > 0,
        "everyday_life": count_answers(page, Group.RECOVERY) > 0,
        "typical": bool(page.every_row()),
    }
    if benefits and harms:
        found["balance"] = 2 * min(benefits, harms) >= max(benefits, harms)
    return found


def count_answers(page: FactualPageMixin, group: Group) -> int:
    """How many questions of a group have an answer for any treatment of the page."""
    return sum(
        any(_has_value(each) for cell in row.cells for each in cell.statements)
        for row in page.fact_set.in_groups(group)
    )


def _has_value(statement: Any) -> bool:
    fact = statement.fact
    return fact.status == Status.KNOWN and fact.value is not None


def _item_statements(page: Any) -> dict[str, bool]:
    clinic = page.clinic_settings()
    interests, funding = page.conflict_statement, page.funding_statement
    return {
        "interests": bool(interests or (clinic and clinic.conflict_statement)),
        "funding": bool(funding or (clinic and clinic.funding_statement)),
        "update_policy": bool(clinic and clinic.update_policy),
    }
