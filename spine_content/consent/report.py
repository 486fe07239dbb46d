"""What a withdrawal would do or has done, in lines of text."""

from typing import Any

from django.utils.translation import gettext as _

from spine_content.consent.certificate import (
    documents,
    table_rows,
    unreachable_lines,
    videos,
)


def plan_lines(plan: Any) -> list[str]:
    counts = [f"  {table}: {number}" for table, number in table_rows(plan.counts)]
    by_hand = [*videos(plan), *(str(each) for each in documents(plan))]
    return [
        _("Nothing has been changed. This would go:"),
        *_part(_("Pages"), [f"{page.pk}: {page.title}" for page in plan.pages]),
        *_part(_("Pictures"), [f"{each.pk}: {each.title}" for each in plan.pictures]),
        *_part(_("Also shown on"), [str(each) for each in plan.shown_on]),
        *_part(_("Files"), plan.files),
        *[_("Rows by table:"), *(counts or [f"  {_('none')}"])],
        *_part(_("To be looked at by hand"), by_hand),
    ]


def certificate_lines(certificate: Any) -> list[str]:
    rows = table_rows(certificate.counts)
    out_of_reach = [str(line) for line in unreachable_lines(certificate)]
    return [
        _("Certificate of erasure for %(reference)s")
        % {"reference": certificate.reference},
        f"{_('Begun')}: {certificate.started_at:%Y-%m-%d %H:%M %Z}",
        f"{_('Finished')}: {certificate.finished_at:%Y-%m-%d %H:%M %Z}",
        *[_("Rows by table:"), *(f"  {table}: {number}" for table, number in rows)],
        f"{_('Files')}: {certificate.files}",
        *_part(_("Out of reach"), out_of_reach),
    ]


def _part(heading: str, lines: list[str]) -> list[str]:
    return [f"{heading}:", *(f"  {line}" for line in lines or [_("none")])]
