"""Documents of a run as the result and the register show them."""

from collections import Counter
from typing import Any

from django.urls import reverse
from wagtail.permissions import page_permission_policy

from spine_content.importing.building.kinds import page_model
from spine_content.importing.documents import COUNTED
from spine_content.importing.models import ImportedDocument, ImportRun
from spine_content.importing.reporting import counted, grouped


def told(documents: Any, user: Any) -> list[dict[str, Any]]:
    """Each document with the address of its page, where the user may edit that."""
    documents = list(documents)
    wanted = [each.page_id for each in documents if each.page_id]
    pages = page_model().objects.filter(pk__in=wanted)
    mine = page_permission_policy.instances_user_has_permission_for(user, "change")
    may_edit = set(pages.filter(pk__in=mine.values("pk")).values_list("pk", flat=True))
    there = set(pages.values_list("pk", flat=True))
    return [
        {
            "document": each,
            "url": reverse("wagtailadmin_pages:edit", args=[each.page_id])
            if each.page_id in may_edit
            else "",
            "is_gone": bool(each.page_id) and each.page_id not in there,
            "counts": counts(each),
            "left_out": grouped(each.left_out),
        }
        for each in documents
    ]


def counts(document: ImportedDocument) -> list[tuple[str, int, int]]:
    """Name, number made and number found of everything that is counted."""
    found, made = document.found, document.made
    return [
        (counted(name), made.get(name, 0), found.get(name, 0))
        for name in COUNTED
        if found.get(name) or made.get(name)
    ]


def totals(run: ImportRun) -> list[tuple[Any, int]]:
    """How many documents had each outcome."""
    found = Counter(run.documents.values_list("outcome", flat=True))
    return [
        (outcome.label, found[outcome.value])
        for outcome in ImportedDocument.Outcome
        if found[outcome.value]
    ]


def source(run: ImportRun) -> dict[str, Any]:
    """What is true of the whole file, for the templates."""
    return {
        "source_warnings": run.report.get("warnings", []),
        "source_left_out": grouped(run.report.get("left_out", [])),
    }
