from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils.functional import cached_property

from spine_content.facts import Row
from spine_content.facts.changelog import in_order, told_changes
from spine_content.facts.queries import FactBook, fact_book
from spine_content.pages.api_fields import (
    computed_api_fields,
    read_facts,
    read_treatments,
)
from spine_content.pages.streams import live_values


@dataclass(frozen=True)
class NumberedSource:
    """A source and its number in the list at the foot of the page."""

    number: int
    source: Any


class FactualPageMixin(models.Model):
    """A page that shows facts of treatments: no number on it is typed a second time."""

    if TYPE_CHECKING:  # what every page brings along
        locale_id: int
        first_published_at: Any

    fact_api_fields = computed_api_fields(treatments=read_treatments, facts=read_facts)

    class Meta:
        abstract = True

    def shown_treatments(self) -> list[int]:
        """Keys of the treatments whose facts the page shows."""
        treatment_id = getattr(self, "treatment_id", None)
        return [treatment_id] if treatment_id else []

    def own_sources(self) -> list[Any]:
        """The published sources that the page itself names."""
        return live_values(getattr(self, "sources", ()))

    def listed_sources(self) -> list[Any]:
        """The page's own sources, and then those of the facts on it."""
        sources = [*self.own_sources(), *self._cited_sources()]
        return list({source.pk: source for source in sources}.values())

    def asked_measures(self) -> list[int]:
        """Keys of questions that the page asks, answered or not."""
        return []

    def fact_rows(self) -> dict[str, list[Row]]:
        """Rows of facts by the name under which the template finds them."""
        return {}

    @cached_property
    def book(self) -> FactBook:
        """What is published about the treatments of the page, as of this request."""
        return fact_book(self.shown_treatments(), self.locale_id, self.asked_measures())

    @cached_property
    def shown_rows(self) -> dict[str, list[Row]]:
        return self.fact_rows()

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(  # type: ignore[misc]
            request, *args, **kwargs
        )
        context.update(self.shown_rows, treatments=self.book.treatments)
        context["sources"] = self.listed_sources()
        context["numbers"] = {
            source.pk: NumberedSource(number, source)
            for number, source in enumerate(context["sources"], 1)
        }
        self._tell_changes(context)
        return context

    def changed_numbers(self, since: Any) -> list[tuple[Any, str]]:
        """When each number on the page changed since then, and how, in words."""
        return told_changes(self.book, self.every_row(), since)

    def _tell_changes(self, context: dict[str, Any]) -> None:
        public, status = self.first_published_at, context.get("review")
        signed = status.review.decided_at if status and status.review else public
        since = min(filter(None, [public, signed]), default=None)
        changes = self.changed_numbers(since)
        told = [each for each in changes if public and each[0] > public]
        context["changes"] = in_order(told, context.get("notes", []))
        if changes and status:
            context["review"] = status.with_number(changes[0][0])

    def every_row(self) -> list[Row]:
        """All rows of facts on the page."""
        return [row for rows in self.shown_rows.values() for row in rows]

    def _cited_sources(self) -> list[Any]:
        """The sources of the facts shown, in the order in which they are met."""
        cited = [
            citation.source
            for row in self.every_row()
            for cell in row.cells
            for statement in cell.statements
            for citation in statement.fact.citations
        ]
        known = self.book.sources
        return [known[pk] for pk in dict.fromkeys(cited) if pk in known]
