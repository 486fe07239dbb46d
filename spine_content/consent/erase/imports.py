"""What the register of imports kept of a story that came from an old site."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Exists, OuterRef, Q

from spine_content.consent.erase.holdings import Holding
from spine_content.consent.erase.titles import TITLE
from spine_content.consent.erase.trail import Trail
from spine_content.models import ImportedDocument, ImportRun

#: By its hash the document is still known, so that nobody imports it again.
SAYING = {
    **dict.fromkeys(("key", "title", "address", "author"), ""),
    **dict.fromkeys(("categories", "reasons", "headings", "open_links"), []),
    **dict.fromkeys(("placed", "warnings", "left_out", "missing"), []),
}


def imports(trail: Trail) -> Iterator[Holding]:
    """Names, words and addresses in the lines of the pages, and of their files."""
    lines = ImportedDocument.objects.filter(page_id__in=trail.page_ids)
    # First, as a run is found by its lines: the file of one story has its name.
    others = ImportedDocument.objects.filter(run=OuterRef("pk")).exclude(
        page_id__in=trail.page_ids
    )
    runs = ImportRun.objects.filter(pk__in=lines.values("run")).exclude(Exists(others))
    yield Holding(runs.exclude(source_name=TITLE), _blank_runs)
    yield Holding(lines.exclude(Q(key="") & Q(title="")), _blank_lines)


def _blank_runs(rows: Any) -> None:
    rows.update(source_name=TITLE, report={})


def _blank_lines(rows: Any) -> None:
    rows.update(**SAYING)
