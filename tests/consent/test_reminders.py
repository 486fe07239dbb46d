"""Staff hear 60 and 14 days before that a consent runs out, and never whose it is."""

import datetime
from smtplib import SMTPException

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone

from spine_content import consent
from spine_content.models import ConsentEvent
from tests import content
from tests.admin.people import browser, person

pytestmark = pytest.mark.django_db
TO = ["officer@example.com"]
SECRET = "R-secret-77"


def ending_in(days, **changes):
    last = timezone.localdate() + datetime.timedelta(days=days)
    return content.consent(expires_on=last, subject_ref=SECRET, **changes)


def day(number):
    return timezone.localdate() + datetime.timedelta(days=number)


@pytest.mark.parametrize(
    ("left", "is_due"), [(61, False), (60, True), (14, True), (0, True), (-1, False)]
)
def test_a_reminder_is_due_within_sixty_days(left, is_due):
    ending_in(left)
    assert bool(consent.remind(TO)) is is_due
    assert bool(mail.outbox) is is_due


@pytest.mark.parametrize(
    "changes",
    [
        {"withdrawn_at": timezone.now()},
        {"subject_kind": "child"},
    ],
)
def test_a_consent_that_cannot_be_renewed_gets_no_reminder(changes):
    ending_in(10, **changes)
    assert consent.remind(TO) == []


def test_each_reminder_is_sent_once():
    ending_in(60)
    sent = [len(consent.remind(TO, today=day(number))) for number in range(61)]
    assert [number for number, count in enumerate(sent) if count] == [0, 46]
    events = ConsentEvent.objects.filter(kind="reminded")
    assert {event.code for event in events} == {"60", "14"}


def test_a_renewed_consent_gets_new_reminders():
    agreed = ending_in(10)
    consent.remind(TO)
    consent.renew(agreed, day(200))
    assert consent.remind(TO) == []
    assert len(consent.remind(TO, today=day(140))) == 1


def test_the_mail_contains_the_reference_and_nothing_else_about_it():
    agreed = ending_in(14)
    content.story(consent=agreed, title="Zebedee waited", display_name="Zebedee")
    consent.remind([*TO, "second@example.com"])
    assert [message.to for message in mail.outbox] == [TO, ["second@example.com"]]
    told = mail.outbox[0].subject + mail.outbox[0].body
    assert agreed.reference in told
    for secret in (SECRET, "Zebedee", "zebedee", "http"):
        assert secret not in told


def test_a_reminder_that_failed_is_sent_the_next_time(monkeypatch):
    ending_in(14)

    def fail(*args, **kwargs):
        raise SMTPException("Nobody answers.")

    with monkeypatch.context() as broken:
        broken.setattr("spine_content.consent.reminders.send_mail", fail)
        with pytest.raises(SMTPException):
            consent.remind(TO)
    assert len(consent.remind(TO)) == 1


def test_the_command_mails_those_who_may_renew(capsys):
    agreed = ending_in(14)
    person("viewer")
    person("officer")
    call_command("remind_of_consents")
    assert [message.to for message in mail.outbox] == [["officer@example.com"]]
    assert capsys.readouterr().out == f"Reminded of: {agreed.reference}.\n"
    call_command("remind_of_consents")
    assert len(mail.outbox) == 1


def test_the_command_fails_without_recipients():
    ending_in(14)
    with pytest.raises(CommandError):
        call_command("remind_of_consents")
    with pytest.raises(CommandError):
        call_command("remind_of_consents", to=["nobody"])
    assert not ConsentEvent.objects.filter(kind="reminded").exists()


@pytest.mark.parametrize(
    ("who", "is_told"),
    [("stranger", False), ("viewer", True), ("officer", True), ("superuser", True)],
)
def test_the_homepage_panel_is_for_those_with_permission(who, is_told):
    agreed = ending_in(59)
    text = browser(who).get(reverse("wagtailadmin_home")).content.decode()
    assert (agreed.reference in text) is is_told
    assert ("Consents ending soon" in text) is is_told
    assert SECRET not in text


def test_there_is_no_homepage_panel_when_nothing_expires():
    ending_in(61)
    text = browser("superuser").get(reverse("wagtailadmin_home")).content.decode()
    assert "Consents ending soon" not in text
