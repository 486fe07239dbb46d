"""What we use of schema.org, as it is defined there, and what does not fit into it."""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from tests.reading import DATA, words

TEXT, DATE, ADDRESS, NUMBER = "Text", "Date", "URL", "Integer"
#: Types by name: what each is a kind of, and the properties that it brings along with
#: the types that a value of each may have.
TYPES: dict[str, tuple[str | None, dict[str, set[str]]]] = {
    "Thing": (
        None,
        {
            "alternateName": {TEXT},
            "description": {TEXT},
            "disambiguatingDescription": {TEXT},
            "name": {TEXT},
            "url": {ADDRESS},
        },
    ),
    "CreativeWork": (
        "Thing",
        {
            "about": {"Thing"},
            "author": {"Organization", "Person"},
            "citation": {"CreativeWork", TEXT},
            "dateModified": {DATE},
            "datePublished": {DATE},
            "hasPart": {"CreativeWork"},
            "headline": {TEXT},
            "inLanguage": {"Language", TEXT},
            "mainEntity": {"Thing"},
            "publisher": {"Organization", "Person"},
        },
    ),
    "Article": ("CreativeWork", {}),
    "ScholarlyArticle": ("Article", {}),
    "WebPage": (
        "CreativeWork",
        {
            "breadcrumb": {"BreadcrumbList", TEXT},
            "lastReviewed": {DATE},
            "reviewedBy": {"Organization", "Person"},
        },
    ),
    "CollectionPage": ("WebPage", {}),
    "MedicalWebPage": (
        "WebPage",
        {"medicalAudience": {"MedicalAudience", "MedicalAudienceType"}},
    ),
    "Intangible": ("Thing", {}),
    "Audience": ("Intangible", {"audienceType": {TEXT}}),
    "MedicalAudience": ("Audience", {}),
    "ItemList": ("Intangible", {"itemListElement": {"ListItem", TEXT, "Thing"}}),
    "BreadcrumbList": ("ItemList", {}),
    "ListItem": ("Intangible", {"item": {"Thing"}, "position": {NUMBER, TEXT}}),
    "Organization": ("Thing", {}),
    "MedicalOrganization": ("Organization", {}),
    "Person": ("Thing", {"honorificSuffix": {TEXT}, "jobTitle": {TEXT}}),
    "MedicalEntity": ("Thing", {}),
    "MedicalProcedure": (
        "MedicalEntity",
        {
            "bodyLocation": {TEXT},
            "followup": {TEXT},
            "howPerformed": {TEXT},
            "preparation": {"MedicalEntity", TEXT},
            "procedureType": {"MedicalProcedureType"},
        },
    ),
    "SurgicalProcedure": ("MedicalProcedure", {}),
    "TherapeuticProcedure": ("MedicalProcedure", {}),
    "MedicalTherapy": ("TherapeuticProcedure", {}),
}
#: Values that have names of their own.
MEMBERS = {
    f"https://schema.org/{name}": "MedicalProcedureType"
    for name in ("NoninvasiveProcedure", "PercutaneousProcedure")
}


#: What is meant for programs alone: words of schema.org, and codes for what is seen.
CODES = {"@type", "@context", "inLanguage", "procedureType", "position"}
ADDRESSES = {"url", "item"}


def data(page: Any) -> Any:
    """What a page says of itself: in one place, or it could contradict itself."""
    (only,) = page.select(f'script[type="{DATA}"]')
    return json.loads(only.string)


def values(data: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    """Pairs of property and value of everything said, however deep."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from values(value, key)
    elif isinstance(data, list):
        for value in data:
            yield from values(value, name)
    else:
        yield name, data


def misfits(data: Any) -> Iterator[str]:
    """A line for each type, property and value that schema.org does not have so."""
    kinds = _list(data["@type"])
    yield from (f"no type {kind}" for kind in kinds if kind not in TYPES)
    known: dict[str, set[str]] = {}
    for kind in _with_parents(kinds):
        known |= TYPES[kind][1]
    for name, value in data.items():
        if name in ("@type", "@context"):
            continue
        if name not in known:
            yield f"{kinds} have no {name}"
        for each in _list(value):
            if isinstance(each, dict):
                yield from misfits(each)
            if not _types(each, name) & known.get(name, set()):
                yield f"{name} cannot be {each!r}"


def _types(value: Any, name: str) -> set[str]:
    if isinstance(value, dict):
        return _with_parents(_list(value["@type"]))
    if isinstance(value, int):
        return {NUMBER}
    if name == "item":  # the address of a thing stands for it
        return {"Thing"}
    return {MEMBERS[value]} if value in MEMBERS else {TEXT, DATE, ADDRESS}


def _with_parents(kinds: list[str]) -> set[str]:
    found: set[str] = set()
    remaining: list[str | None] = [*kinds]
    while remaining:
        kind = remaining.pop()
        if kind in TYPES:
            found.add(str(kind))
            remaining.append(TYPES[str(kind)][0])
    return found


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def unseen(page: Any) -> Iterator[str]:
    """Every word and address in the data that no reader finds on the page."""
    found_values = [*values(data(page))]
    links = {urlsplit(tag["href"]).path for tag in page.select("[href]")}
    days = {tag["datetime"] for tag in page.main.select("time")}
    for tag in page.select("script, template, title, head"):
        tag.decompose()
    text = words(page)
    for name, value in found_values:
        if name in ADDRESSES:
            if urlsplit(value).path not in links and value not in links:
                yield value
        elif name not in CODES and value not in days and value not in text:
            yield f"{name}: {value}"
