from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.utils import translation
from wagtail.models import Locale, PreviewableMixin

from spine_content.blocks.facts import fact_from_raw
from spine_content.evidence import Fact, Question, grouped, rows
from spine_content.models.measures import Measure
from spine_content.models.sources import Source

#: The column of the one treatment that is shown. It may not be saved yet.
SHOWN = 0


@dataclass(frozen=True)
class NumberedSource:
    """A source and its number in the list below the facts."""

    number: int
    source: Source


class FactsPreviewMixin(PreviewableMixin):
    """Shows editors what visitors would read of its facts, before these are public."""

    def get_preview_template(self, request: Any, mode_name: str) -> str:
        return "spine_content/admin/treatment_preview.html"

    def get_preview_context(self, request: Any, mode_name: str) -> dict[str, Any]:
        context: dict[str, Any] = super().get_preview_context(request, mode_name)
        # The language of its pages, whatever the editor's own is.
        locale = self.locale if self.locale_id else Locale.get_default()
        with translation.override(locale.language_code):
            told = self._told()
        return {**context, **told, "language_code": locale.language_code}

    def _told(self) -> dict[str, Any]:
        facts = [fact_from_raw(raw) for raw in self.stored_facts]
        keys = {fact.other_treatment for fact in facts} - {None}
        others = type(self).objects.in_bulk(keys)
        names = {pk: other.localized.label for pk, other in others.items()}
        found = rows(_questions(facts), [SHOWN], {SHOWN: facts}, names)
        return {"groups": grouped(found), "numbers": _numbered(facts)}


def _questions(facts: Iterable[Fact]) -> list[Question]:
    asked = Measure.objects.in_bulk({fact.question for fact in facts} - {None})
    ordered = sorted(asked.values(), key=lambda each: (each.order, each.question))
    # Facts know them by their own keys, not by those of their translations.
    return [replace(each.localized.as_question(), pk=each.pk) for each in ordered]


def _numbered(facts: Iterable[Fact]) -> dict[int, NumberedSource]:
    cited = dict.fromkeys(each.source for fact in facts for each in fact.citations)
    known = Source.objects.select_related("superseded_by").in_bulk(cited)
    sources = [known[pk] for pk in cited if pk in known]
    return {
        source.pk: NumberedSource(number, source)
        for number, source in enumerate(sources, 1)
    }
