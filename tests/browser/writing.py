"""The demo's pages as an editor types them, and what a visitor reads afterwards."""

from collections.abc import Iterator
from typing import Any

from bs4 import BeautifulSoup
from wagtail.models import Page

from site_project.demo import comparison, recovery, stories, topic, vertebroplasty
from site_project.demo.blocks import Picture, Ref
from site_project.demo.loader import TABLES
from site_project.demo.settings import SETTINGS
from site_project.drawings import DRAWINGS
from spine_content.models import Measure
from spine_content.pages.models import (
    ComparisonPage,
    PatientStoryPage,
    ProcedurePage,
    RecoveryGuidePage,
    TopicPage,
)
from spine_content.starter.measures import translation_key
from tests.browser.fields import Choice
from tests.browser.visitor import words

PAGES: dict[str, tuple[type[Page], dict[str, Any]]] = {
    "topic": (TopicPage, topic.PAGE),
    "procedure": (ProcedurePage, vertebroplasty.PAGE),
    "comparison": (ComparisonPage, comparison.PAGE),
    "story": (PatientStoryPage, stories.WAITED),
    "recovery": (RecoveryGuidePage, recovery.VERTEBROPLASTY),
}
#: Long lists of things that are alike, cut short: a third one would teach nothing.
ENOUGH = {
    "authors": 1,
    "dont": 2,
    "do": 2,
    "further_support": 1,
    "items": 2,
    "measures": 2,
    "milestones": 2,
    "not_suitable_if": 1,
    "phases": 2,
    "questions_to_ask": 2,
    "sources": 2,
    "steps": 2,
    "suitable_if": 2,
    "warning_signs": 2,
}
#: Parts of a page that are not written on it. An alternative text is heard.
NOT_WRITTEN = {"alt_text", "condition", "image_alt"}


def typed(kind: str, title: str) -> dict[str, Any]:
    """All fields of a page of the demo, under a title of their own."""
    values = {**PAGES[kind][1], "title": title}
    del values["slug"]
    if "image" in values:
        values["image_alt"] = DRAWINGS[values["image"].key].alt
    return _typed(values)


def seen(value: Any) -> Iterator[str]:
    """Every passage in what was typed that a visitor should find on the page."""
    if isinstance(value, dict):
        for name, part in value.items():
            yield from () if name in NOT_WRITTEN else seen(part)
    elif isinstance(value, list):
        for part in value:
            yield from seen(part)
    elif isinstance(value, str) and not isinstance(value, Choice) and " " in value:
        html = BeautifulSoup(value, "html.parser")
        blocks = html.find_all(["p", "li", "h2", "h3"]) or [html]
        yield from (_with_numbers(words(block.get_text())) for block in blocks)


def _with_numbers(text: str) -> str:
    """What readers see where an editor typed ``{clinic}``."""
    for token in ("emergency", "urgent", "clinic"):
        text = text.replace(f"{{{token}}}", SETTINGS[f"{token}_phone"])
    return text


def _typed(value: Any) -> Any:
    if isinstance(value, Picture):
        drawing = DRAWINGS[value.key]
        return {"image": Choice(drawing.title), "alt_text": drawing.alt}
    if isinstance(value, Ref):
        return Choice(_known_as(value))
    if isinstance(value, list):
        return [_typed(part) for part in value]
    if isinstance(value, dict):
        return {name: _typed(_enough(name, part)) for name, part in value.items()}
    return value


def _enough(name: str, value: Any) -> Any:
    return value[: ENOUGH[name]] if name in ENOUGH else value


def _known_as(ref: Ref) -> str:
    """What an editor looks for in the dialog that offers it."""
    if ref.kind == "picture":
        return DRAWINGS[ref.key].title
    if ref.kind == "page":
        return Page.objects.get(slug=ref.key).title
    if ref.kind == "measure":
        key = translation_key(ref.key)
        return Measure.objects.get(translation_key=key).question
    model, same, rows = next(rest for kind, *rest in TABLES if kind == ref.kind)
    row = rows[ref.key]
    return str(model.objects.get(**{name: row[name] for name in same}))
