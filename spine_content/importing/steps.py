"""
An import in steps, each short enough for one request: no task queue is needed, and
whatever ends a step, the next one goes on after the last whole document.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.db import transaction
from django.utils.functional import cached_property

from spine_content.importing.building.draft import Job
from spine_content.importing.building.links import (
    resolve_document,
    unresolved_documents,
    url_map_of,
)
from spine_content.importing.building.placement import page_types_below
from spine_content.importing.building.previous_imports import expected_outcome
from spine_content.importing.documents import SourceDocument
from spine_content.importing.models import ImportedDocument, ImportRun
from spine_content.importing.runner import (
    State,
    build_document,
    finish_run,
    numbered_documents,
    parse_and_classify,
    plan_document,
    record_site_titles,
    record_source_messages,
    resolve_type,
)
from spine_content.importing.sources import open_source
from spine_content.importing.uploads import copy_upload

#: Seconds that a step works before the page shows how far it is.
STEP_SECONDS = 2.0


@dataclass
class ImportStep:
    """One step of a run: ``advance`` until the run waits for a decision, or is over."""

    run: ImportRun
    parent: Any
    seconds: float = STEP_SECONDS
    deadline: float = field(default=0.0, init=False)
    _folder: TemporaryDirectory[str] | None = field(default=None, init=False)

    def advance(self) -> None:
        """Go on for a while. Raises ``ImportRefused`` when the file is gone."""
        ways = {
            State.READING: self._read,
            State.BUILDING: self._build,
            State.LINKING: self._resolve_links,
        }
        if self.run.state in ways:
            ways[State(self.run.state)]()

    @cached_property
    def source(self) -> Any:
        self._folder = TemporaryDirectory(prefix="spine-import-")
        folder = Path(self._folder.name)
        run = self.run
        return open_source(copy_upload(run.upload, run.source_name, folder))

    def close(self) -> None:
        """Delete the copy of the upload that was read."""
        if self._folder:
            self._folder.cleanup()

    @property
    def total(self) -> int:
        """How many documents there are, as far as it is known."""
        if self.run.state == State.READING:
            return max(int(self.source.count), self.done)
        return self.run.documents.count()

    @property
    def done(self) -> int:
        documents = self.run.documents
        if self.run.state == State.READING:
            return documents.count()
        if self.run.state == State.LINKING:
            return documents.filter(position__lte=self.run.joined).count()
        return documents.exclude(outcome="planned").count()

    def _read(self) -> None:
        after = self.run.documents.count()
        if not after:
            record_site_titles(self.run, self.source)
            self.run.save()
        for position, document in self._documents_from(after + 1):
            parsed, proposal = parse_and_classify(document, self.run)
            line = plan_document(self.run, document, parsed, proposal, position)
            line.outlook, reason = expected_outcome(line, self.run.user)
            line.warnings += [reason] if reason else []
            line.save()
            if self._time_is_up():
                return
        record_source_messages(self.run, self.source)
        self.run.state = State.READY
        self.run.save()

    def _build(self) -> None:
        planned = self.run.documents.filter(outcome="planned")
        first = planned.values_list("position", flat=True).first()
        if first is not None:
            page_types = page_types_below(self.parent)
            job = Job(self.run, self.source.files, page_types, url_map_of(self.run))
            for position, document in self._documents_from(first):
                self._build_one(job, position, document)
                if self._time_is_up():
                    return
            # What the file does not hold any more cannot be made.
            planned.update(outcome="left_out")
        self.run.state = State.LINKING
        self.run.save()

    @transaction.atomic
    def _build_one(self, job: Job, position: int, document: SourceDocument) -> None:
        # Somebody may have pressed the button in two windows.
        waiting = ImportedDocument.objects.select_for_update().filter(outcome="planned")
        line = waiting.filter(run=self.run, position=position).first()
        if line is None:
            return
        line.run = self.run
        parsed, _proposal = parse_and_classify(document, self.run)
        resolve_type(line, job.page_types, line.page_type)
        build_document(job, line, document, parsed)

    def _resolve_links(self) -> None:
        url_map = url_map_of(self.run)
        self._start()
        for line in unresolved_documents(self.run).filter(position__gt=self.run.joined):
            resolve_document(line, url_map)
            self.run.joined = line.position
            self.run.save()
            if self._time_is_up():
                return
        finish_run(self.run)

    def _documents_from(self, first: int) -> Iterator[tuple[int, SourceDocument]]:
        """The documents from the one with this number on."""
        begun, passed = time.monotonic(), 0.0
        for position, document in numbered_documents(self.source):
            if position < first:
                passed = time.monotonic() - begun
                continue
            if not self.deadline:
                # A big file takes long to get through: then work as long as that.
                self._start(passed)
            yield position, document

    def _start(self, at_least: float = 0.0) -> None:
        self.deadline = time.monotonic() + max(self.seconds, at_least)

    def _time_is_up(self) -> bool:
        return time.monotonic() >= self.deadline


def unfinished_runs(user: Any) -> Any:
    """The runs of a user that are not over, newest first."""
    unfinished = ImportRun.objects.exclude(state__in=ImportRun.OVER)
    return unfinished.filter(user=user).exclude(upload="")
