"""Once all drafts of a run exist: links to later ones, and pages below pages."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from spine_content.blocks.stream_text import mapped_fields
from spine_content.importing.building.links import LinkRewriter, UrlMap, as_text_change
from spine_content.importing.building.placement import (
    can_be_below,
    flattened_warning,
    parent_page_of,
)
from spine_content.importing.building.previous_imports import (
    imported_page,
    reason_to_keep,
)
from spine_content.importing.models import ImportedDocument, ImportRun

#: So many dead links of one document are named; the rest are counted.
NAMED_LINKS = 10


def url_map_of(run: ImportRun) -> UrlMap:
    """Every document of the run, with its page where it has one."""
    found = UrlMap()
    for row in run.documents.values_list("key", "address", "kind", "page_id"):
        found.add(*row)
    return found


def unresolved_documents(run: ImportRun) -> Any:
    """The documents that wait for pages which come later in the file."""
    waiting = (
        run.documents.select_related("run__user")
        .filter(page_id__isnull=False)
        .exclude(open_links=[], parent_key_hash="")
    )
    return waiting.filter(outcome__in=["created", "updated", "unchanged"])


@transaction.atomic
def resolve_document(line: ImportedDocument, url_map: UrlMap) -> None:
    """Move a draft below its page, and give it the links it could not have before."""
    user, page = line.run.user, imported_page(line)
    if page is None or reason_to_keep(page, line, user):
        return
    if line.parent_key_hash:
        page = _move_below_parent(line, page, user)
        line.parent_key_hash = ""
    if line.open_links:
        _rewrite_links(line, page, url_map, user)
    line.save()


def _rewrite_links(
    line: ImportedDocument, page: Any, url_map: UrlMap, user: Any
) -> None:
    draft = page.get_latest_revision_as_object()
    rewriter = LinkRewriter(url_map, line.key, line.address, line.kind)
    changed = mapped_fields(draft, as_text_change(rewriter))
    for name, value in changed.items():
        setattr(draft, name, value)
    if changed:
        draft.save()
        line.revision_id = draft.save_revision(
            user=user, clean=False, log_action="wagtail.edit"
        ).pk
    line.open_links = []
    line.warnings += _dead_link_warnings(rewriter)


def _dead_link_warnings(rewriter: LinkRewriter) -> list[str]:
    dead = list(dict.fromkeys(rewriter.unresolved))
    said = [
        _("The link to “%s” leads to nothing that came along. It was left as it is.")
        % reference[:200]
        for reference in dead[:NAMED_LINKS]
    ]
    if len(dead) > NAMED_LINKS:
        said.append(
            _("So do %d links more: look through the text.") % (len(dead) - NAMED_LINKS)
        )
    return said


def _move_below_parent(line: ImportedDocument, page: Any, user: Any) -> Any:
    above = parent_page_of(line)
    if above is None:
        line.warnings.append(_("The page that it stood below is not in this import."))
        return page
    # Two pages may each claim to stand below the other.
    is_circle = above.pk == page.pk or above.is_descendant_of(page)
    if is_circle or not can_be_below(above, page.page_type, user):
        line.warnings.append(flattened_warning())
        return page
    page.move(above, pos="last-child", user=user)
    return imported_page(line)
