"""What became of each document: in words for people, and as JSON for programs."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from spine_content.importing.building.texts import shortened
from spine_content.importing.documents import COUNTED
from spine_content.importing.models import ImportedDocument, ImportRun

#: Raised when a key of the JSON changes its meaning.
SHAPE = 1
#: So many of many things alike are named to people; the JSON names all.
NAMED, LONGEST_NAME = 5, 100


@dataclass
class Report:
    """The report of one run. ``rehearsed`` means that nothing was done."""

    run: ImportRun
    lines: list[ImportedDocument]
    rehearsed: bool = False

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
            "shape": SHAPE,
            "source": self.run.source_name,
            "parent": self.run.parent_page_id,
            "rehearsed": self.rehearsed,
            "started": self.run.started_at.isoformat(),
            "totals": self.totals(),
            "warnings": self.run.report.get("warnings", []),
            "left_out": self.run.report.get("left_out", []),
            "documents": [_document(line) for line in self.lines],
        }

    def as_text(self) -> str:
        """The report for people, one document after the other."""
        return "\n".join(self._text())

    def _text(self) -> Iterator[str]:
        name = self.run.source_name
        if self.rehearsed:
            yield _("What an import of “%s” would do. Nothing was changed.") % name
        else:
            yield _("What became of “%s”.") % name
        for line in self.lines:
            yield ""
            yield from _lines(line)
        yield ""
        yield from self.summary()

    def summary(self) -> Iterator[str]:
        """The last lines of the report: what holds for all of it."""
        for sentence in self.run.report.get("warnings", []):
            yield f"! {sentence}"
        yield from map(_told, grouped(self.run.report.get("left_out", [])))
        outcomes = Counter(str(line.outcome) for line in self.lines)
        for outcome in ImportedDocument.Outcome:
            if number := outcomes[outcome]:
                yield f"{outcome.label}: {number}"


def _document(line: ImportedDocument) -> dict[str, Any]:
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


def _lines(line: ImportedDocument) -> Iterator[str]:
    yield f"{line.title} ({line.key})"
    label = ImportedDocument.Outcome(line.outcome).label
    kind = f", {line.page_type}" if line.page_type else ""
    page = _(", page %d") % line.page_id if line.page_id else ""
    yield f"  {label}{kind}{page}"
    for name in COUNTED:
        found, made = line.found.get(name, 0), line.made.get(name, 0)
        if found or made:
            yield f"  {counted(name)}: {made}/{found}"
    yield from (f"  {sentence}" for sentence in line.placed)
    yield from (f"  ! {sentence}" for sentence in line.warnings)
    yield from (f"  {_told(group)}" for group in grouped(line.left_out))
    for sentence in line.missing:
        yield "  " + _("Still to fill in: %s") % sentence


def grouped(left_out: list[dict[str, str]]) -> list[dict[str, Any]]:
    """Things that are left out for one reason together, each with its name."""
    groups: dict[tuple[str, str], list[str]] = {}
    for each in left_out:
        groups.setdefault((each["what"], each["reason"]), []).append(each["name"])
    return [
        {"what": what, "reason": reason, "names": named(names), "number": len(names)}
        for (what, reason), names in groups.items()
    ]


def named(names: list[str]) -> str:
    """The first names of many, and how many more there are."""
    first = (shortened(name, LONGEST_NAME) for name in names[:NAMED])
    told = "; ".join(dict.fromkeys(first))
    more = len(names) - NAMED
    return (
        told
        if more < 1
        else _("%(names)s; and %(more)d more")
        % {
            "names": told,
            "more": more,
        }
    )


def _told(group: dict[str, Any]) -> str:
    return _("- left out: %(what)s: %(names)s. %(reason)s") % group


def counted(name: str) -> str:
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
