"""Where in the tree a draft is put, and under which address."""

from typing import Any
from urllib.parse import unquote

from django.utils.text import slugify
from django.utils.translation import gettext as _

from spine_content.importing.building import texts
from spine_content.importing.building.job import Job
from spine_content.importing.building.kinds import (
    kinds_below,
    may_add_below,
    page_model,
)
from spine_content.importing.documents import Original
from spine_content.importing.models import ImportedDocument

LONGEST_SLUG = 100


def slug_for(job: Job, parent: Any, original: Original) -> str:
    """The old end of the address where the site can have it, else Wagtail's own."""
    wanted = slugify(texts.seen(unquote(original.slug)), allow_unicode=True)
    # Whether other letters may stand in an address is a setting that Wagtail minds.
    if not wanted or not wanted.isascii():
        return ""
    taken, number = job.slugs_below(parent), 0
    slug = first = wanted[:LONGEST_SLUG].strip("-_")
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
    above = above_of(line)
    if above is None:
        # It may come later in the file: the pages are moved when all are there.
        return top
    line.parent_key_hash = ""
    if fits_below(above, line.page_type, job.user):
        return above
    line.warnings.append(flat())
    return top


def above_of(line: ImportedDocument) -> Any:
    """The page of the document that a document stood below, if it is there yet."""
    above = line.run.documents.filter(
        key_hash=line.parent_key_hash, page_id__isnull=False
    ).first()
    return page_model().objects.filter(pk=above.page_id).first() if above else None


def fits_below(page: Any, kind: str, user: Any) -> bool:
    return kind in kinds_below(page) and may_add_below(page, user)


def flat() -> str:
    return _("It stood below another page, which cannot have pages of its type.")
