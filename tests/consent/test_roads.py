"""Every road to publication, in every state that forbids it: nothing gets through."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.test import Client
from django.urls import path, reverse
from django.utils import timezone
from wagtail.models import (
    GroupApprovalTask,
    Locale,
    Revision,
    Workflow,
    WorkflowTask,
)

from site_project.urls import urlpatterns as site_urls
from spine_content.models import ConsentEvent
from spine_content.pages.models import PatientStoryPage
from tests import content
from tests.consent.states import HELD_BACK, draft, once_public
from tests.forms import edit_address, posted
from tests.reading import soup, words

pytestmark = pytest.mark.django_db
TITLE = "Zebedee waited"
#: One more state: the patient has not agreed to the words. What is public may stay.
STATES = [*HELD_BACK, "not approved"]


def story_in(state):
    if state != "not approved":
        return draft(state, title=TITLE)
    story = content.story(live=False, title=TITLE)
    ConsentEvent.objects.all().erase()
    story.save_revision()
    return story


def copied(**changes):
    parent = str(content.home().pk)
    names = {"new_title": TITLE, "new_slug": "copy", "new_parent_page": parent}
    return {**names, **changes}


def by_form(story, admin):
    return admin.post(edit_address(story), posted(story, "publish"))


def by_schedule(story, admin):
    soon = timezone.now() - datetime.timedelta(minutes=1)
    revisions = Revision.objects.filter(pk=story.latest_revision_id)
    revisions.update(approved_go_live_at=soon)
    call_command("publish_scheduled")


def by_a_day_in_the_form(story, admin):
    day = (timezone.now() + datetime.timedelta(days=1)).strftime("%Y-%m-%d %H:%M")
    data = posted(story, "publish", go_live_at=day)
    response = admin.post(edit_address(story), data)
    call_command("publish_scheduled")
    return response


def in_bulk(story, admin):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    return admin.post(f"{address}?id={story.pk}&next=/admin/", follow=True)


def by_workflow(story, admin):
    workflow = Workflow.objects.create(name="Sign-off")
    task = GroupApprovalTask.objects.create(name="Sign-off")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    state = workflow.start(story, None)
    args = [story.pk, "approve", state.current_task_state.pk]
    return admin.post(
        reverse("wagtailadmin_pages:workflow_action", args=args), follow=True
    )


def by_copying(story, admin):
    address = reverse("wagtailadmin_pages:copy", args=[story.pk])
    return admin.post(address, copied(publish_copies="on"))


def by_alias(story, admin):
    address = reverse("wagtailadmin_pages:copy", args=[story.pk])
    return admin.post(address, copied(alias="on"))


def by_translation(story, admin):
    french = Locale.objects.get_or_create(language_code="fr")[0]
    translation = story.copy_for_translation(french, copy_parents=True)
    translation.live = True
    with pytest.raises(ValidationError):
        translation.save()


def by_saving(story, admin):
    story.live = True
    with pytest.raises(ValidationError):
        story.save()


def by_revision(story, admin):
    with pytest.raises(ValidationError):
        story.get_latest_revision().publish()


def by_reverting(story, admin):
    name = "wagtailadmin_pages:revisions_revert"
    page = admin.get(reverse(name, args=[story.pk, story.latest_revision_id]))
    assert page.status_code == 200
    data = posted(story, "publish", revision=str(story.latest_revision_id))
    return admin.post(edit_address(story), data)


def in_admin_api(action, **data):
    def road(story, admin):
        name = "wagtailadmin_api:pages:action"
        return admin.post(reverse(name, args=[story.pk, action]), data)

    road.__name__ = f"by_the_admins_api_{action}"
    return road


ROADS = [
    by_form,
    by_schedule,
    by_a_day_in_the_form,
    in_bulk,
    by_workflow,
    by_copying,
    by_alias,
    by_translation,
    by_saving,
    by_revision,
    by_reverting,
    in_admin_api("publish"),
    in_admin_api("copy", keep_live=True, slug="copy"),
    in_admin_api("create_alias", update_slug="alias"),
]
each_state = pytest.mark.parametrize("state", STATES)
each_road = pytest.mark.parametrize("road", ROADS, ids=lambda road: road.__name__)


def seen():
    """What any visitor gets to see of stories: statuses, and where the title is."""
    visitor = Client()
    answers = [visitor.get(page.url) for page in PatientStoryPage.objects.all()]
    assert answers
    told = [each for each in answers if TITLE in words(soup(each.content))]
    return {each.status_code for each in answers}, told


@each_state
@each_road
def test_no_road_publishes_a_story_that_is_blocked(road, state, admin_client):
    response = road(story_in(state), admin_client)
    assert response is None or response.status_code < 500
    assert not PatientStoryPage.objects.filter(live=True, alias_of=None).exists()
    statuses, told = seen()
    assert statuses <= {404, 410}
    assert told == []


#: What is wrong with these is the consent, whichever draft is published.
OF_THE_CONSENT = [state for state, (_, shown) in HELD_BACK.items() if not shown]


@pytest.mark.parametrize("state", OF_THE_CONSENT)
@each_road
def test_no_road_publishes_again_what_was_taken_down(road, state, admin_client):
    story = once_public(state, title=TITLE)
    story.unpublish()
    story = PatientStoryPage.objects.get(pk=story.pk)
    response = road(story, admin_client)
    assert response is None or response.status_code < 500
    statuses, told = seen()
    assert statuses <= {404, 410}
    assert told == []


OPEN = [each for each in ROADS if each not in (by_translation, by_saving, by_revision)]


@pytest.mark.parametrize("road", OPEN[:5], ids=lambda road: road.__name__)
def test_the_same_roads_publish_a_story_with_valid_consent(road, admin_client):
    """Else the tests above would pass where no road leads anywhere."""
    story = content.story(live=False, title=TITLE)
    story.save_revision()
    road(story, admin_client)
    if road is by_a_day_in_the_form:
        assert Revision.objects.filter(approved_go_live_at__isnull=False).exists()
    else:
        assert seen()[0] == {200}


@pytest.fixture
def api(settings):
    urls = pytest.importorskip("wagtail.api.v3.urls", reason="needs Wagtail 8")

    class Urls:
        urlpatterns = [path("api/v3/", urls.api.urls), *site_urls]

    settings.ROOT_URLCONF = Urls


def by_v3(story, user):
    from wagtail.models import APIToken

    token = APIToken.create_token(user=user, name="T")[1]
    address = reverse("wagtailapi_v3:pages_actions_publish", args=[story.pk])
    return Client().post(address, headers={"authorization": f"Bearer {token}"})


@each_state
def test_version_3_of_the_api_publishes_none_of_them(state, api, admin_user):
    response = by_v3(story_in(state), admin_user)
    assert response.status_code == 422
    assert not PatientStoryPage.objects.filter(live=True).exists()


def test_version_3_of_the_api_publishes_a_story_that_is_covered(api, admin_user):
    story = content.story(live=False)
    story.save_revision()
    assert by_v3(story, admin_user).status_code == 200
    assert PatientStoryPage.objects.get().live
