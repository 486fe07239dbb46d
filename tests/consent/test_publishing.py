"""No road leads a story to the public past its consent, and none ends in an error."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry, PageLogEntry, Revision

from spine_content.pages.models import PatientStoryPage
from tests import content
from tests.consent.states import HELD_BACK, draft, once_public
from tests.forms import edit_address, posted

pytestmark = pytest.mark.django_db


def by_form(story, admin_client):
    response = admin_client.post(edit_address(story), posted(story, "publish"))
    assert response.status_code == 200
    assert response.context["form"].errors


def by_saving(story, admin_client):
    story.live = True
    with pytest.raises(ValidationError):
        story.save()


def by_revision(story, admin_client):
    with pytest.raises(ValidationError):
        story.get_latest_revision().publish()


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


def in_bulk(story, admin_client):
    ((level, told),) = posted_in_bulk(story, admin_client)
    assert level == "error"
    assert story.title in told
    assert "consent" in told or "private" in told


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


def by_alias(story, admin_client):
    story.create_alias(update_slug="alias")


ROADS = [by_form, by_saving, by_revision, by_schedule, in_bulk, by_copying, by_alias]


@pytest.mark.parametrize("state", HELD_BACK)
@pytest.mark.parametrize("road", ROADS, ids=lambda road: road.__name__)
def test_a_story_without_cover_never_becomes_public(road, state, admin_client, client):
    story = draft(state)
    road(story, admin_client)
    client.logout()
    for page in PatientStoryPage.objects.all():
        assert not page.live
        assert client.get(page.url).status_code == 404


@pytest.mark.parametrize("state", HELD_BACK)
def test_a_copy_of_a_story_that_lost_its_cover_is_a_draft(state, admin_client):
    story = once_public(state)
    by_copying(story, admin_client)
    assert not PatientStoryPage.objects.get(slug="copy").live


@pytest.mark.parametrize("state", HELD_BACK)
def test_a_copy_made_by_code_is_a_draft_as_well(state):
    story = once_public(state)
    copy = story.copy(update_attrs={"slug": "copy"}, keep_live=True)
    assert not copy.live


@pytest.mark.parametrize("save", [True, False], ids=["saved", "revision published"])
def test_the_refusal_is_one_that_forms_and_the_api_can_show(save):
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


@pytest.mark.parametrize("state", HELD_BACK)
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
def test_a_covered_story_passes_where_others_are_refused(road, admin_client, client):
    story = content.story(live=False)
    story.save_revision()
    road(story, admin_client)
    assert client.get(story.url).status_code == 200
