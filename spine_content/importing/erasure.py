"""What an erasure takes from the records of imports."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Exists, OuterRef, Q

from spine_content.consent.erasure import (
    ErasureScope,
    ErasureTarget,
    embeds,
    register_erasure_step,
)
from spine_content.consent.erasure.scope import TITLE
from spine_content.importing.models import ImportedDocument, ImportRun

#: By its hash the document is still known, so that nobody imports it again.
EMPTY_DOCUMENT = {
    **dict.fromkeys(("key", "title", "address", "author"), ""),
    **dict.fromkeys(("categories", "reasons", "headings", "open_links"), []),
    **dict.fromkeys(("placed", "warnings", "left_out", "missing"), []),
}


def register() -> None:
    register_erasure_step(imports, after=embeds)


def imports(scope: ErasureScope) -> Iterator[ErasureTarget]:
    """Names, words and addresses of the imported documents, and of their files."""
    documents = ImportedDocument.objects.filter(page_id__in=scope.page_ids)
    # Runs first, as they are found by their documents: the file of one story has its
    # name.
    others = ImportedDocument.objects.filter(run=OuterRef("pk")).exclude(
        page_id__in=scope.page_ids
    )
    runs = ImportRun.objects.filter(pk__in=documents.values("run")).exclude(
        Exists(others)
    )
    yield ErasureTarget(runs.exclude(source_name=TITLE), _clear_runs)
    yield ErasureTarget(documents.exclude(Q(key="") & Q(title="")), _clear_documents)


def _clear_runs(rows: Any) -> None:
    rows.update(source_name=TITLE, report={})


def _clear_documents(rows: Any) -> None:
    rows.update(**EMPTY_DOCUMENT)
