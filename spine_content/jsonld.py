"""
Pages in the words of schema.org, for programs that read them.

Plain values in, plain dicts out. Who calls this gives only what readers see as well:
nothing here is a claim of its own, least of all a rating.
"""

import datetime
import json
from collections.abc import Iterable
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

Node = dict[str, Any]

#: Signs that could end the script in which the data stand, or a line of it.
ESCAPES = {ord(sign): f"\\u{ord(sign):04X}" for sign in "<>&\u2028\u2029"}
#: What kind of work a source is. Whatever is not named is no more than a work.
SOURCE_TYPES = dict.fromkeys(("trial", "review", "study"), "ScholarlyArticle")
#: What a treatment is. Waiting is something to choose too, but no kind of care.
TREATMENT_TYPES = {
    "procedure": "TherapeuticProcedure",
    "non_surgical": "MedicalTherapy",
    "no_treatment": "Thing",
}
#: What a procedure is, and how it is done where schema.org has a word for that.
PROCEDURE_TYPES = {
    "percutaneous": ("TherapeuticProcedure", "PercutaneousProcedure"),
    "noninvasive": ("TherapeuticProcedure", "NoninvasiveProcedure"),
    "surgical": ("SurgicalProcedure", ""),
}
VOCABULARY = "https://schema.org"


def node(kind: str | list[str], **properties: Any) -> Node:
    """A thing of some type, with those of its properties that have a value."""
    present = {name: value for name, value in properties.items() if value}
    return {"@type": kind, **present}


def breadcrumb_list(pages: Iterable[tuple[str, str | None]]) -> Node:
    """The path to a page: titles and addresses from the home page down."""
    items = [
        node("ListItem", position=position, name=title, item=address)
        for position, (title, address) in enumerate(pages, 1)
    ]
    return node("BreadcrumbList", itemListElement=items)


def organization(name: str) -> Node | None:
    """A clinic, or nothing where it has not said what it is called."""
    return node("MedicalOrganization", name=name) if name else None


def person(name: str, role: str = "", credentials: str = "") -> Node:
    """Somebody who wrote a page, or reviewed it."""
    return node("Person", name=name, jobTitle=role, honorificSuffix=credentials)


def audience(audience_type: str) -> Node:
    """For whom a page is written."""
    return node("MedicalAudience", audienceType=audience_type)


def citation(title: str, kind: str, year: int | None, address: str) -> Node:
    """A publication that a page rests on."""
    work = SOURCE_TYPES.get(kind, "CreativeWork")
    return node(work, name=title, datePublished=year and str(year), url=address)


def treatment(name: str, kind: str) -> Node:
    """Something that a patient can choose."""
    return node(TREATMENT_TYPES.get(kind, "Thing"), name=name)


def procedure(name: str, how: str, **properties: Any) -> Node:
    """A procedure. ``how`` it is done is a key of ``PROCEDURE_TYPES``."""
    kind, technique = PROCEDURE_TYPES.get(how, ("TherapeuticProcedure", ""))
    procedure_type = technique and f"{VOCABULARY}/{technique}"
    return node(kind, name=name, procedureType=procedure_type, **properties)


def local_date(at: datetime.datetime | None) -> str:
    """A point in time as the day on which it was here, or nothing."""
    return timezone.localtime(at).date().isoformat() if at else ""


def script_json(data: Node) -> SafeString:
    """The data as text that can stand in a script, whatever an editor has typed."""
    document = {"@context": VOCABULARY, **data}
    text = json.dumps(document, cls=DjangoJSONEncoder, ensure_ascii=False)
    return mark_safe(text.translate(ESCAPES))  # noqa: S308 - no sign can end the script
