"""The e-mail that tells reviewers and authors which reviews are due."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import send_mail
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from spine_content.reviews.report import NAME
from spine_content.reviews.report_rows import ReviewRow, review_rows
from spine_content.reviews.task import ClinicalReviewTask


@dataclass(frozen=True)
class Digest:
    """An e-mail to one person, of rows that they may see in the admin."""

    email: str
    rows: list[ReviewRow]


def digests() -> list[Digest]:
    """One for each reviewer, and for every owner of a page that needs a review."""
    users = get_user_model()._default_manager.filter(is_active=True).exclude(email="")
    groups = ClinicalReviewTask.objects.filter(active=True).values("groups")
    reviewers = users.filter(groups__in=groups).distinct()
    owned: dict[int, set[int]] = {}
    for row in review_rows():
        if owner := getattr(row.instance, "owner_id", None):
            owned.setdefault(owner, set()).add(row.instance.pk)
    authors = users.filter(pk__in=owned).exclude(pk__in=reviewers.values("pk"))
    found = [Digest(user.email, review_rows(user)) for user in reviewers]
    found += [Digest(user.email, _owned_rows(user, owned[user.pk])) for user in authors]
    return [digest for digest in found if digest.rows]


def send(digest: Digest) -> None:
    """Send one digest, in the language of the site."""
    with translation.override(settings.LANGUAGE_CODE):
        number = len(digest.rows)
        subject = ngettext(
            "Clinical reviews: %(number)s thing to look at",
            "Clinical reviews: %(number)s things to look at",
            number,
        ) % {"number": number}
        send_mail(subject, text(digest), None, [digest.email])


def text(digest: Digest) -> str:
    """The body of the e-mail: every row with its link, and the link to the report."""
    lines = [
        f"{row.title} ({row.kind}): {' '.join(row.sentences)}\n{_absolute(row.url)}"
        for row in digest.rows
    ]
    closing = _("All of them: %(address)s") % {"address": _absolute(reverse(NAME))}
    return "\n\n".join([*lines, closing])


def _owned_rows(user: Any, keys: set[int]) -> list[ReviewRow]:
    rows = [row for row in review_rows(user) if hasattr(row.instance, "owner_id")]
    return [row for row in rows if row.instance.pk in keys]


def _absolute(path: str) -> str:
    return f"{getattr(settings, 'WAGTAILADMIN_BASE_URL', '').rstrip('/')}{path}"
