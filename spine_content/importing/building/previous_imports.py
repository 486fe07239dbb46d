"""
What previous imports made of a document, whether somebody edited it since, and what
is to be done with it now.
"""

from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from spine_content.importing.building.placement import page_model
from spine_content.importing.models import ImportedDocument, ImportRun

#: Outcomes after which there is, or was, a page.
_OUTCOMES_WITH_PAGE = ("created", "updated", "unchanged", "kept", "deleted")


def previous_import(line: ImportedDocument) -> ImportedDocument | None:
    """
    The latest record of the same document below the same page.

    Two folders may both hold an ``index.html``. So files are the same only if their
    folder, or all that is in them, is the same too; posts have a name of their own.
    """
    found = ImportedDocument.objects.filter(
        key_hash=line.key_hash,
        run__parent_page_id=line.run.parent_page_id,
        outcome__in=_OUTCOMES_WITH_PAGE,
        page_id__isnull=False,
    ).order_by("-pk")
    if line.kind == "file":
        same = Q(run__source_name=line.run.source_name) | Q(digest=line.digest)
        found = found.filter(same)
    return found.first()


def known_key_hashes(run: ImportRun) -> set[str]:
    """Which documents earlier imports to the same page knew: the rest need no look."""
    before = ImportedDocument.objects.filter(
        run__parent_page_id=run.parent_page_id, outcome__in=_OUTCOMES_WITH_PAGE
    )
    return set(before.exclude(run=run).values_list("key_hash", flat=True))


def imported_page(line: ImportedDocument) -> Any:
    """The page that an earlier import made, or ``None`` if somebody deleted it."""
    page = page_model().objects.filter(pk=line.page_id).first()
    return page.specific if page else None


def reason_to_keep(page: Any, line: ImportedDocument, user: Any) -> str:
    """Why the draft that ``line`` tells of is left as it is; empty if it need not."""
    if page.live or page.first_published_at:
        return _("It has been published.")
    if page.latest_revision_id != line.revision_id or page.alias_of_id:
        edited = page.latest_revision_created_at
        if edited is None:
            return _("It was changed.")
        day = date_format(timezone.localdate(edited))
        return _("It was edited on %(day)s.") % {"day": day}
    if page.locked:
        return _("It is locked.")
    if page.current_workflow_state or page.approved_schedule:
        return _("It is in a workflow, or waits to be published.")
    if user is not None and not page.permissions_for_user(user).can_edit():
        return _("You may not edit it.")
    return ""


Outcome = ImportedDocument.Outcome


def expected_outcome(line: ImportedDocument, user: Any) -> tuple[str, str]:
    """What ``build`` would make of a document, and why, without doing it."""
    before = previous_import(line)
    return outcome_after(line, before, user) if before else (Outcome.CREATED, "")


def outcome_after(
    line: ImportedDocument, before: ImportedDocument, user: Any
) -> tuple[str, str]:
    """The same where an earlier import made something of it."""
    page = imported_page(before)
    if page is None:
        outcome = Outcome.CREATED if line.again else Outcome.DELETED
        return outcome, "" if line.again else _("Somebody deleted its page.")
    if before.built_digest == line.digest:
        return Outcome.UNCHANGED, ""
    reason = reason_to_keep(page, before, user)
    if not reason and page.page_type != (line.page_type or page.page_type):
        reason = _("It is a page of another type. Delete it to have it made anew.")
    return (Outcome.KEPT, reason) if reason else (Outcome.UPDATED, "")
