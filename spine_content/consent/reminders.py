"""Who is told that a consent runs out, and when. Nobody is told whose it is."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import send_mail
from django.db import transaction
from django.utils import formats, timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from spine_content.consent.models import Consent
from spine_content.consent.records import ConsentEvent

#: Days before the last day on which a reminder is due.
DAYS = (60, 14)
RIGHT = "spine_content.change_consent"


@dataclass(frozen=True)
class Reminder:
    """A consent that runs out soon, and which of ``DAYS`` it is time for."""

    consent: Consent
    days: int
    left: int


def expiring(today: datetime.date | None = None) -> Any:
    """Consents in force that run out within the longest of ``DAYS``."""
    today = today or timezone.localdate()
    until = today + datetime.timedelta(days=max(DAYS))
    return Consent.objects.filter(
        withdrawn_at=None,
        subject_kind__in=Consent.PUBLISHABLE,
        given_on__lte=today,
        expires_on__range=(today, until),
    ).order_by("expires_on", "pk")


def due(today: datetime.date | None = None) -> list[Reminder]:
    """Reminders that are due and were not sent; of two for one consent the later."""
    today = today or timezone.localdate()
    found = []
    for consent in expiring(today):
        left = (consent.expires_on - today).days
        days = min(each for each in DAYS if left <= each)
        if not _was_sent(consent, days):
            found.append(Reminder(consent, days, left))
    return found


def remind(recipients: list[str], today: datetime.date | None = None) -> list[Reminder]:
    """Send every reminder that is due in one e-mail, and remember that it was sent."""
    reminders = due(today)
    if not (reminders and recipients):
        return []
    with transaction.atomic():
        for each in reminders:
            _note(each)
        # Last: when it cannot be sent, nothing counts as sent.
        _send(reminders, recipients)
    return reminders


def people_to_remind() -> list[str]:
    """Addresses of everybody who may renew a consent."""
    users = get_user_model()._default_manager.with_perm(
        RIGHT, backend="django.contrib.auth.backends.ModelBackend"
    )
    emails = users.exclude(email="").values_list("email", flat=True)
    return sorted(set(emails))


def _was_sent(consent: Consent, days: int) -> bool:
    # A renewal has another last day, and reminders of its own.
    sent = consent.events.filter(
        kind=ConsentEvent.Kind.REMINDED, detail={"day": consent.expires_on.isoformat()}
    )
    return any(int(event.code) <= days for event in sent)


def _note(reminder: Reminder) -> None:
    ConsentEvent.objects.create(
        consent=reminder.consent,
        kind=ConsentEvent.Kind.REMINDED,
        code=str(reminder.days),
        detail={"day": reminder.consent.expires_on.isoformat()},
    )


def _send(reminders: list[Reminder], recipients: list[str]) -> None:
    # Each in a mail of its own would tell nobody more, and them less at a glance.
    with translation.override(settings.LANGUAGE_CODE):
        subject = ngettext(
            "%(number)s consent runs out soon",
            "%(number)s consents run out soon",
            len(reminders),
        ) % {"number": len(reminders)}
        lines = [_line(each) for each in reminders]
        closing = _(
            "Ask the patients whether they agree again, and renew the consents in the "
            "register. Without it their stories come down after the last day."
        )
        text = "\n".join([*lines, "", closing])
    for recipient in recipients:
        send_mail(subject, text, None, [recipient])


def _line(reminder: Reminder) -> str:
    return _("%(consent)s: last day %(day)s") % {
        "consent": reminder.consent.reference,
        "day": formats.date_format(reminder.consent.expires_on, "DATE_FORMAT"),
    }
