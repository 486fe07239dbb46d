"""Every address that we add to the admin, and what it answers to whom."""

import pytest
from django.urls import reverse
from wagtail.models import Locale

from spine_content.models import ConsentFormVersion
from tests import content
from tests.admin.people import RIGHTS, answer, browser

pytestmark = pytest.mark.django_db

FORMS = "clinic-registers_consent-forms_modeladmin_"
CONSENTS = "clinic-registers_consents_modeladmin_"

#: For consents; rights to their forms are rights of their own.
ANSWERS = {
    #                   anonymous stranger viewer officer superuser
    f"{CONSENTS}renew": " login   refused  refused ok     ok",
    "spine_approve_text": "login  refused  refused refused ok",
}
ANSWERS_ABOUT_FORMS = {
    f"{FORMS}index": "  login     refused  ok      ok      ok",
    f"{FORMS}create": " login     refused  refused ok      ok",
    f"{FORMS}edit": "   login     refused  refused ok      ok",
    f"{FORMS}inspect": "login     refused  ok      ok      ok",
    f"{FORMS}history": "login     refused  ok      ok      ok",
    f"{FORMS}delete": " login     refused  refused refused ok",
}
#: What an address with a number in it needs to be reached.
WITHOUT_NUMBER = ("index", "create")


def form_version():
    return ConsentFormVersion.objects.create(
        profile="uk",
        locale=Locale.get_default(),
        version="2.1",
        wording="I agree.",
        in_force_from="2026-01-01",
    )


def address(name, pk):
    return reverse(name, args=[] if name.endswith(WITHOUT_NUMBER) else [pk])


each_person = pytest.mark.parametrize("person", range(len(RIGHTS)), ids=RIGHTS)


@each_person
def test_addresses_about_a_consent(person):
    story = content.story()
    keys = {"spine_approve_text": story.pk}
    client = browser(list(RIGHTS)[person])
    found = {
        name: answer(client, address(name, keys.get(name, story.consent_id)))
        for name in ANSWERS
    }
    assert found == {name: each.split()[person] for name, each in ANSWERS.items()}


@each_person
def test_addresses_about_a_form(person):
    pk = form_version().pk
    client = browser(list(RIGHTS)[person], "consentformversion")
    found = {name: answer(client, address(name, pk)) for name in ANSWERS_ABOUT_FORMS}
    expected = {
        name: each.split()[person] for name, each in ANSWERS_ABOUT_FORMS.items()
    }
    assert found == expected


#: The admin's own API: of stories it says what the page tree says, and no more.
API = ("pages/?fields=*", "pages/?type=spine_pages.PatientStoryPage&fields=*")


@each_person
def test_the_admins_api_says_nothing_of_a_consent(person):
    story = content.story(consent=content.consent(subject_ref="R-SECRET"))
    client = browser(list(RIGHTS)[person])
    for path in (*API, f"pages/{story.pk}/?fields=*"):
        response = client.get(f"/admin/api/main/{path}")
        text = response.content.decode()
        assert "R-SECRET" not in text
        assert story.consent.reference not in text
    assert client.get("/admin/api/main/consents/").status_code in (302, 403, 404)
    address = f"/admin/api/main/pages/?type=spine_pages.PatientStoryPage&consent={1}"
    assert client.get(address).status_code in (302, 400, 403)
