"""The demo's pages as an editor types them, and what a visitor reads afterwards."""

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

from bs4 import BeautifulSoup
from wagtail.fields import StreamField
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageBlock
from wagtail.models import Page

from site_project.demo.fields import Reader, line
from site_project.demo.files import entries, read
from site_project.demo.loader import SNIPPETS
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

#: A page of each type, by its address in the demo.
PAGES: dict[str, tuple[type[Page], str]] = {
    "topic": (TopicPage, "spinal-fractures"),
    "procedure": (ProcedurePage, "vertebroplasty"),
    "comparison": (ComparisonPage, "compare-your-choices"),
    "story": (PatientStoryPage, "i-chose-to-wait"),
    "recovery": (RecoveryGuidePage, "recovery-after-vertebroplasty"),
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


class Typist(Reader):
    """Reads a page of the demo as an editor types it: with words in place of keys."""

    def __init__(self) -> None:
        super().__init__()
        for _place, name, told in entries("pictures"):
            self.alts[name] = line(told["description"])

    def field(self, field: Any, value: Any) -> Any:
        if isinstance(field, StreamField):
            return self.block(field.stream_block, value, uuid4())
        return super().field(field, value)

    def block(self, block: Any, value: Any, seed: Any) -> Any:
        typed = super().block(block, value, seed)
        if isinstance(block, ImageBlock):
            del typed["decorative"]
        return typed

    def items(self, kinds: Any, values: Any, seed: Any) -> list[Any]:
        found = super().items(kinds, values, seed)
        return [each["value"] for each in found] if "item" in kinds else found

    def struct(self, children: Any, fields: Any, seed: Any) -> dict[str, Any]:
        # What is not in the file stays as the form offers it.
        return {
            name: self.block(children[name], value, seed)
            for name, value in fields.items()
        }

    def find(self, model: Any, name: str) -> Choice:
        """What an editor looks for in the dialog that offers it."""
        return Choice(known_as(model, name))

    def link(self, address: str) -> str:
        return f'href="{address}"'


def typed(kind: str, title: str) -> dict[str, Any]:
    """All fields of a page of the demo, under a title of their own."""
    model, slug = PAGES[kind]
    told = {key: data for _place, key, data in entries("pages")}[slug]
    told = {name: told[name] for name in told if name not in ("type", "below")}
    values = Typist().values(model, {**told, "title": title})
    names = {field.attname: field.name for field in model._meta.concrete_fields}
    return _short({names[name]: value for name, value in values.items()})


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
        text = text.replace(f"{{{token}}}", read("clinic.yaml")[f"{token}_phone"])
    return text


def _short(value: Any) -> Any:
    if isinstance(value, list):
        return [_short(part) for part in value]
    if isinstance(value, dict):
        return {name: _short(_enough(name, part)) for name, part in value.items()}
    return value


def _enough(name: str, value: Any) -> Any:
    return value[: ENOUGH[name]] if name in ENOUGH else value


def known_as(model: Any, name: str) -> str:
    if model is get_image_model():
        return line(read("pictures.yaml")[name]["title"])
    if issubclass(model, Page):
        return Page.objects.get(slug=name).title
    if model is Measure:
        key = translation_key(name)
        return Measure.objects.get(translation_key=key).question
    folder, same = next(
        (folder, same) for folder, (kind, same) in SNIPPETS.items() if kind is model
    )
    row = {key: data for _place, key, data in entries(folder)}[name]
    return str(model.objects.get(**{each: line(row[each]) for each in same}))
