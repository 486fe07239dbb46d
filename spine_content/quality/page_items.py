"""What the checklist asks of a page, answered from its fields, facts and site."""

from typing import Any

from django.utils.html import strip_tags
from django.utils.text import capfirst

from spine_content.clinic.snippets import live_values
from spine_content.facts.choices import Group, Status
from spine_content.facts.models import Treatment
from spine_content.facts.pages import FactualPageMixin
from spine_content.pages.listings import pages_about, visible_pages
from spine_content.pages.streams import has_emergency
from spine_content.quality.types import Place

#: In which field of the form an item of the checklist is mended.
FIELDS = {
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


def places(page: Any) -> dict[str, Place]:
    """The first of these fields that pages of this type have."""
    own = {field.name: field for field in page._meta.fields}
    return {
        key: Place(name, capfirst(str(own[name].verbose_name)))
        for key, names in FIELDS.items()
        for name in [next((name for name in names if name in own), None)]
        if name
    }


def met(page: Any) -> dict[str, bool]:
    """By item, whether the page has it. What cannot be said is left out."""
    return {**_said(page), **_sourced(page), **_evidence(page), **_of_site(page)}


def _said(page: Any) -> dict[str, bool]:
    found = {
        "audience": _has_text(page, "scope_note"),
        "decision": _has_text(page, "decision"),
        "uncertainty": _has_text(page, "uncertainty"),
        "authors": bool(live_values(getattr(page, "authors", ()))),
        "questions": bool(getattr(page, "questions_to_ask", None)),
        "support": bool(getattr(page, "further_support", None)),
        "doing_nothing": _tells_of_waiting(page),
        "alternatives": _leads_to_choices(page),
    }
    if hasattr(page, "warning_signs"):
        found["warning_signs"] = has_emergency(page.warning_signs)
    return found


def _has_text(page: Any, name: str) -> bool:
    return bool(strip_tags(getattr(page, name, "") or "").strip())


def _tells_of_waiting(page: Any) -> bool:
    if hasattr(page, "other_choices"):
        return _has_text(page, "other_choices")
    kinds = {treatment.kind for treatment in _treatments(page)}
    other = bool(kinds - {Treatment.Kind.PROCEDURE})
    return other or _has_text(page, "reason_no_alternative")


def _leads_to_choices(page: Any) -> bool:
    if hasattr(page, "choices"):
        return len(_treatments(page)) > 1
    if hasattr(page, "featured_comparison_id"):
        return bool(page.featured_comparison_id or page.pinned)
    # The link is made by itself as soon as there is a comparison.
    about = pages_about(getattr(page, "treatment_id", None), "comparison")
    return about is not None and visible_pages().filter(about).exists()


def _sourced(page: Any) -> dict[str, bool]:
    sources = live_values(getattr(page, "sources", ()))
    if isinstance(page, FactualPageMixin):
        sources += page.fact_set.sources.values()
    found = {"sources": bool(sources)}
    if sources:
        # Many guidelines on the web have no date that anybody could give.
        found["dates"] = 2 * sum(bool(s.year) for s in sources) >= len(sources)
    return found


def _evidence(page: Any) -> dict[str, bool]:
    if not isinstance(page, FactualPageMixin):
        return {}
    benefits, harms = _answers(page, Group.BENEFITS), _answers(page, Group.HARMS)
    recovery = _answers(page, Group.RECOVERY)
    told = getattr(page, "followup", None) or getattr(page, "milestones", None)
    found = {
        "benefits": benefits > 0,
        "harms": harms > 0,
        "everyday_life": bool(recovery or told),
        "typical": bool(page.every_row()),
    }
    if benefits and harms:
        found["balance"] = 2 * min(benefits, harms) >= max(benefits, harms)
    return found


def _answers(page: Any, group: Group) -> int:
    """How many questions of a group have an answer for any treatment of the page."""
    return sum(
        any(
            statement.fact.status == Status.KNOWN and statement.fact.value is not None
            for cell in row.cells
            for statement in cell.statements
        )
        for row in page.fact_set.in_groups(group)
    )


def _of_site(page: Any) -> dict[str, bool]:
    clinic = page.clinic_settings()
    return {
        key: bool(getattr(page, name, "") or getattr(clinic, name, ""))
        for key, name in (
            ("interests", "conflict_statement"),
            ("funding", "funding_statement"),
            ("update_policy", "update_policy"),
        )
    }


def _treatments(page: Any) -> list[Treatment]:
    return page.fact_set.treatments if isinstance(page, FactualPageMixin) else []
