"""No road leads a story to the public past its consent, and none ends in an error."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry, PageLogEntry, Revision

from spine_content.consent import renew
from spine_content.pages.models import PatientStoryPage
from tests import content
from tests.consent.states import HELD_BACK, draft, once_public, switch_stories_off
from tests.forms import add_address, edit_address, posted

pytestmark = pytest.mark.django_db


def by_schedule(story, admin_client):
    soon = timezone.now() - datetime.timedelta(minutes=1)
    Revision.objects.filter(pk=story.latest_revision_id).update(
        approved_go_live_at=soon
    )
    call_command("publish_scheduled")


def posted_in_bulk(story, admin_client):
    """Presses the button and gives back what the editor is told."""
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    query = f"?id={story.pk}&next=/admin/"
    response = admin_client.post(address + query, follow=True)
    assert response.status_code == 200
    return [
        (message.level_tag, str(message)) for message in response.context["messages"]
    ]


@pytest.mark.parametrize("state", HELD_BACK)
def test_a_bulk_action_says_why_not(state, admin_client):
    story = draft(state)
    ((level, told),) = posted_in_bulk(story, admin_client)
    assert level == "error"
    assert story.title in told
    assert any(word in told for word in ("consent", "private", "no patient stories"))


def by_copying(story, admin_client):
    data = {
        "new_title": "Copy",
        "new_slug": "copy",
        "new_parent_page": str(content.home().pk),
        "publish_copies": "on",
    }
    address = reverse("wagtailadmin_pages:copy", args=[story.pk])
    assert admin_client.post(address, data).status_code == 302
    assert PatientStoryPage.objects.filter(slug="copy").exists()


#: Where stories are switched off, nobody can make a copy of one.
COPIED = [state for state in HELD_BACK if state != "stories off"]


@pytest.mark.parametrize("state", COPIED)
def test_a_copy_of_a_story_without_valid_consent_is_a_draft(state, admin_client):
    story = once_public(state)
    by_copying(story, admin_client)
    assert not PatientStoryPage.objects.get(slug="copy").live


@pytest.mark.parametrize("state", HELD_BACK)
def test_a_copy_made_by_code_is_a_draft_as_well(state):
    story = once_public(state)
    copy = story.copy(update_attrs={"slug": "copy"}, keep_live=True)
    assert not copy.live


@pytest.mark.parametrize("save", [True, False], ids=["saved", "revision published"])
def test_the_refusal_is_a_validation_error_for_forms_and_the_api(save):
    story = draft("expired")
    story.live = True
    with pytest.raises(ValidationError) as caught:
        story.save() if save else story.get_latest_revision().publish()
    assert caught.value.message_dict == {"__all__": ["The consent has expired."]}


def test_the_form_says_why_next_to_the_consent(admin_client):
    story = draft("expired")
    response = admin_client.post(edit_address(story), posted(story, "publish"))
    assert response.context["form"].errors == {"consent": ["The consent has expired."]}
    assert "The consent has expired." in response.content.decode()


@pytest.mark.parametrize("state", [each for each in HELD_BACK if each != "withdrawn"])
def test_a_draft_can_be_saved_whatever_its_consent(state, admin_client):
    story = draft(state)
    assert admin_client.post(edit_address(story), posted(story)).status_code == 302


def test_a_refused_schedule_is_logged_and_holds_up_nobody_else():
    refused, other = draft("expired"), content.topic(live=False)
    other.save_revision()
    soon = timezone.now() - datetime.timedelta(minutes=1)
    for number, page in enumerate([refused, other]):
        Revision.objects.filter(pk=page.latest_revision_id).update(
            approved_go_live_at=soon + datetime.timedelta(seconds=number)
        )
    call_command("publish_scheduled")
    other.refresh_from_db()
    refused.refresh_from_db()
    assert (other.live, refused.live) == (True, False)
    assert refused.latest_revision.approved_go_live_at is None
    entry = PageLogEntry.objects.get(action="spine.publish_refused", page=refused.pk)
    assert entry.data["reasons"] == ["The consent has expired."]
    assert not ModelLogEntry.objects.filter(action="spine.publish_refused").exists()


@pytest.mark.parametrize("road", [by_schedule, posted_in_bulk])
def test_a_story_with_valid_consent_is_published(road, admin_client, client):
    story = content.story(live=False)
    story.save_revision()
    road(story, admin_client)
    assert client.get(story.url).status_code == 200


def test_no_draft_is_saved_after_a_withdrawal(admin_client):
    story = once_public("withdrawn")
    told = "The consent was withdrawn. What the story said has been erased."
    response = admin_client.post(edit_address(story), posted(story, summary="Again"))
    assert told in response.content.decode()
    story.summary = "Again"
    with pytest.raises(ValidationError, match="withdrawn"):
        story.save_revision(clean=False)
    other = content.story(slug="other")
    data = posted(other, consent=str(story.consent_id), title="Under it")
    assert told in admin_client.post(edit_address(other), data).content.decode()
    assert not Revision.objects.filter(object_str="Under it").exists()


def test_nobody_can_add_a_story_where_stories_are_off(admin_client):
    switch_stories_off()
    assert not PatientStoryPage.can_create_at(content.home())
    address = add_address(PatientStoryPage, content.home())
    assert admin_client.get(address).status_code == 302


def test_expire_at_follows_the_end_of_the_consent():
    story = content.story()
    assert story.expire_at == story.consent.ends_at
    renew(story.consent, story.consent.expires_on + datetime.timedelta(days=100))
    story.refresh_from_db()
    assert story.expire_at == story.consent.ends_at


def test_an_earlier_expire_at_is_kept():
    early = timezone.now() + datetime.timedelta(days=3)
    story = content.story(expire_at=early)
    assert story.expire_at == early
    renew(story.consent, story.consent.expires_on + datetime.timedelta(days=100))
    story.refresh_from_db()
    assert story.expire_at == early
