"""What an import is made of, whether it goes in one go or in steps."""

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from logging import getLogger
from typing import Any

from django.db import InterfaceError, OperationalError
from django.utils import timezone
from django.utils.translation import gettext as _

from spine_content.importing.building import texts
from spine_content.importing.building.job import Job
from spine_content.importing.building.kinds import kinds_below, may_add_below
from spine_content.importing.building.notes import as_json
from spine_content.importing.building.page import build
from spine_content.importing.classifying import classify
from spine_content.importing.documents import (
    ASK,
    ImportRefused,
    Original,
    Outline,
    Proposal,
)
from spine_content.importing.models import ImportedDocument, ImportRun, key_hash
from spine_content.importing.outlining import outline, repeated_titles
from spine_content.importing.reporting import Report

logger = getLogger(__name__)
State, Outcome = ImportRun.State, ImportedDocument.Outcome
#: What becomes of a document whose type nobody can tell, unless somebody says so.
UNSURE = "topic"


def begin(
    name: str, parent: Any, user: Any, *, unsure: str = UNSURE, upload: str = ""
) -> ImportRun:
    """A run that is not saved yet, refused in words where it could make nothing."""
    kinds = kinds_below(parent)
    if not may_add_below(parent, user):
        raise ImportRefused(_("You may not add pages below “%s”.") % parent.title)
    if not kinds:
        raise ImportRefused(
            _("None of the clinic's page types can stand below “%s”.") % parent.title
        )
    return ImportRun(
        source_name=texts.seen(name)[:255],
        parent_page_id=parent.pk,
        parent_title=parent.get_admin_display_title()[:255],
        user=user,
        unsure_type=unsure if unsure in kinds else next(iter(kinds)),
        upload=upload,
    )


def plan(
    run: ImportRun,
    original: Original,
    outlined: Outline,
    proposal: Proposal,
    position: int,
) -> ImportedDocument:
    """The line of a document of which nothing is made yet."""
    title = outlined.title or original.title or original.key
    return ImportedDocument(
        run=run,
        position=position,
        key=texts.seen(original.key),
        key_hash=key_hash(original.key),
        parent_key_hash=key_hash(original.parent_key) if original.parent_key else "",
        digest=original.digest,
        title=" ".join(texts.seen(title).split())[:255] or _("Without a title"),
        kind=original.kind[:20],
        address=texts.seen(original.address),
        author=texts.seen(original.author),
        published_at=original.published_at,
        changed_at=original.changed_at,
        status=texts.seen(original.status)[:40],
        categories=texts.storable(original.categories),
        proposed_type=proposal.page_type,
        reasons=texts.storable([str(each) for each in proposal.reasons]),
        headings=texts.storable([each.heading for each in outlined.sections]),
        found=outlined.counts,
        warnings=texts.storable(outlined.warnings),
        left_out=as_json(outlined.left_out),
    )


def settle_type(line: ImportedDocument, kinds: dict[str, Any], wanted: str) -> None:
    """Decide which type is made: as wanted, as proposed, or what the run says."""
    line.page_type = wanted or line.proposed_type
    if line.page_type in kinds:
        return
    unsure = line.run.unsure_type
    if line.page_type == ASK:
        line.reasons.append(_("So it becomes what you chose for such documents."))
    else:
        line.reasons.append(_("That type cannot stand below the page you chose."))
    line.page_type = unsure if unsure in kinds else next(iter(kinds))


def make(
    job: Job, line: ImportedDocument, original: Original, outlined: Outline
) -> None:
    """Build one document. What breaks on it breaks nothing else, and is on record."""
    try:
        build(job, line, original, outlined)
    except (OperationalError, InterfaceError):
        raise  # the database is away, and no document is to blame
    except Exception as why:
        logger.exception("“%s” could not be imported.", line.key)
        line.outcome = Outcome.FAILED
        line.page_id = line.revision_id = line.redirect_id = None
        line.warnings = [_("It could not be made: %s") % texts.seen(str(why))[:300]]
        line.save()


def numbered(source: Any) -> Iterator[tuple[int, Original]]:
    """The documents with their numbers from 1 on, each under a key of its own."""
    times = Counter[str]()
    for position, original in enumerate(source.originals(), 1):
        times[original.key] += 1
        if (number := times[original.key]) > 1:
            # Some exports give two posts one name.
            original.key = f"{original.key} ({number})"
        yield position, original


def understood(original: Original, run: ImportRun) -> tuple[Outline, Proposal]:
    """What a document says, and the page type that fits."""
    found = outline(original, site_titles=run.report.get("site_titles", ()))
    return found, classify(found, original)


def note_titles(run: ImportRun, source: Any) -> None:
    """Look through files once for the titles that many of them have."""
    first = next(iter(source.originals()), None)
    # An export says the title of each document, so that there is nothing to look for.
    if first and first.kind == "file" and source.count != 1:
        titles = repeated_titles(source.originals())
        run.report["site_titles"] = texts.storable(sorted(titles))


def note_source(run: ImportRun, source: Any) -> None:
    """Keep what the reader says of the file as a whole, once it has read all of it."""
    run.report = {
        **run.report,
        "warnings": texts.storable([str(each) for each in source.warnings]),
        "left_out": as_json(source.left_out),
    }


def close(run: ImportRun) -> None:
    """End a run, and put its totals on record."""
    run.state, run.finished_at = State.FINISHED, timezone.now()
    run.report = {**run.report, "totals": Report.of(run).totals()}
    run.save()


def stop(run: ImportRun, reason: str = "") -> None:
    """End a run before its time. What is made stays made."""
    run.documents.filter(outcome=Outcome.PLANNED).update(outcome=Outcome.LEFT_OUT)
    if reason:
        said = [*run.report.get("warnings", []), texts.seen(reason)]
        run.report = {**run.report, "warnings": said}
    close(run)
    run.state = State.STOPPED
    run.save()


def stop_old() -> None:
    """End the runs that nobody has gone on with for a day."""
    begun = timezone.now() - timedelta(days=1)
    over = [State.FINISHED, State.STOPPED]
    for old in ImportRun.objects.filter(started_at__lt=begun).exclude(state__in=over):
        stop(old)
