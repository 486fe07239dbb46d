"""When all drafts of a run are there: links to later ones, and pages below pages."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from spine_content.blocks.stream_text import mapped_fields
from spine_content.importing.building.addresses import Addresses
from spine_content.importing.building.earlier import page_of, why_not
from spine_content.importing.building.links import Linker, changer
from spine_content.importing.building.placing import above_of, fits_below, flat
from spine_content.importing.models import ImportedDocument, ImportRun

#: So many dead links of one document are named; the rest are counted.
NAMED = 10


def addresses_of(run: ImportRun) -> Addresses:
    """Every document of the run, with its page where it has one."""
    found = Addresses()
    for row in run.documents.values_list("key", "address", "kind", "page_id"):
        found.add(*row)
    return found


def to_join(run: ImportRun) -> Any:
    """The documents that wait for pages which come later in the file."""
    waiting = (
        run.documents.select_related("run__user")
        .filter(page_id__isnull=False)
        .exclude(open_links=[], parent_key_hash="")
    )
    return waiting.filter(outcome__in=["created", "updated", "unchanged"])


@transaction.atomic
def join(line: ImportedDocument, addresses: Addresses) -> None:
    """Move a draft below its page, and give it the links it could not have before."""
    user, page = line.run.user, page_of(line)
    if page is None or why_not(page, line, user):
        return
    if line.parent_key_hash:
        page = _moved(line, page, user)
        line.parent_key_hash = ""
    if line.open_links:
        _linked(line, page, addresses, user)
    line.save()


def _linked(line: ImportedDocument, page: Any, addresses: Addresses, user: Any) -> None:
    draft = page.get_latest_revision_as_object()
    linker = Linker(addresses, line.key, line.address, line.kind)
    changed = mapped_fields(draft, changer(linker))
    for name, value in changed.items():
        setattr(draft, name, value)
    if changed:
        draft.save()
        line.revision_id = draft.save_revision(
            user=user, clean=False, log_action="wagtail.edit"
        ).pk
    line.open_links = []
    line.warnings += _dead(linker)


def _dead(linker: Linker) -> list[str]:
    dead = list(dict.fromkeys(linker.open))
    said = [
        _("The link to “%s” leads to nothing that came along. It was left as it is.")
        % reference[:200]
        for reference in dead[:NAMED]
    ]
    if len(dead) > NAMED:
        said.append(
            _("So do %d links more: look through the text.") % (len(dead) - NAMED)
        )
    return said


def _moved(line: ImportedDocument, page: Any, user: Any) -> Any:
    above = above_of(line)
    if above is None:
        line.warnings.append(_("The page that it stood below is not in this import."))
        return page
    # Two pages may each claim to stand below the other.
    is_circle = above.pk == page.pk or above.is_descendant_of(page)
    if is_circle or not fits_below(above, page.page_type, user):
        line.warnings.append(flat())
        return page
    page.move(above, pos="last-child", user=user)
    return page_of(line)
