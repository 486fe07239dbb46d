"""An import in one go, from its file to its report."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spine_content.importing.building.deciding import expected
from spine_content.importing.building.job import Job
from spine_content.importing.building.kinds import kinds_below
from spine_content.importing.building.linking import join, to_join
from spine_content.importing.documents import ImportRefused, Original, Outline
from spine_content.importing.models import ImportedDocument, ImportRun
from spine_content.importing.planning import (
    State,
    begin,
    close,
    make,
    note_source,
    note_titles,
    numbered,
    plan,
    settle_type,
    stop,
    stop_old,
    understood,
)
from spine_content.importing.reading import read
from spine_content.importing.reporting import Report


@dataclass
class Importing:
    """
    The whole way in one go, as a command and a developer's script want it.

    After each document ``progress`` is told how many are done, and of how many.
    """

    source: Any
    run: ImportRun
    parent: Any
    wanted: str = ""
    again: bool = False
    progress: Callable[[int, int], None] | None = None

    def rehearse(self) -> Report:
        """What would be done, without doing any of it."""
        lines = []
        for line, _original, _outline in self._planned():
            line.outcome, reason = expected(line, self.run.user)
            line.warnings += [reason] if reason else []
            lines.append(line)
            self._tell(len(lines))
        note_source(self.run, self.source)
        return Report(self.run, lines, rehearsed=True)

    def do(self) -> Report:
        self.run.state = State.BUILDING
        self.run.save()
        try:
            return self._do()
        except ImportRefused as reason:
            # Some files are found to be broken only where they break.
            stop(self.run, str(reason))
            raise

    def _do(self) -> Report:
        stop_old()
        job = Job(self.run, self.source.files, kinds_below(self.parent))
        for line, original, outlined in self._planned():
            make(job, line, original, outlined)
            self._tell(line.position)
        note_source(self.run, self.source)
        for line in to_join(self.run):
            join(line, job.addresses)
        close(self.run)
        return Report.of(self.run)

    def _planned(self) -> Iterator[tuple[ImportedDocument, Original, Outline]]:
        kinds = kinds_below(self.parent)
        note_titles(self.run, self.source)
        for position, original in numbered(self.source):
            outlined, proposal = understood(original, self.run)
            line = plan(self.run, original, outlined, proposal, position)
            line.again = self.again
            settle_type(line, kinds, self.wanted)
            yield line, original, outlined

    def _tell(self, done: int) -> None:
        if self.progress:
            self.progress(done, int(self.source.count))


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
    Raises ``ImportRefused`` for what is not read at all.
    """
    started = begin(path.name, parent, user)
    importing = Importing(read(path), started, parent, wanted, again, progress)
    return importing.rehearse() if dry_run else importing.do()
