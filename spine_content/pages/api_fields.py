"""What Wagtail's API says of a page: what its readers see, as data."""

from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from typing import Any

from rest_framework.fields import Field
from wagtail.api import APIField
from wagtail.fields import StreamField

from spine_content import consent
from spine_content.clinic.snippets import live_values
from spine_content.facts.types import Row, Statement
from spine_content.pages.fields import warnings_by_urgency


class PageField(Field):
    """A field that is read from the whole page, by a function."""

    def __init__(self, read: Callable[[Any], Any]) -> None:
        super().__init__(source="*", read_only=True)
        self.read = read

    def to_representation(self, page: Any) -> Any:
        return self.read(page)


def content_api_fields(*names: str) -> list[APIField]:
    """``api_fields`` for texts and streams, with phone numbers in their places."""
    readers = {name: partial(_read_rendered, name) for name in names}
    return computed_api_fields(**readers)


def computed_api_fields(**readers: Callable[[Any], Any]) -> list[APIField]:
    """``api_fields`` of which each is computed from the page by a function."""
    return [
        APIField(name, serializer=PageField(read)) for name, read in readers.items()
    ]


class ConsentedAPIField(APIField):
    """A field of a story, empty wherever its patient has not agreed to show it."""

    def __init__(self, name: str) -> None:
        super().__init__(name, serializer=PageField(partial(_read_consented, name)))


def _read_rendered(name: str, page: Any) -> Any:
    return _representation(page.rendered_copy, name)


def _read_consented(name: str, page: Any) -> Any:
    if consent.may_show(page, channel="api"):
        return _representation(page, name)
    return [] if _is_stream(page, name) else ""


def _representation(page: Any, name: str) -> Any:
    value = getattr(page, name)
    if _is_stream(page, name):
        return value.stream_block.get_api_representation(value)
    return value


def _is_stream(page: Any, name: str) -> bool:
    return isinstance(page._meta.get_field(name), StreamField)


def read_authors(page: Any) -> list[dict[str, Any]]:
    return [
        {"name": each.name, "role": each.role, "credentials": each.credentials}
        for each in live_values(page.authors)
    ]


def read_sources(page: Any) -> list[dict[str, Any]]:
    """The numbered list at the foot of the page."""
    return [
        {
            "id": source.pk,
            "number": number,
            "title": source.title,
            "authors": source.authors,
            "year": source.year,
            "published_in": source.published_in,
            "link": source.link,
        }
        for number, source in enumerate(page.listed_sources(), 1)
    ]


def read_warning_signs(page: Any) -> list[dict[str, Any]]:
    """Groups of signs, the most urgent first."""
    return [
        {"urgency": urgency.value, "signs": [sign.text for sign in signs]}
        for urgency, signs in warnings_by_urgency(page.warning_signs)
    ]


def read_treatments(page: Any) -> list[dict[str, Any]]:
    return [
        {"id": each.pk, "name": each.name, "kind": each.kind}
        for each in page.fact_set.treatments
    ]


def read_facts(page: Any) -> dict[str, list[dict[str, Any]]]:
    """Rows of facts by the name of the part of the page that shows them."""
    return {name: [_row(row) for row in rows] for name, rows in page.shown_rows.items()}


#: What every page that shows facts says of them.
FACT_API_FIELDS = computed_api_fields(treatments=read_treatments, facts=read_facts)


def _row(row: Row) -> dict[str, Any]:
    question = row.question
    return {
        "question": {
            "id": question.pk,
            "text": question.text,
            "kind": question.kind,
            "group": question.group,
            "unit": question.unit,
        },
        "base": row.base,
        "not_alike": row.differences,
        "cells": [
            {"treatment": cell.column, "answers": [_answer(s) for s in cell.statements]}
            for cell in row.cells
        ],
    }


def _answer(statement: Statement) -> dict[str, Any]:
    fact = statement.fact
    return {
        "status": fact.status,
        "headline": statement.headline,
        "sentences": list(statement.sentences),
        "certainty": fact.certainty,
        "basis": fact.basis,
        "value": asdict(fact.value) if fact.value else None,
        "sources": [{"id": c.source, "where": c.where} for c in fact.citations],
        "checked_on": fact.checked_on,
    }
