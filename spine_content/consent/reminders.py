"""
Tells staff that a consent runs out, by e-mail and on the first page of the admin.

Nobody is told whose it is.
"""

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
from wagtail.admin.ui.components import Component

from spine_content.consent.models import (
    CHANGE_PERMISSION,
    REGISTER_URL_NAME,
    VIEW_PERMISSIONS,
    Consent,
)
from spine_content.consent.records import ConsentEvent

#: Days before the last day on which a reminder is due.
REMINDER_DAYS = (60, 14)
#: More would push everything else off the page; the register has them all.
MAX_SHOWN = 10


@dataclass(frozen=True)
class Reminder:
    """A consent that runs out soon, and which of ``REMINDER_DAYS`` it is time for."""

    consent: Consent
    days: int


def expiring_consents(today: datetime.date | None = None) -> Any:
    """Consents in force that run out within the longest of ``REMINDER_DAYS``."""
    today = today or timezone.localdate()
    until = today + datetime.timedelta(days=max(REMINDER_DAYS))
    return Consent.objects.filter(
        withdrawn_at=None,
        subject_kind__in=Consent.PUBLISHABLE,
        given_on__lte=today,
        expires_on__range=(today, until),
    ).order_by("expires_on", "pk")


def due_reminders(today: datetime.date | None = None) -> list[Reminder]:
    """Reminders that are due and were not sent; of two for one consent the later."""
    today = today or timezone.localdate()
    found = []
    for consent in expiring_consents(today):
        days_left = (consent.expires_on - today).days
        days = min(each for each in REMINDER_DAYS if days_left <= each)
        if not _was_sent(consent, days):
            found.append(Reminder(consent, days))
    return found


def remind(recipients: list[str], today: datetime.date | None = None) -> list[Reminder]:
    """
    Send every reminder that is due in one e-mail, and remember that it was sent.

    Gives those that were sent. Raises what the mail server does.
    """
    reminders = due_reminders(today)
    if not (reminders and recipients):
        return []
    with transaction.atomic():
        for each in reminders:
            each.consent.events.create(
                kind=ConsentEvent.Kind.REMINDED,
                code=str(each.days),
                detail={"day": each.consent.expires_on.isoformat()},
            )
        # Last: when it cannot be sent, nothing counts as sent.
        _send(reminders, recipients)
    return reminders


def default_recipients() -> list[str]:
    """Addresses of everybody who may renew a consent."""
    users = get_user_model()._default_manager.with_perm(
        CHANGE_PERMISSION, backend="django.contrib.auth.backends.ModelBackend"
    )
    emails = users.exclude(email="").values_list("email", flat=True)
    return sorted(set(emails))


def _was_sent(consent: Consent, days: int) -> bool:
    # A renewal has another last day, and reminders of its own.
    sent = consent.events.filter(
        kind=ConsentEvent.Kind.REMINDED, detail={"day": consent.expires_on.isoformat()}
    )
    return any(int(event.code) <= days for event in sent)


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


class ExpiringConsentsPanel(Component):
    """Tells on the first page of the admin which consents run out soon."""

    name = "spine_expiring_consents"
    template_name = "spine_content/admin/expiring_consents.html"
    order = 90

    def __init__(self, consents: list[Any], number: int) -> None:
        self.consents, self.number = consents, number

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        today = timezone.localdate()
        days_left = [(each.expires_on - today).days for each in self.consents]
        return {
            "consents": list(zip(self.consents, days_left, strict=True)),
            "number": self.number,
            "index_url_name": f"{REGISTER_URL_NAME}_index",
            "inspect_url_name": f"{REGISTER_URL_NAME}_inspect",
        }


def homepage_panels(user: Any) -> list[Component]:
    """The panel, for those who may see the register, when there is anything to tell."""
    if not any(user.has_perm(permission) for permission in VIEW_PERMISSIONS):
        return []
    consents = expiring_consents()
    shown = list(consents[:MAX_SHOWN])
    return [ExpiringConsentsPanel(shown, consents.count())] if shown else []
