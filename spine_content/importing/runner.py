"""
The stages of an import, and the import in one go. ``steps`` takes them one by one.

Each document is one transaction: what fails in it does not touch the others.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import timedelta
from logging import getLogger
from pathlib import Path
from typing import Any

from django.db import InterfaceError, OperationalError
from django.utils import timezone
from django.utils.translation import gettext as _

from spine_content.importing.building.draft import Job, build_draft
from spine_content.importing.building.links import (
    resolve_document,
    unresolved_documents,
)
from spine_content.importing.building.placement import may_add_below, page_types_below
from spine_content.importing.building.previous_imports import expected_outcome
from spine_content.importing.classification import classify
from spine_content.importing.documents import (
    ASK,
    ImportRefused,
    ParsedDocument,
    Proposal,
    SourceDocument,
    skipped_as_json,
)
from spine_content.importing.models import ImportedDocument, ImportRun, key_hash
from spine_content.importing.parsing import parse_document, repeated_titles
from spine_content.importing.report import Report
from spine_content.importing.sanitiser import storable, without_control_characters
from spine_content.importing.sources import Source, open_source
from spine_content.importing.uploads import delete_upload

logger = getLogger(__name__)
State, Outcome = ImportRun.State, ImportedDocument.Outcome
#: What becomes of a document whose type nobody can tell, unless somebody says so.
DEFAULT_TYPE = "topic"


def start_run(
    name: str, parent: Any, user: Any, *, unsure: str = DEFAULT_TYPE, upload: str = ""
) -> ImportRun:
    """A run that is not saved yet, refused in words where it could make nothing."""
    page_types = page_types_below(parent)
    if not may_add_below(parent, user):
        raise ImportRefused(_("You may not add pages below “%s”.") % parent.title)
    if not page_types:
        raise ImportRefused(
            _("None of the clinic's page types can stand below “%s”.") % parent.title
        )
    return ImportRun(
        source_name=without_control_characters(name)[:255],
        parent_page_id=parent.pk,
        parent_title=parent.get_admin_display_title()[:255],
        user=user,
        unsure_type=unsure if unsure in page_types else next(iter(page_types)),
        upload=upload,
    )


def plan_document(
    run: ImportRun,
    document: SourceDocument,
    parsed: ParsedDocument,
    proposal: Proposal,
    position: int,
) -> ImportedDocument:
    """The record of a document of which nothing is made yet, not saved."""
    title = parsed.title or document.title or document.key
    return ImportedDocument(
        run=run,
        position=position,
        key=without_control_characters(document.key),
        key_hash=key_hash(document.key),
        parent_key_hash=key_hash(document.parent_key) if document.parent_key else "",
        digest=document.digest,
        title=" ".join(without_control_characters(title).split())[:255]
        or _("Without a title"),
        kind=document.kind[:20],
        address=without_control_characters(document.address),
        author=without_control_characters(document.author),
        published_at=document.published_at,
        changed_at=document.changed_at,
        status=without_control_characters(document.status)[:40],
        categories=storable(document.categories),
        proposed_type=proposal.page_type,
        reasons=storable([str(each) for each in proposal.reasons]),
        headings=storable([each.heading for each in parsed.sections]),
        found=parsed.counts,
        warnings=storable(parsed.warnings),
        left_out=skipped_as_json(parsed.skipped),
    )


def resolve_type(
    line: ImportedDocument, page_types: dict[str, Any], wanted: str
) -> None:
    """Decide the page type: as asked for, as proposed, or the default of the run."""
    line.page_type = wanted or line.proposed_type
    if line.page_type in page_types:
        return
    unsure = line.run.unsure_type
    if line.page_type == ASK:
        line.reasons.append(_("So it becomes what you chose for such documents."))
    else:
        line.reasons.append(_("That type cannot stand below the page you chose."))
    line.page_type = unsure if unsure in page_types else next(iter(page_types))


def build_document(
    job: Job, line: ImportedDocument, document: SourceDocument, parsed: ParsedDocument
) -> None:
    """Build one document. An error fails this document alone, and is on record."""
    try:
        build_draft(job, line, document, parsed)
    except (OperationalError, InterfaceError):
        raise  # the database is away, and no document is to blame
    except Exception as why:
        logger.exception("“%s” could not be imported.", line.key)
        line.outcome = Outcome.FAILED
        line.page_id = line.revision_id = line.redirect_id = None
        line.warnings = [
            _("It could not be made: %s") % without_control_characters(str(why))[:300]
        ]
        line.save()


def numbered_documents(source: Source) -> Iterator[tuple[int, SourceDocument]]:
    """The documents with their numbers from 1 on, each under a key of its own."""
    times = Counter[str]()
    for position, document in enumerate(source.documents(), 1):
        times[document.key] += 1
        if (number := times[document.key]) > 1:
            # Some exports give two posts one name.
            document.key = f"{document.key} ({number})"
        yield position, document


def parse_and_classify(
    document: SourceDocument, run: ImportRun
) -> tuple[ParsedDocument, Proposal]:
    """What a document says, and the page type that fits."""
    found = parse_document(document, site_titles=run.report.get("site_titles", ()))
    return found, classify(found, document)


def record_site_titles(run: ImportRun, source: Source) -> None:
    """Look through files once for the titles that many of them have."""
    first = next(iter(source.documents()), None)
    # An export says the title of each document, so that there is nothing to look for.
    if first and first.kind == "file" and source.count != 1:
        titles = repeated_titles(source.documents())
        run.report["site_titles"] = storable(sorted(titles))


def record_source_messages(run: ImportRun, source: Source) -> None:
    """Keep what the reader says of the file as a whole, once it has read all of it."""
    run.report = {
        **run.report,
        "warnings": storable([str(each) for each in source.warnings]),
        "left_out": skipped_as_json(source.skipped),
    }


def finish_run(run: ImportRun, state: ImportRun.State = State.FINISHED) -> None:
    """End a run, put its totals on record, and delete its upload."""
    run.state, run.finished_at = state, timezone.now()
    run.report = {**run.report, "totals": Report.of(run).totals()}
    upload, run.upload = run.upload, ""
    run.save()
    delete_upload(upload)


def stop_run(run: ImportRun, reason: str = "") -> None:
    """End a run before its time. What is made stays made."""
    run.documents.filter(outcome=Outcome.PLANNED).update(outcome=Outcome.LEFT_OUT)
    if reason:
        said = [*run.report.get("warnings", []), without_control_characters(reason)]
        run.report = {**run.report, "warnings": said}
    finish_run(run, State.STOPPED)


def stop_abandoned_runs() -> None:
    """End the runs that were begun a day ago, and delete their uploads."""
    begun = timezone.now() - timedelta(days=1)
    unfinished = ImportRun.objects.exclude(state__in=ImportRun.OVER)
    for old in unfinished.filter(started_at__lt=begun):
        stop_run(old)


#: A document with its record and what it says.
Planned = tuple[ImportedDocument, SourceDocument, ParsedDocument]


def run(
    path: Path,
    parent: Any,
    user: Any = None,
    *,
    wanted: str = "",
    again: bool = False,
    dry_run: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> Report:
    """
    Import ``path`` below ``parent`` as drafts of ``user``, and say what was done.

    ``wanted`` is the ``page_type`` of every page; else each document's own is used.
    After each document ``progress`` is called with the number done and the total.
    Raises ``ImportRefused`` for what is not read at all.
    """
    started, source = start_run(path.name, parent, user), open_source(path)
    page_types = page_types_below(parent)

    def planned() -> Iterator[Planned]:
        record_site_titles(started, source)
        for position, document in numbered_documents(source):
            parsed, proposal = parse_and_classify(document, started)
            line = plan_document(started, document, parsed, proposal, position)
            line.again = again
            resolve_type(line, page_types, wanted)
            yield line, document, parsed
            if progress:
                progress(position, source.count)

    if dry_run:
        return _dry_run(started, source, planned())
    return _execute(started, source, page_types, planned())


def _dry_run(run: ImportRun, source: Source, planned: Iterator[Planned]) -> Report:
    """What would be done, without doing any of it."""
    lines = []
    for line, _document, _parsed in planned:
        line.outcome, reason = expected_outcome(line, run.user)
        line.warnings += [reason] if reason else []
        lines.append(line)
    record_source_messages(run, source)
    return Report(run, lines, is_dry_run=True)


def _execute(
    run: ImportRun,
    source: Source,
    page_types: dict[str, Any],
    planned: Iterator[Planned],
) -> Report:
    run.state = State.BUILDING
    run.save()
    try:
        stop_abandoned_runs()
        job = Job(run, source.files, page_types)
        for line, document, parsed in planned:
            build_document(job, line, document, parsed)
        record_source_messages(run, source)
        for line in unresolved_documents(run):
            resolve_document(line, job.url_map)
        finish_run(run)
        return Report.of(run)
    except ImportRefused as reason:
        # Some files are found to be broken only where they break.
        stop_run(run, str(reason))
        raise
