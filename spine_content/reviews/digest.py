"""The mail that tells reviewers and authors which reviews want them."""

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
from spine_content.reviews.rows import Row, rows
from spine_content.reviews.task import ClinicalReviewTask


@dataclass(frozen=True)
class Digest:
    """What one person is told: nothing that they may not see in the admin."""

    email: str
    rows: list[Row]


def digests() -> list[Digest]:
    """One for each reviewer, and for whoever owns a page that wants a review."""
    users = get_user_model()._default_manager.filter(is_active=True).exclude(email="")
    groups = ClinicalReviewTask.objects.filter(active=True).values("groups")
    reviewers = users.filter(groups__in=groups).distinct()
    owned: dict[int, set[int]] = {}
    for row in rows():
        if owner := getattr(row.instance, "owner_id", None):
            owned.setdefault(owner, set()).add(row.instance.pk)
    authors = users.filter(pk__in=owned).exclude(pk__in=reviewers.values("pk"))
    found = [Digest(user.email, rows(user)) for user in reviewers]
    found += [Digest(user.email, _own(user, owned[user.pk])) for user in authors]
    return [digest for digest in found if digest.rows]


def send(digest: Digest) -> None:
    """Mail one digest, in the language of the site."""
    with translation.override(settings.LANGUAGE_CODE):
        number = len(digest.rows)
        subject = ngettext(
            "Clinical reviews: %(number)s thing to look at",
            "Clinical reviews: %(number)s things to look at",
            number,
        ) % {"number": number}
        send_mail(subject, text(digest), None, [digest.email])


def text(digest: Digest) -> str:
    lines = [
        f"{row.title} ({row.kind}): {' '.join(row.sentences)}\n{_address(row.url)}"
        for row in digest.rows
    ]
    closing = _("All of them: %(address)s") % {"address": _address(reverse(NAME))}
    return "\n\n".join([*lines, closing])


def _own(user: Any, keys: set[int]) -> list[Row]:
    mine = [row for row in rows(user) if hasattr(row.instance, "owner_id")]
    return [row for row in mine if row.instance.pk in keys]


def _address(path: str) -> str:
    return f"{getattr(settings, 'WAGTAILADMIN_BASE_URL', '').rstrip('/')}{path}"
