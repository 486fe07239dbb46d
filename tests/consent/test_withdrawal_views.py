"""The button that ends a consent: who may press it, what it says before and after."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.urls import reverse

from spine_content.models import Consent, ErasureCertificate
from spine_content.pages.models import PatientStoryPage
from tests import content
from tests.admin.people import RIGHTS, answer, browser, person
from tests.reading import soup, words

pytestmark = pytest.mark.django_db


def address(name, consent):
    return reverse(f"spine_consent_{name}", args=[consent.pk])


@pytest.fixture
def story():
    picture = content.image("In the garden")
    shown = {"image": picture, "image_is": "patient", "image_alt": "Somebody"}
    return content.story(title="Zebedee waited", **shown)


def officer(*rights):
    client, user = browser("anonymous"), person("viewer")
    user.user_permissions.add(*Permission.objects.filter(codename__in=rights))
    client.force_login(user)
    return client


ANSWERS = {
    #              anonymous stranger viewer  officer superuser
    "withdraw": "    login     refused  refused refused ok",
    "certificate": " login     refused  ok      ok      ok",
}


@pytest.mark.parametrize("place", range(len(RIGHTS)), ids=RIGHTS)
@pytest.mark.parametrize("exists", [True, False])
def test_only_those_with_permission_get_in(place, exists):
    given = content.consent() if exists else Consent(pk=99999)
    client = browser(list(RIGHTS)[place])
    for name, answers in ANSWERS.items():
        expected = answers.split()[place]
        if expected == "ok" and not exists:
            expected = "404"
        assert answer(client, address(name, given)) == expected


def test_the_right_to_withdraw_needs_the_right_to_see(story):
    client = officer("withdraw_consent")
    assert answer(client, address("withdraw", story.consent)) == "ok"
    lone = browser("stranger")
    user = person_of(lone)
    user.user_permissions.add(Permission.objects.get(codename="withdraw_consent"))
    assert answer(lone, address("withdraw", story.consent)) == "refused"


def person_of(client):
    return get_user_model().objects.get(pk=client.session["_auth_user_id"])


@pytest.mark.parametrize("who", ["anonymous", "stranger", "viewer", "officer"])
def test_a_forged_form_withdraws_nothing(who, story):
    browser(who).post(address("withdraw", story.consent), {"via": "letter"})
    assert Consent.objects.get().withdrawn_at is None
    assert PatientStoryPage.objects.get().title == "Zebedee waited"


def test_the_form_must_come_from_our_page(story):
    client = officer("withdraw_consent")
    client.handler.enforce_csrf_checks = True
    response = client.post(address("withdraw", story.consent), {"via": "letter"})
    assert response.status_code == 403
    assert Consent.objects.get().withdrawn_at is None


def test_the_confirmation_changes_nothing_and_names_all_that_goes(story):
    topic = content.topic(title="Where it is shown too", image=story.image)
    client = officer("withdraw_consent")
    page = soup(client.get(address("withdraw", story.consent)).content)
    text = words(page.select_one("main"))
    for told in (story.title, story.image.title, topic.title, "cannot be undone"):
        assert told in text
    assert len(page.select("main form[method=post] button[type=submit]")) == 1
    assert Consent.objects.get().withdrawn_at is None
    assert not ErasureCertificate.objects.exists()


def test_the_button_erases_and_shows_the_certificate(story):
    client = officer("withdraw_consent")
    old = story.url
    response = client.post(
        address("withdraw", story.consent), {"via": "letter"}, follow=True
    )
    assert response.redirect_chain[-1][0] == address("certificate", story.consent)
    text = words(soup(response.content).select_one("main"))
    assert story.consent.reference in text
    for told in ("Backups", "Search engines", "Finished", "viewer"):
        assert told in text
    assert "Zebedee" not in response.content.decode()
    assert client.get(old).status_code == 404
    given = Consent.objects.get()
    assert (given.withdrawn_via, bool(given.withdrawn_at)) == ("letter", True)


@pytest.mark.parametrize("posted", [{}, {"via": "gossip"}])
def test_the_form_requires_how_the_patient_said_so(posted, story):
    client = officer("withdraw_consent")
    response = client.post(address("withdraw", story.consent), posted)
    assert response.status_code == 200
    assert response.context["form"].errors
    assert Consent.objects.get().withdrawn_at is None


def test_an_excluded_image_is_not_deleted(story):
    drawing = content.image("A drawing")
    block = {"image": drawing, "caption": "", "credit": ""}
    story.body = [("image", block)]
    content.approve(story)
    story.save()
    data = {"via": "letter", "excluded_images": [drawing.pk]}
    officer("withdraw_consent").post(address("withdraw", story.consent), data)
    pictures = type(drawing).objects
    assert set(pictures.values_list("pk", flat=True)) == {drawing.pk}


def test_a_withdrawn_consent_redirects_to_its_certificate(story):
    client = officer("withdraw_consent")
    client.post(address("withdraw", story.consent), {"via": "letter"})
    response = client.get(address("withdraw", story.consent))
    assert response.url == address("certificate", story.consent)


def test_the_register_links_to_the_withdrawal(story):
    name = "clinic-registers_consents_modeladmin_inspect"
    inspect = reverse(name, args=[story.consent.pk])
    link = f'href="{address("withdraw", story.consent)}"'
    assert link in officer("withdraw_consent").get(inspect).content.decode()
