"""The patient's approval of a text: who may record it, of which text, and when not."""

import pytest
from django.urls import reverse
from wagtail.models import PageLogEntry

from spine_content.consent.approval import (
    ApprovalStatus,
    approval_checksum,
    approval_status,
)
from spine_content.models import ConsentEvent
from spine_content.pages.models import PatientStoryPage
from tests import content
from tests.admin.people import RIGHTS, answer, browser, may_edit_pages, person
from tests.forms import edit_address, posted
from tests.reading import soup, words

pytestmark = pytest.mark.django_db
BUTTON = "Record the patient’s approval of this text"
NONE = "The patient has not approved this text yet."
CHANGED = "Changed since the patient approved it."


def address(page) -> str:
    return reverse("spine_approve_text", args=[page.pk])


def writer(name: str):
    user = person(name)
    may_edit_pages(user)
    client = browser("anonymous")
    client.force_login(user)
    return client


def unapproved(**changes):
    story = content.story(live=False, **changes)
    ConsentEvent.objects.all().erase()
    story.save_revision()
    return story


def latest(story):
    return PatientStoryPage.objects.get(pk=story.pk).get_latest_revision_as_object()


def agreeing(story, **changes):
    return {"read": approval_checksum(latest(story)), "answer": "approved", **changes}


ANSWERS = {
    #            anonymous stranger viewer officer superuser
    "story": "   login     refused  refused refused ok",
    "topic": "   login     refused  refused 404     404",
    "nothing": " login     refused  refused 404     404",
}


@pytest.mark.parametrize("place", range(len(RIGHTS)), ids=RIGHTS)
def test_recording_an_approval_needs_both_permissions(place):
    pages = {"story": unapproved().pk, "topic": content.topic().pk, "nothing": 99999}
    client = browser(list(RIGHTS)[place])
    expected = {name: answers.split()[place] for name, answers in ANSWERS.items()}
    found = {
        name: answer(client, reverse("spine_approve_text", args=[pk]))
        for name, pk in pages.items()
    }
    assert found == expected


@pytest.mark.parametrize("who", ["stranger", "viewer"])
def test_a_forged_form_of_an_editor_records_nothing(who):
    story = unapproved()
    writer(who).post(address(story), agreeing(story))
    assert not ConsentEvent.objects.exists()


def test_the_form_must_come_from_our_page():
    story = unapproved()
    client = writer("officer")
    client.handler.enforce_csrf_checks = True
    assert client.post(address(story), agreeing(story)).status_code == 403
    assert not ConsentEvent.objects.exists()


def test_an_officer_records_an_approval_and_the_story_is_published():
    story = unapproved()
    client = writer("officer")
    before = client.get(edit_address(story)).content.decode()
    assert NONE in before and BUTTON in before
    page = soup(client.get(address(story)).content)
    assert "It began in the garden." in words(page)
    assert story.summary in words(page)
    client.post(address(story), agreeing(story))
    event = ConsentEvent.objects.get()
    assert (event.kind, event.page_id, event.language) == (
        "approved_text",
        story.pk,
        "en-gb",
    )
    assert event.actor.username == "officer"
    after = client.get(edit_address(story)).content.decode()
    assert "Approved by the patient." in after and BUTTON not in after
    latest(story).save_revision().publish()
    assert PatientStoryPage.objects.get(pk=story.pk).live


def test_an_editor_is_told_whom_to_ask_and_has_no_button():
    html = writer("stranger").get(edit_address(unapproved())).content.decode()
    assert NONE in html and BUTTON not in html
    assert "ask a consent officer to record the answer" in html


CHANGES = {
    "title": "I chose to wait!",
    "summary": "Somebody waited for long.",
    "body": [content.text("<p>It began in the kitchen.</p>")],
}


@pytest.mark.parametrize("field", CHANGES)
def test_a_changed_word_needs_another_approval(field, admin_client, client):
    story = content.story()
    story.save_revision()
    setattr(story, field, CHANGES[field])
    refused = admin_client.post(edit_address(story), posted(story, "publish"))
    assert refused.context["form"].errors == {"consent": [CHANGED]}
    assert admin_client.post(edit_address(story), posted(story)).status_code == 302
    assert CHANGED in admin_client.get(edit_address(story)).content.decode()
    client.logout()
    assert client.get(story.url).status_code == 200  # what was approved is still there


def test_alternative_text_is_approved_too():
    picture = {"image": content.image(), "image_is": "model", "image_alt": "A garden"}
    story = content.story(**picture)
    assert approval_status(story) == ApprovalStatus.APPROVED
    story.image_alt = "Another garden"
    assert approval_status(story) == ApprovalStatus.CHANGED


def test_saving_a_form_without_a_change_keeps_the_approval(admin_client):
    story = content.story(body=[content.text("<h2>A</h2><p>B</p>")])
    story.save_revision()
    for _each in range(2):
        admin_client.post(edit_address(story), posted(latest(story)))
    assert approval_status(latest(story)) == ApprovalStatus.APPROVED


def test_a_draft_saved_in_the_meantime_has_to_be_read_again():
    story = unapproved()
    client = writer("officer")
    read = agreeing(story)
    story.title = "Another story"
    story.save_revision()
    response = client.post(address(story), read)
    assert "The draft was changed after you opened this page" in response.text
    assert not ConsentEvent.objects.exists()
    shown = soup(response.content).select_one("input[name=read]")["value"]
    client.post(address(story), {**read, "read": shown})
    assert ConsentEvent.objects.count() == 1


def test_spelling_only_needs_an_earlier_approval():
    story = unapproved()
    client = writer("officer")
    client.post(address(story), agreeing(story, answer="spelling"))
    assert not ConsentEvent.objects.exists()
    client.post(address(story), agreeing(story))
    story.title = "I chose to wait."
    story.save_revision()
    client.post(address(story), agreeing(story, answer="spelling"))
    assert [event.kind for event in ConsentEvent.objects.all()] == [
        "spelling_only",
        "approved_text",
    ]
    assert approval_status(latest(story)) == ApprovalStatus.APPROVED
    entry = PageLogEntry.objects.get(action="spine.spelling_only")
    assert entry.user.username == "officer"
    html = client.get(edit_address(story)).content.decode()
    assert "Only spelling was changed" in html


def test_another_patients_approval_does_not_count():
    story = content.story()
    story.consent = content.consent()
    assert approval_status(story) == ApprovalStatus.NONE


def test_an_approval_counts_for_one_language():
    from wagtail.models import Locale

    french = Locale.objects.create(language_code="fr")
    story = content.story()
    story.locale = french
    assert approval_status(story) == ApprovalStatus.NONE


def test_a_made_up_story_needs_no_approval():
    made_up = content.consent(subject_kind="fictional", method="not_needed")
    story = unapproved(consent=made_up)
    story.save_revision().publish()
    assert PatientStoryPage.objects.get(pk=story.pk).live


def test_without_a_consent_there_is_nothing_to_approve():
    story = content.story(live=False, consent=None)
    client = writer("officer")
    response = client.get(address(story), follow=True)
    assert "Attach a consent to the story first." in response.text
