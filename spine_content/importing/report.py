"""What became of each document: as text, as JSON, and for the pages of the admin."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.permissions import page_permission_policy

from spine_content.importing.building.placement import page_model
from spine_content.importing.documents import COUNT_NAMES
from spine_content.importing.models import ImportedDocument, ImportRun
from spine_content.importing.sanitiser import shorten

#: Raised when a key of the JSON changes its meaning.
REPORT_VERSION = 1
#: So many of many things alike are named to people; the JSON names all.
NAMES_SHOWN, MAX_NAME_LENGTH = 5, 100


@dataclass
class Report:
    """The report of one run. ``is_dry_run`` means that nothing was done."""

    run: ImportRun
    lines: list[ImportedDocument]
    is_dry_run: bool = False

    @classmethod
    def of(cls, run: ImportRun) -> "Report":
        return cls(run, list(run.documents.all()))

    def totals(self) -> dict[str, Any]:
        """How many documents there were, by what became of them, and what they held."""
        outcomes = Counter(str(line.outcome) for line in self.lines)
        found, made = Counter[str](), Counter[str]()
        for line in self.lines:
            found.update(line.found)
            made.update(line.made)
        return {
            "documents": len(self.lines),
            "outcomes": dict(sorted(outcomes.items())),
            "found": dict(found),
            "made": dict(made),
            "left_out": sum(len(line.left_out) for line in self.lines)
            + len(self.run.report.get("left_out", [])),
            "warnings": sum(len(line.warnings) for line in self.lines)
            + len(self.run.report.get("warnings", [])),
        }

    @property
    def has_failures(self) -> bool:
        return any(
            line.outcome == ImportedDocument.Outcome.FAILED for line in self.lines
        )

    def as_json(self) -> dict[str, Any]:
        """The report for programs. ``docs/importing.md`` describes its shape."""
        return {
            "shape": REPORT_VERSION,
            "source": self.run.source_name,
            "parent": self.run.parent_page_id,
            "rehearsed": self.is_dry_run,
            "started": self.run.started_at.isoformat(),
            "totals": self.totals(),
            "warnings": self.run.report.get("warnings", []),
            "left_out": self.run.report.get("left_out", []),
            "documents": [_document_json(line) for line in self.lines],
        }

    def as_text(self) -> str:
        """The report for people, one document after the other."""
        return "\n".join(self._text())

    def _text(self) -> Iterator[str]:
        name = self.run.source_name
        if self.is_dry_run:
            yield _("What an import of “%s” would do. Nothing was changed.") % name
        else:
            yield _("What became of “%s”.") % name
        for line in self.lines:
            yield ""
            yield from _document_lines(line)
        yield ""
        yield from self.summary()

    def summary(self) -> Iterator[str]:
        """The last lines of the report: what holds for all of it."""
        for sentence in self.run.report.get("warnings", []):
            yield f"! {sentence}"
        yield from map(
            _skipped_line, group_skipped(self.run.report.get("left_out", []))
        )
        for label, number in outcome_totals(line.outcome for line in self.lines):
            yield f"{label}: {number}"


def _document_json(line: ImportedDocument) -> dict[str, Any]:
    return {
        "key": line.key,
        "title": line.title,
        "outcome": str(line.outcome),
        "page": line.page_id,
        "type": line.page_type,
        "proposed_type": line.proposed_type,
        "reasons": line.reasons,
        "found": line.found,
        "made": line.made,
        "placed": line.placed,
        "warnings": line.warnings,
        "left_out": line.left_out,
        "still_to_fill_in": line.missing,
        "old": {
            "address": line.address,
            "author": line.author,
            "published": line.published_at and line.published_at.isoformat(),
            "changed": line.changed_at and line.changed_at.isoformat(),
            "state": line.status,
            "categories": line.categories,
        },
    }


def _document_lines(line: ImportedDocument) -> Iterator[str]:
    yield f"{line.title} ({line.key})"
    outcome = ImportedDocument.Outcome(line.outcome).label
    kind = f", {line.page_type}" if line.page_type else ""
    page = _(", page %d") % line.page_id if line.page_id else ""
    yield f"  {outcome}{kind}{page}"
    for label, made, found in present_counts(line):
        yield f"  {label}: {made}/{found}"
    yield from (f"  {sentence}" for sentence in line.placed)
    yield from (f"  ! {sentence}" for sentence in line.warnings)
    yield from (f"  {_skipped_line(group)}" for group in group_skipped(line.left_out))
    for sentence in line.missing:
        yield "  " + _("Still to fill in: %s") % sentence


def group_skipped(left_out: list[dict[str, str]]) -> list[dict[str, Any]]:
    """Things that are left out for one reason together, each with its name."""
    groups: dict[tuple[str, str], list[str]] = {}
    for each in left_out:
        groups.setdefault((each["what"], each["reason"]), []).append(each["name"])
    return [
        {"what": w, "reason": r, "names": join_names(names), "number": len(names)}
        for (w, r), names in groups.items()
    ]


def join_names(names: list[str]) -> str:
    """The first names of many, and how many more there are."""
    first = (shorten(name, MAX_NAME_LENGTH) for name in names[:NAMES_SHOWN])
    shown = "; ".join(dict.fromkeys(first))
    more = len(names) - NAMES_SHOWN
    if more < 1:
        return shown
    return _("%(names)s; and %(more)d more") % {"names": shown, "more": more}


def _skipped_line(group: dict[str, Any]) -> str:
    return _("- left out: %(what)s: %(names)s. %(reason)s") % group


def count_label(name: str) -> str:
    """What is counted, in words."""
    return {
        "headings": _("headings"),
        "paragraphs": _("paragraphs"),
        "list_items": _("list items"),
        "table_cells": _("table cells"),
        "images": _("images"),
        "links": _("links"),
        "questions": _("questions"),
        "videos": _("videos"),
        "downloads": _("downloads"),
    }[name]


def present_documents(documents: Any, user: Any) -> list[dict[str, Any]]:
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
            "counts": present_counts(each),
            "left_out": group_skipped(each.left_out),
        }
        for each in documents
    ]


def present_counts(document: ImportedDocument) -> list[tuple[str, int, int]]:
    """Name, number made and number found of everything that is counted."""
    found, made = document.found, document.made
    return [
        (count_label(name), made.get(name, 0), found.get(name, 0))
        for name in COUNT_NAMES
        if found.get(name) or made.get(name)
    ]


def outcome_totals(outcomes: Iterable[str]) -> list[tuple[Any, int]]:
    """How many of some outcomes there are of each kind, by its label."""
    found = Counter(map(str, outcomes))
    return [
        (outcome.label, found[outcome.value])
        for outcome in ImportedDocument.Outcome
        if found[outcome.value]
    ]


def present_run(run: ImportRun, documents: Any, user: Any) -> dict[str, Any]:
    """A run with some of its documents, for the templates."""
    return {
        "documents": present_documents(documents, user),
        "totals": outcome_totals(run.documents.values_list("outcome", flat=True)),
        **source_messages(run),
    }


def source_messages(run: ImportRun) -> dict[str, Any]:
    """What is true of the whole file, for the templates."""
    return {
        "source_warnings": run.report.get("warnings", []),
        "source_left_out": group_skipped(run.report.get("left_out", [])),
    }
