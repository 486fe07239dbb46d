"""Roads to a story that lead through another page."""

import pytest
from django.db.models import ProtectedError
from django.urls import reverse
from wagtail.models import GroupApprovalTask, Workflow, WorkflowTask

from spine_content.models import Consent
from spine_content.pages.models import PatientStoryPage, TopicPage
from tests import content
from tests.consent.states import draft, once_public

pytestmark = pytest.mark.django_db


@pytest.fixture
def topic():
    return content.topic()


def test_publishing_a_topic_with_descendants_leaves_a_draft(topic, admin_client):
    story = draft("expired", parent=topic)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    data = {"include_descendants": "on"}
    response = admin_client.post(f"{address}?id={topic.pk}&next=/admin/", data)
    assert response.status_code == 302
    story.refresh_from_db()
    assert not story.live


def test_copying_a_topic_does_not_show_the_copy_of_the_story(
    topic, admin_client, client
):
    once = once_public("expired", parent=topic)
    data = {
        "new_title": "Copy",
        "new_slug": "copy",
        "new_parent_page": str(content.home().pk),
        "copy_subpages": "on",
        "publish_copies": "on",
    }
    address = reverse("wagtailadmin_pages:copy", args=[topic.pk])
    assert admin_client.post(address, data).status_code == 302
    copy = TopicPage.objects.get(slug="copy")
    assert copy.live
    client.logout()
    assert client.get(copy.get_children().get().url).status_code == 410
    assert once.title not in client.get(copy.url).content.decode()


def test_moving_a_topic_with_such_a_story_works(topic, admin_client, client):
    story = once_public("expired", parent=topic)
    parent = content.topic(title="Other", slug="other")
    address = reverse("wagtailadmin_pages:move_confirm", args=[topic.pk, parent.pk])
    assert admin_client.post(address).status_code == 302
    story.refresh_from_db()
    client.logout()
    assert client.get(story.url).status_code == 410


@pytest.mark.parametrize("page", ["topic", "story"])
def test_unpublishing_pages_with_such_a_story_works(page, topic, admin_client):
    story = once_public("withdrawn", parent=topic)
    pk = topic.pk if page == "topic" else story.pk
    address = reverse("wagtailadmin_pages:unpublish", args=[pk])
    response = admin_client.post(address, {"include_descendants": "on"})
    assert response.status_code == 302
    assert not PatientStoryPage.objects.get().live


def test_deleting_a_topic_deletes_the_story_and_keeps_the_consent(topic, admin_client):
    once_public("expired", parent=topic)
    address = reverse("wagtailadmin_pages:delete", args=[topic.pk])
    assert admin_client.post(address).status_code == 302
    assert not PatientStoryPage.objects.exists()
    assert Consent.objects.count() == 1


def test_a_consent_that_a_story_needs_cannot_be_deleted(topic):
    story = content.story(topic)
    with pytest.raises(ProtectedError):
        story.consent.delete()


def test_approving_a_story_whose_consent_was_withdrawn_meanwhile(
    topic, admin_client, admin_user
):
    workflow = Workflow.objects.create(name="Sign-off")
    task = GroupApprovalTask.objects.create(name="Sign-off")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    story = content.story(topic, live=False)
    story.save_revision()
    state = workflow.start(story, admin_user)
    Consent.objects.update(withdrawn_at=story.latest_revision.created_at)

    address = reverse(
        "wagtailadmin_pages:workflow_action",
        args=[story.pk, "approve", state.current_task_state.pk],
    )
    assert admin_client.post(address, follow=True).status_code == 200
    story.refresh_from_db()
    assert not story.live
