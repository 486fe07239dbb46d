"""Documents as reading and outlining give them, small enough to see through."""

import hashlib
import io
from pathlib import PurePosixPath
from typing import Any

from PIL import Image as Picture

from spine_content.importing.building.draft import Job
from spine_content.importing.building.links import (
    resolve_document,
    unresolved_documents,
    url_map_of,
)
from spine_content.importing.building.placement import page_model, page_types_below
from spine_content.importing.documents import (
    ASK,
    ImportRefused,
    ParsedDocument,
    Proposal,
    Section,
    SourceDocument,
    Text,
)
from spine_content.importing.runner import (
    build_document,
    finish_run,
    plan_document,
    resolve_type,
    start_run,
)
from tests import content


class Folder:
    """Files that came along, kept in memory."""

    def __init__(self, **files: bytes) -> None:
        self.files = {name.replace("__", "."): data for name, data in files.items()}

    def find(self, reference: str, base: str) -> str | None:
        name = PurePosixPath(reference).name
        return name if name in self.files else None

    def read(self, name: str) -> bytes:
        data = self.files[name]
        if data is TOO_BIG:
            raise ImportRefused("The file is too big.")
        return data


TOO_BIG = b"too big"


def png(size: tuple[int, int] = (40, 30), colour: str = "red") -> bytes:
    data = io.BytesIO()
    Picture.new("RGB", size, colour).save(data, "PNG")
    return data.getvalue()


def source_document(key: str = "vertebroplasty.html", **values: Any) -> SourceDocument:
    found = SourceDocument(key=key, **{"html": "<p>Some words.</p>", **values})
    if not found.digest:
        found.digest = hashlib.sha256(repr(found).encode()).hexdigest()
    return found


def parsed_document(title: str = "Vertebroplasty", **values: Any) -> ParsedDocument:
    sections = {
        heading: parts if isinstance(parts, list) else [Text(parts)]
        for heading, parts in values.pop("sections", {}).items()
    }
    values.setdefault("summary", "Cement is put into a broken bone.")
    return ParsedDocument(
        title, sections=[Section(*each) for each in sections.items()], **values
    )


def run_of(
    *documents: tuple[SourceDocument, ParsedDocument],
    user: Any = None,
    parent: Any = None,
    files: Any = None,
    kind: str = "procedure",
    name: str = "old-site",
    again: bool = False,
) -> Any:
    """An import of these documents, from the first to the last step."""
    parent = parent or content.home()
    run = start_run(name, parent, user)
    run.save()
    job = Job(run, files, page_types_below(parent), url_map_of(run))
    for position, (each, parsed) in enumerate(documents, 1):
        line = plan_document(run, each, parsed, Proposal(ASK), position)
        line.again = again
        resolve_type(line, job.page_types, kind)
        build_document(job, line, each, parsed)
    for line in unresolved_documents(run):
        resolve_document(line, job.url_map)
    finish_run(run)
    return run


def lines(run: Any) -> list[Any]:
    return list(run.documents.all())


def draft(line: Any) -> Any:
    """The page of a line as its latest draft has it."""
    page = page_model().objects.get(pk=line.page_id).specific
    return page.get_latest_revision_as_object()
