"""Where in the tree a draft is put, and under which address."""

from typing import Any
from urllib.parse import unquote

from django.utils.text import slugify
from django.utils.translation import gettext as _

from spine_content.importing.building.job import Job
from spine_content.importing.building.page_types import (
    may_add_below,
    page_model,
    page_types_below,
)
from spine_content.importing.documents import SourceDocument
from spine_content.importing.models import ImportedDocument
from spine_content.importing.sanitiser import without_control_characters

MAX_SLUG_LENGTH = 100


def slug_for(job: Job, parent: Any, document: SourceDocument) -> str:
    """The old end of the address where the site can have it, else Wagtail's own."""
    wanted = slugify(
        without_control_characters(unquote(document.slug)), allow_unicode=True
    )
    # Whether other letters may stand in an address is a setting that Wagtail minds.
    if not wanted or not wanted.isascii():
        return ""
    taken, number = job.slugs_below(parent), 0
    slug = first = wanted[:MAX_SLUG_LENGTH].strip("-_")
    while slug in taken:
        number += 1
        slug = f"{first}-{number}"
    taken.add(slug)
    return slug


def parent_for(job: Job, line: ImportedDocument) -> Any:
    """The page to put a draft below: as on the old site, where the types allow it."""
    pages = page_model().objects
    top = pages.get(pk=job.run.parent_page_id)
    if not line.parent_key_hash:
        return top
    above = parent_page_of(line)
    if above is None:
        # It may come later in the file: the pages are moved when all are there.
        return top
    line.parent_key_hash = ""
    if can_be_below(above, line.page_type, job.user):
        return above
    line.warnings.append(flattened_warning())
    return top


def parent_page_of(line: ImportedDocument) -> Any:
    """The page of the document that a document stood below, if it is there yet."""
    above = line.run.documents.filter(
        key_hash=line.parent_key_hash, page_id__isnull=False
    ).first()
    return page_model().objects.filter(pk=above.page_id).first() if above else None


def can_be_below(page: Any, kind: str, user: Any) -> bool:
    return kind in page_types_below(page) and may_add_below(page, user)


def flattened_warning() -> str:
    return _("It stood below another page, which cannot have pages of its type.")
