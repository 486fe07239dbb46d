"""What pages that show facts have in common."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils.functional import cached_property

from spine_content.facts.changes import changelog, with_notes
from spine_content.facts.queries import FactSet, load_facts
from spine_content.facts.sources import Source, number_sources
from spine_content.facts.types import Row


class EvidencePageMixin(models.Model):
    """What a page declares about its evidence. By default, it has nothing to say."""

    class Meta:
        abstract = True

    def own_sources(self) -> list[Source]:
        """The published sources that the page itself names."""
        return []

    def listed_sources(self) -> list[Source]:
        """The published sources in the order in which the page numbers them."""
        return self.own_sources()

    def reviewed_at(self) -> datetime.datetime | None:
        """When the page was signed off last; ``None`` where it never was."""
        return None


class FactualPageMixin(EvidencePageMixin):
    """A page that shows facts of treatments: no number on it is typed a second time."""

    if TYPE_CHECKING:  # what every page brings along
        locale_id: int
        first_published_at: Any
        last_published_at: Any

    #: The treatment that the page is about. A page about several overrides
    #: ``shown_treatments``.
    treatment_id: int | None = None

    class Meta:
        abstract = True

    def shown_treatments(self) -> list[int]:
        """Keys of the treatments whose facts the page shows."""
        return [self.treatment_id] if self.treatment_id else []

    def asked_measures(self) -> list[int]:
        """Keys of questions that the page asks, answered or not."""
        return []

    def fact_rows(self) -> dict[str, list[Row]]:
        """Rows of facts by the name under which the template finds them."""
        return {}

    @cached_property
    def fact_set(self) -> FactSet:
        """What is published about the treatments of the page, as of this request."""
        treatments, measures = self.shown_treatments(), self.asked_measures()
        return load_facts(treatments, self.locale_id, measures)

    @cached_property
    def shown_rows(self) -> dict[str, list[Row]]:
        """``fact_rows``, made once for each request."""
        return self.fact_rows()

    def every_row(self) -> list[Row]:
        """All rows of facts on the page."""
        return [row for rows in self.shown_rows.values() for row in rows]

    def listed_sources(self) -> list[Source]:
        """The page's own sources, and then those of the facts on it."""
        cited = [
            citation.source
            for row in self.every_row()
            for cell in row.cells
            for statement in cell.statements
            for citation in statement.fact.citations
        ]
        known = self.fact_set.sources
        sources = [*self.own_sources(), *(known[pk] for pk in cited if pk in known)]
        return list({source.pk: source for source in sources}.values())

    def changed_numbers(
        self, since: datetime.datetime | None
    ) -> list[tuple[datetime.datetime, str]]:
        """When each number on the page changed after ``since``, and how, in words."""
        return changelog(self.fact_set, self.every_row(), since)

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(  # type: ignore[misc]
            request, *args, **kwargs
        )
        sources = self.listed_sources()
        context.update(
            self.shown_rows,
            treatments=self.fact_set.treatments,
            sources=sources,
            numbers=number_sources(sources),
        )
        self._add_changes(context)
        return context

    def _add_changes(self, context: dict[str, Any]) -> None:
        published, status = self.first_published_at, context.get("review")
        review = status.review if status else None
        dates = [published, review.decided_at if review else None]
        changes = self.changed_numbers(min(filter(None, dates), default=None))
        public = [each for each in changes if published and each[0] > published]
        context["changes"] = with_notes(public, context.get("notes", []))
        if changes and status:
            context["review"] = status.with_number(changes[0][0])
