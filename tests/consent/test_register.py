"""What the register does with a consent: records, renews, tells its whole story."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale

from spine_content.models import (
    ClinicSettings,
    Consent,
    ConsentEvent,
    ConsentFormVersion,
)
from tests import content
from tests.admin.people import browser, may_edit_pages, person
from tests.admin.test_registers import form, url
from tests.reading import soup, words

pytestmark = pytest.mark.django_db


def events(consent):
    return [event.kind for event in consent.events.all()]


def renewing(consent, days=100, **changes):
    day = consent.expires_on + datetime.timedelta(days=days)
    return {"expires_on": day.isoformat(), "agreed": "on", **changes}


def test_recording_and_changing_a_consent_record_events():
    client = browser("officer")
    client.post(url("create"), form())
    consent = Consent.objects.get()
    client.post(url("edit", consent), form(scopes=["text"]))
    assert events(consent) == ["scopes_changed", "given"]
    changed = consent.events.first()
    assert changed.detail == {"scopes": [["photo", "text"], ["text"]]}
    assert changed.actor.username == "officer"


def test_a_form_that_changes_nothing_records_no_event():
    client = browser("officer")
    client.post(url("create"), form())
    client.post(url("edit", Consent.objects.get()), form())
    assert events(Consent.objects.get()) == ["given"]


@pytest.mark.parametrize("left_out", ["withdrawal_explained", "languages", "channels"])
def test_the_form_requires_explanations_languages_and_channels(left_out):
    data = form()
    del data[left_out]
    response = browser("officer").post(url("create"), data)
    assert left_out in response.context["form"].errors
    assert not Consent.objects.exists()


def test_hipaa_fields_are_required_where_the_site_says_so():
    site = content.home().get_site()
    ClinicSettings.objects.create(site=site, hipaa_required=True)
    client = browser("officer")
    assert "HIPAA asks for this." in client.post(url("create"), form()).text
    whole = dict.fromkeys(Consent.HIPAA, "Yes")
    assert client.post(url("create"), form(**whole)).status_code == 302


def test_an_officer_renews_a_consent():
    story = content.story(consent=content.consent(covers_photo=False))
    consent = story.consent
    client = browser("officer")
    assert "The patient has agreed again" in client.get(url("renew", consent)).text
    assert client.post(url("renew", consent), renewing(consent)).status_code == 302
    renewed = Consent.objects.get()
    assert renewed.expires_on == consent.expires_on + datetime.timedelta(days=100)
    assert renewed.scopes == consent.scopes
    assert events(consent)[0] == "renewed"
    story.refresh_from_db()
    assert story.expire_at == renewed.ends_at


@pytest.mark.parametrize("changes", [{"agreed": ""}, {"expires_on": "x"}, {"days": 0}])
def test_a_renewal_needs_a_later_day_and_agreement(changes):
    consent = content.consent()
    response = browser("officer").post(
        url("renew", consent), renewing(consent, **changes)
    )
    assert response.context["form"].errors
    assert events(consent) == []


def test_a_withdrawn_consent_is_never_renewed():
    consent = content.consent(withdrawn_at=timezone.now())
    client = browser("officer")
    client.post(url("renew", consent), renewing(consent))
    assert Consent.objects.get().expires_on == consent.expires_on
    assert url("renew", consent) not in client.get(url("index")).text


def test_the_page_of_a_consent_lists_its_stories_and_events():
    story = content.story(title="Zebedee waited")
    page = browser("viewer").get(url("inspect", story.consent)).text
    assert "Zebedee waited" in page
    assert "The patient approved a text" in page
    assert reverse("wagtailadmin_pages:edit", args=[story.pk]) not in page


def test_signed_wording_cannot_be_changed():
    signed = ConsentFormVersion.objects.create(
        profile="uk",
        locale=Locale.get_default(),
        version="1",
        wording="I agree.",
        in_force_from="2026-01-01",
    )
    signed.wording = "I agree to that."
    signed.save()
    content.consent(form=signed)
    signed.wording = "I agree to everything."
    with pytest.raises(ValidationError, match="Make a new version"):
        signed.save()


def test_events_are_never_changed_or_deleted():
    event = content.story().consent.events.get()
    event.kind = "given"
    for forbidden in (
        event.save,
        event.delete,
        ConsentEvent.objects.all().delete,
        lambda: ConsentEvent.objects.update(kind="given"),
    ):
        with pytest.raises(TypeError):
            forbidden()
    assert events(Consent.objects.get()) == ["approved_text"]


@pytest.mark.parametrize(
    ("outcomes", "warned"),
    [(["better"] * 3, True), (["better"] * 2, False), (["better", "worse"] * 2, False)],
)
def test_an_editor_sees_how_the_stories_about_a_treatment_went(outcomes, warned):
    for number, outcome in enumerate(outcomes):
        story = content.story(slug=f"story-{number}", outcome=outcome)
    content.story(slug="draft", outcome="worse", live=False)
    editor = person("stranger")
    may_edit_pages(editor)
    client = browser("anonymous")
    client.force_login(editor)
    address = reverse("wagtailadmin_pages:edit", args=[story.pk])
    page = soup(client.get(address).content)
    counts = {
        words(each.dt): words(each.dd) for each in page.select(".spine-balance > div")
    }
    assert counts["Better"] == str(outcomes.count("better"))
    assert counts["Worse"] == str(outcomes.count("worse"))
    assert ("went well" in words(page)) is warned


@pytest.mark.parametrize(
    ("who", "shown"), [("viewer", False), ("officer", False), ("superuser", True)]
)
def test_the_withdraw_button_needs_the_permission(who, shown):
    consent = content.consent()
    address = reverse("spine_consent_withdraw", args=[consent.pk])
    client = browser(who)
    for page in (url("index"), url("inspect", consent)):
        assert (address in client.get(page).text) is shown
