"""What an erasure cannot reach, in words for whoever has to tell the patient."""

import re
from typing import Any

from django.apps import apps
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.documents import get_document_model

from spine_content.blocks.media import hostname, parse_video_url
from spine_content.consent.references import references

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
ADDRESS = re.compile(r"https?://[^\s\"\\<>]+")


def out_of_reach(plan: Any) -> list[str]:
    """Codes of all that somebody has to see to by hand."""
    found = {
        "videos": videos(plan),
        "documents": documents(plan),
        "other_pages": plan.shown_on,
    }
    return [*ALWAYS, *(code for code, things in found.items() if things)]


def videos(plan: Any) -> list[str]:
    """Addresses of videos in any version of the story."""
    texts = plan.trail.texts()
    found = {
        url for text in texts for url in ADDRESS.findall(text) if parse_video_url(url)
    }
    return sorted(found, key=lambda url: (hostname(url), url))


def documents(plan: Any) -> list[Any]:
    """Documents that any version of the story links to. They stay."""
    if not apps.is_installed("wagtail.documents"):
        return []
    model = get_document_model()
    versions = plan.trail.objects
    keys = {key for version in versions for key, _ in references(version, model)}
    return list(model._default_manager.filter(pk__in=keys))


def unreachable_lines(certificate: Any) -> list[Any]:
    return [
        UNREACHABLE[code] for code in certificate.unreachable if code in UNREACHABLE
    ]


def table_rows(counts: dict[str, int]) -> list[tuple[str, int]]:
    """Counts with the names that people have for the tables."""
    return sorted((_table(label), number) for label, number in counts.items())


def _table(label: str) -> str:
    if label in TABLES:
        return str(TABLES[label])
    try:
        return str(capfirst(apps.get_model(label)._meta.verbose_name_plural))
    except LookupError:
        return label  # of an app that the site has taken out since
