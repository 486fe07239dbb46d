"""What is to be done with a document: the draft may be there already."""

from typing import Any

from django.utils.translation import gettext as _

from spine_content.importing.building.earlier import earlier, page_of, why_not
from spine_content.importing.models import ImportedDocument

Outcome = ImportedDocument.Outcome


def expected(line: ImportedDocument, user: Any) -> tuple[str, str]:
    """What ``build`` would make of a document, and why, without doing it."""
    before = earlier(line)
    return expected_after(line, before, user) if before else (Outcome.CREATED, "")


def expected_after(
    line: ImportedDocument, before: ImportedDocument, user: Any
) -> tuple[str, str]:
    """The same where an earlier import made something of it."""
    page = page_of(before)
    if page is None:
        outcome = Outcome.CREATED if line.again else Outcome.DELETED
        return outcome, "" if line.again else _("Somebody deleted its page.")
    if before.built_digest == line.digest:
        return Outcome.UNCHANGED, ""
    reason = why_not(page, before, user)
    if not reason and page.page_type != (line.page_type or page.page_type):
        reason = _("It is a page of another type. Delete it to have it made anew.")
    return (Outcome.KEPT, reason) if reason else (Outcome.UPDATED, "")
