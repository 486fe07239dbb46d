"""Where in the tree a draft is put, and under which address."""

from typing import Any
from urllib.parse import unquote

from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.coreutils import find_available_slug

from spine_content.importing.building import texts
from spine_content.importing.building.job import Job
from spine_content.importing.building.kinds import kinds_below, page_model
from spine_content.importing.documents import Original
from spine_content.models import ImportedDocument

LONGEST_SLUG = 100


def slug_for(parent: Any, original: Original) -> str:
    """The old end of the address where the site can have it, else Wagtail's own."""
    wanted = slugify(texts.seen(unquote(original.slug)), allow_unicode=True)
    # Whether other letters may stand in an address is a setting that Wagtail minds.
    if not wanted or not wanted.isascii():
        return ""
    found: str = find_available_slug(parent, wanted[:LONGEST_SLUG].strip("-_"))
    return found


def parent_for(job: Job, line: ImportedDocument) -> Any:
    """The page to put a draft below: as on the old site, where the types allow it."""
    pages = page_model().objects
    top = pages.select_for_update().get(pk=job.run.parent_page_id)
    if not line.parent_key_hash:
        return top
    above = job.run.documents.filter(
        key_hash=line.parent_key_hash, page_id__isnull=False
    ).first()
    found = above and pages.select_for_update().filter(pk=above.page_id).first()
    if not found:
        # It may come later in the file: the pages are moved when all are there.
        return top
    if line.page_type in kinds_below(found):
        return found
    line.warnings.append(flat())
    return top


def flat() -> str:
    return _("It stood below another page, which cannot have pages of its type.")
