"""What a page offers to the checks of quality: its texts, facts and checklist items."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django.utils.html import strip_tags

from spine_content.clinic.snippets import live_values
from spine_content.facts.choices import Group, Kind, Status
from spine_content.facts.models import Treatment
from spine_content.facts.pages import FactualPageMixin
from spine_content.facts.wording import sentence
from spine_content.glossary.models import GlossaryTerm
from spine_content.pages.listings import pages_about, visible_pages
from spine_content.pages.streams import has_emergency
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
        completed_items=completed_items(page),
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


def completed_items(page: Any) -> dict[str, bool]:
    """By checklist item, whether the page has it; what does not apply is left out."""
    return {
        **_item_texts(page),
        **_item_sources(page),
        **_item_facts(page),
        **_item_statements(page),
    }


def _item_texts(page: Any) -> dict[str, bool]:
    found = {
        "audience": _has_text(page, "scope_note"),
        "decision": _has_text(page, "decision"),
        "uncertainty": _has_text(page, "uncertainty"),
        "authors": bool(live_values(getattr(page, "authors", ()))),
        "questions": bool(getattr(page, "questions_to_ask", None)),
        "support": bool(getattr(page, "further_support", None)),
        "doing_nothing": _covers_doing_nothing(page),
        "alternatives": _leads_to_alternatives(page),
    }
    if hasattr(page, "warning_signs"):
        found["warning_signs"] = has_emergency(page.warning_signs)
    return found


def _has_text(page: Any, name: str) -> bool:
    return bool(strip_tags(getattr(page, name, "") or "").strip())


def _covers_doing_nothing(page: Any) -> bool:
    if hasattr(page, "other_choices"):
        return _has_text(page, "other_choices")
    kinds = {treatment.kind for treatment in _treatments(page)}
    has_other = bool(kinds - {Treatment.Kind.PROCEDURE})
    return has_other or _has_text(page, "reason_no_alternative")


def _leads_to_alternatives(page: Any) -> bool:
    if hasattr(page, "choices"):
        return len(_treatments(page)) > 1
    if hasattr(page, "featured_comparison_id"):
        return bool(page.featured_comparison_id or page.pinned)
    # Procedures are linked to comparisons of their treatment as soon as there are any.
    about = pages_about(getattr(page, "treatment_id", None), "comparison")
    return about is not None and visible_pages().filter(about).exists()


def _treatments(page: Any) -> list[Treatment]:
    return page.fact_set.treatments if isinstance(page, FactualPageMixin) else []


def _item_sources(page: Any) -> dict[str, bool]:
    sources = live_values(getattr(page, "sources", ()))
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
    benefits, harms = _answers(page, Group.BENEFITS), _answers(page, Group.HARMS)
    text = getattr(page, "followup", None) or getattr(page, "milestones", None)
    found = {
        "benefits": benefits > 0,
        "harms": harms > 0,
        "everyday_life": bool(_answers(page, Group.RECOVERY) or text),
        "typical": bool(page.every_row()),
    }
    if benefits and harms:
        found["balance"] = 2 * min(benefits, harms) >= max(benefits, harms)
    return found


def _answers(page: FactualPageMixin, group: Group) -> int:
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
    return {
        item: bool(getattr(page, name, "") or getattr(clinic, name, ""))
        for item, name in (
            ("interests", "conflict_statement"),
            ("funding", "funding_statement"),
            ("update_policy", "update_policy"),
        )
    }
