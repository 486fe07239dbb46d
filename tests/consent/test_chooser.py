import pytest
from django.urls import reverse
from django.utils import timezone

from tests import content
from tests.admin.people import RIGHTS, answer, browser, may_edit_pages, person
from tests.forms import posted

pytestmark = pytest.mark.django_db

CHOOSER = "/admin/spine_consent_chooser/"
ASK = "Ask a consent officer to attach the consent."

ANSWERS = {
    #                              anonymous stranger viewer officer superuser
    "": "                          login     refused  ok     ok      ok",
    "results/": "                  login     refused  ok     ok      ok",
    "results/?q=1&p=1": "          login     refused  ok     ok      ok",
    "chosen/{pk}/": "              login     refused  ok     ok      ok",
    "chosen-multiple/?id={pk}": "  login     refused  ok     ok      ok",
    "chosen-multiple/?id=abc": "   login     refused  ok     ok      ok",
    "chosen/abc/": "               login     refused  404    404     404",
    "chosen/99999999999999999999/": "login   refused  404    404     404",
    "results/?p=abc": "            login     refused  404    404     404",
    "create/": "                   login     404      404    404     404",
}


@pytest.mark.parametrize("place", range(len(RIGHTS)), ids=RIGHTS)
def test_choosing_a_consent_needs_a_permission(place):
    consent = content.consent()
    client = browser(list(RIGHTS)[place])
    expected = {path: answers.split()[place] for path, answers in ANSWERS.items()}
    found = {
        path: answer(client, CHOOSER + path.format(pk=consent.pk)) for path in expected
    }
    assert found == expected


@pytest.mark.parametrize("query", ["", "?q=", "?q=%20", "?p=1"])
def test_the_chooser_never_lists_all_consents(query):
    consent = content.consent(subject_ref="R-SECRET")
    client = browser("superuser")
    for address in (CHOOSER, f"{CHOOSER}results/"):
        page = client.get(address + query).content.decode()
        assert consent.reference not in page
        assert "R-SECRET" not in page
        assert "Type the exact reference" in page


def test_results_do_not_show_the_clinics_own_reference():
    consent = content.consent(subject_ref="R-77")
    query = {"q": consent.reference}
    page = browser("viewer").get(f"{CHOOSER}results/", query).content.decode()
    assert "R-77" not in page


def test_results_show_reference_state_and_last_day():
    consent = content.consent(withdrawn_at=timezone.now())
    query = {"q": consent.reference}
    page = browser("viewer").get(f"{CHOOSER}results/", query).content.decode()
    assert consent.reference in page
    assert "Withdrawn" in page
    assert str(consent.expires_on.year) in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("{reference}", True),
        ("{pk}", True),
        (" c-{pk} ", True),
        ("{pk}0", False),
        ("R-SECRET", True),
        ("r-secret", True),
        ("R-SECRE", False),
        ("SECRET", False),
        ("R-SECRET%", False),
        ("C-", False),
        ("paper", False),
        ("9" * 40, False),
    ],
)
def test_a_consent_is_found_by_its_exact_reference_only(query, found):
    consent = content.consent(subject_ref="R-SECRET")
    query = query.format(reference=consent.reference, pk=consent.pk)
    response = browser("viewer").get(f"{CHOOSER}results/", {"q": query})
    assert (f"/chosen/{consent.pk}/" in response.content.decode()) is found


def writer(name: str):
    user = person(name)
    may_edit_pages(user)
    client = browser("anonymous")
    client.force_login(user)
    return client


def edit_url(story) -> str:
    return reverse("wagtailadmin_pages:edit", args=[story.pk])


def latest(story):
    return type(story).objects.get(pk=story.pk).get_latest_revision_as_object()


def test_an_officer_attaches_a_consent_to_a_story():
    story, other = content.story(), content.consent()
    client = writer("officer")
    assert CHOOSER in client.get(edit_url(story)).content.decode()
    client.post(edit_url(story), posted(story, consent=str(other.pk)))
    assert latest(story).consent == other


@pytest.mark.parametrize("who", ["stranger", "viewer"])
def test_an_editor_sees_the_consent_but_no_forged_form_changes_it(who):
    story, other = content.story(), content.consent()
    client = writer(who)
    page = client.get(edit_url(story)).content.decode()
    assert story.consent.reference in page
    assert other.reference not in page
    assert CHOOSER not in page
    data = posted(story, consent=str(other.pk), title="Changed")
    client.post(edit_url(story), data)
    assert latest(story).title == "Changed"
    assert latest(story).consent == story.consent


def test_an_editor_adds_a_story_without_consent_and_is_told_whom_to_ask():
    consent, example = content.consent(), content.story()
    client = writer("stranger")
    address = reverse(
        "wagtailadmin_pages:add",
        args=["spine_pages", "patientstorypage", content.home().pk],
    )
    assert ASK in client.get(address).content.decode()
    client.post(
        address, posted(example, consent=str(consent.pk), title="New", slug="new")
    )
    new = type(example).objects.get(slug="new")
    assert new.consent is None
    assert ASK in client.get(edit_url(new)).content.decode()
