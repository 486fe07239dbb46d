"""What an erasure removes and cannot reach, in words for whoever tells the patient."""

import re
from typing import Any

from django.apps import apps
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.documents import get_document_model

from spine_content.blocks.media import hostname, parse_video_url
from spine_content.compat import references_from

#: Certificates keep the codes, and say it in the language of whoever reads them.
UNREACHABLE: dict[str, Any] = {
    "backups": _(
        "Backups of the database and of the files, until they are overwritten. "
        "After restoring one, withdraw once more."
    ),
    "search_engines": _(
        "Search engines and web archives. Ask them to take the address out."
    ),
    "copies": _(
        "Social media, print, and copies that readers made or took pictures of."
    ),
    "mails": _("E-mails that were sent already, such as those about comments."),
    "logs": _("Log files of the web server, which hold the old address."),
    "database_space": _(
        "Free space inside the files of the database, until it is used again. "
        "VACUUM clears it."
    ),
    "caches": _("Caches of browsers, and of networks that this site cannot tell."),
    "videos": _(
        "Videos that somebody else keeps, such as YouTube or Vimeo. Delete them there."
    ),
    "documents": _(
        "Documents that the story linked to. Look whether they are about the patient."
    ),
    "other_pages": _(
        "Words on other pages that showed a picture of the patient, such as captions. "
        "Look through them."
    ),
}
#: Where the name that Wagtail gives a table says little to anybody.
TABLES: dict[str, Any] = {
    "wagtailadmin.FormState": _("Forms that were not saved"),
    "wagtailcore.PageLogEntry": _("Log entries of pages, reworded"),
    "wagtailcore.ModelLogEntry": _("Log entries of pictures, reworded"),
    "wagtailcore.ReferenceIndex": _("References to other content"),
    "wagtailcore.Revision": _("Versions, the latest included"),
    "wagtailcore.TaskState": _("Answers in a workflow"),
    "wagtailcore.WorkflowState": _("Runs of a workflow"),
    "wagtailimages.Rendition": _("Smaller pictures made from them"),
    "wagtailsearch.IndexEntry": _("Entries in the search index"),
    "wagtailembeds.Embed": _("Descriptions of videos"),
    "sessions.Session": _("Visits of staff that held a message about it"),
}
ALWAYS = (
    *("backups", "search_engines", "copies", "mails"),
    *("logs", "database_space", "caches"),
)
URL = re.compile(r"https?://[^\s\"\\<>]+")


def unreachable_codes(plan: Any) -> list[str]:
    """Codes of all that somebody has to see to by hand."""
    found = {
        "videos": video_urls(plan),
        "documents": linked_documents(plan),
        "other_pages": plan.other_uses,
    }
    return [*ALWAYS, *(code for code, things in found.items() if things)]


def unreachable_texts(certificate: Any) -> list[Any]:
    """The sentences for the codes that a certificate keeps."""
    return [
        UNREACHABLE[code] for code in certificate.unreachable if code in UNREACHABLE
    ]


def video_urls(plan: Any) -> list[str]:
    """Addresses of videos in any version of the story, by provider."""
    texts = plan.scope.versions_as_json()
    found = {url for text in texts for url in URL.findall(text) if parse_video_url(url)}
    return sorted(found, key=lambda url: (hostname(url), url))


def linked_documents(plan: Any) -> list[Any]:
    """Documents that any version of the story links to. They stay."""
    if not apps.is_installed("wagtail.documents"):
        return []
    model = get_document_model()
    versions = plan.scope.versions
    keys = {key for each in versions for key, _field in references_from(each, model)}
    return list(model._default_manager.filter(pk__in=keys))


def table_counts(counts: dict[str, int]) -> list[tuple[str, int]]:
    """Counts with the names that people have for the tables, by name."""
    return sorted((_table_name(label), number) for label, number in counts.items())


def plan_lines(plan: Any) -> list[str]:
    """What a withdrawal would do, as lines for a terminal."""
    by_hand = [*video_urls(plan), *(str(each) for each in linked_documents(plan))]
    return [
        gettext("Nothing has been changed. This would go:"),
        *_part(_("Pages"), [f"{page.pk}: {page.title}" for page in plan.pages]),
        *_part(_("Pictures"), [f"{each.pk}: {each.title}" for each in plan.images]),
        *_part(_("Also shown on"), [str(each) for each in plan.other_uses]),
        *_part(_("Files"), plan.files),
        *_part(_("Rows by table"), _table_lines(plan.counts)),
        *_part(_("To be looked at by hand"), by_hand),
    ]


def certificate_lines(certificate: Any) -> list[str]:
    """What an erasure has done, as lines for a terminal."""
    title = gettext("Certificate of erasure for %(reference)s")
    unreachable = [str(text) for text in unreachable_texts(certificate)]
    return [
        title % {"reference": certificate.reference},
        f"{_('Begun')}: {certificate.started_at:%Y-%m-%d %H:%M %Z}",
        f"{_('Finished')}: {certificate.finished_at:%Y-%m-%d %H:%M %Z}",
        *_part(_("Rows by table"), _table_lines(certificate.counts)),
        f"{_('Files')}: {certificate.files}",
        *_part(_("Out of reach"), unreachable),
    ]


def _table_name(label: str) -> str:
    if label in TABLES:
        return str(TABLES[label])
    try:
        return str(capfirst(apps.get_model(label)._meta.verbose_name_plural))
    except LookupError:
        return label  # of an app that the site has taken out since


def _table_lines(counts: dict[str, int]) -> list[str]:
    return [f"{table}: {number}" for table, number in table_counts(counts)]


def _part(heading: Any, lines: list[str]) -> list[str]:
    return [f"{heading}:", *(f"  {line}" for line in lines or [gettext("none")])]
