"""
An import in steps, each short enough for one request: no task queue is needed, and
whatever ends a step, the next one goes on after the last whole document.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils.functional import cached_property

from spine_content.importing import uploads
from spine_content.importing.building.deciding import expected
from spine_content.importing.building.job import Job
from spine_content.importing.building.kinds import kinds_below
from spine_content.importing.building.linking import addresses_of, join, to_join
from spine_content.importing.documents import Original
from spine_content.importing.models import ImportedDocument, ImportRun
from spine_content.importing.planning import (
    State,
    close,
    make,
    note_source,
    note_titles,
    numbered,
    plan,
    settle_type,
    stop,
    understood,
)
from spine_content.importing.reading import read

#: How long a step works before somebody is told how far it is, in seconds.
SECONDS = 2.0


@dataclass
class Step:
    """One step of a run: ``take`` it until the run waits for somebody, or is over."""

    run: ImportRun
    parent: Any
    seconds: float = SECONDS
    until: float = field(default=0.0, init=False)

    def take(self) -> None:
        """Go on for a while. Raises ``ImportRefused`` when the file is gone."""
        ways = {
            State.READING: self._read,
            State.BUILDING: self._build,
            State.LINKING: self._join,
        }
        if self.run.state in ways:
            ways[State(self.run.state)]()

    @cached_property
    def source(self) -> Any:
        return read(uploads.path_of(self.run.upload))

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
            note_titles(self.run, self.source)
            self.run.save()
        for position, original in self._from(after + 1):
            outlined, proposal = understood(original, self.run)
            line = plan(self.run, original, outlined, proposal, position)
            line.outlook, reason = expected(line, self.run.user)
            line.warnings += [reason] if reason else []
            line.save()
            if self._is_over():
                return
        note_source(self.run, self.source)
        self.run.state = State.READY
        self.run.save()

    def _build(self) -> None:
        planned = self.run.documents.filter(outcome="planned")
        first = planned.values_list("position", flat=True).first()
        if first is not None:
            kinds = kinds_below(self.parent)
            job = Job(self.run, self.source.files, kinds, addresses_of(self.run))
            for position, original in self._from(first):
                self._build_one(job, position, original)
                if self._is_over():
                    return
            # What the file does not hold any more cannot be made.
            planned.update(outcome="left_out")
        self.run.state = State.LINKING
        self.run.save()

    @transaction.atomic
    def _build_one(self, job: Job, position: int, original: Original) -> None:
        # Somebody may have pressed the button in two windows.
        waiting = ImportedDocument.objects.select_for_update().filter(outcome="planned")
        line = waiting.filter(run=self.run, position=position).first()
        if line is None:
            return
        line.run = self.run
        outlined, _proposal = understood(original, self.run)
        settle_type(line, job.kinds, line.page_type)
        make(job, line, original, outlined)

    def _join(self) -> None:
        addresses = addresses_of(self.run)
        self._start()
        for line in to_join(self.run).filter(position__gt=self.run.joined):
            join(line, addresses)
            self.run.joined = line.position
            self.run.save()
            if self._is_over():
                return
        close(self.run)
        uploads.discard(self.run.upload)

    def _from(self, first: int) -> Iterator[tuple[int, Original]]:
        """The documents from the one with this number on."""
        begun, passed = time.monotonic(), 0.0
        for position, original in numbered(self.source):
            if position < first:
                passed = time.monotonic() - begun
                continue
            if not self.until:
                # A big file takes long to get through: then work as long as that.
                self._start(passed)
            yield position, original

    def _start(self, at_least: float = 0.0) -> None:
        self.until = time.monotonic() + max(self.seconds, at_least)

    def _is_over(self) -> bool:
        return time.monotonic() >= self.until


def give_up(run: ImportRun, reason: str = "") -> None:
    """Stop, and let the file go."""
    stop(run, reason)
    uploads.discard(run.upload)


def unfinished(user: Any) -> Any:
    """The uploads of a user that wait for them."""
    over = [State.FINISHED, State.STOPPED]
    return (
        ImportRun.objects.filter(user=user).exclude(upload="").exclude(state__in=over)
    )
