"""No road makes a guide public where nobody has checked whom its readers ring."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import (
    GroupApprovalTask,
    Locale,
    PageLogEntry,
    Revision,
    Site,
    Workflow,
    WorkflowTask,
)

from spine_content.models import ClinicSettings
from spine_content.pages.models import RecoveryGuidePage
from tests import content
from tests.forms import edit_address, posted

pytestmark = pytest.mark.django_db

NO_NUMBER = "This site has no emergency number yet."
NOT_CHECKED = "Nobody has checked the emergency number of this site."
STATES = {
    "no settings": (None, NO_NUMBER),
    "no number": ({"emergency_phone": ""}, NO_NUMBER),
    "not checked": ({"numbers_checked_on": None}, NOT_CHECKED),
    "changed since": ({"emergency_phone": "112"}, NOT_CHECKED),
}


def spoil(state):
    changes, expected = STATES[state]
    if changes is None:
        ClinicSettings.objects.all().delete()
    else:
        ClinicSettings.objects.update(**changes)
    return expected


def by_form(guide, admin):
    return admin.post(edit_address(guide), posted(guide, "publish"))


def by_schedule(guide, admin):
    soon = timezone.now() - datetime.timedelta(minutes=1)
    revisions = Revision.objects.filter(pk=guide.latest_revision_id)
    revisions.update(approved_go_live_at=soon)
    call_command("publish_scheduled")


def in_bulk(guide, admin):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    return admin.post(f"{address}?id={guide.pk}&next=/admin/", follow=True)


def by_workflow(guide, admin):
    workflow = Workflow.objects.create(name="Sign-off")
    task = GroupApprovalTask.objects.create(name="Sign-off")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    state = workflow.start(guide, None)
    args = [guide.pk, "approve", state.current_task_state.pk]
    address = reverse("wagtailadmin_pages:workflow_action", args=args)
    return admin.post(address, follow=True)


def by_saving(guide, admin):
    guide.live = True
    with pytest.raises(ValidationError):
        guide.save()


def by_revision(guide, admin):
    with pytest.raises(ValidationError):
        guide.get_latest_revision().publish()


def in_admin_api(guide, admin):
    name = "wagtailadmin_api:pages:action"
    return admin.post(reverse(name, args=[guide.pk, "publish"]))


ROADS = [
    by_form,
    by_schedule,
    in_bulk,
    by_workflow,
    by_saving,
    by_revision,
    in_admin_api,
]
each_road = pytest.mark.parametrize("road", ROADS, ids=lambda road: road.__name__)
each_state = pytest.mark.parametrize("state", STATES)


def draft():
    guide = content.recovery(live=False)
    guide.save_revision()
    return guide


@each_state
@each_road
def test_no_road_to_publication_avoids_the_emergency_number(
    road, state, admin_client, client
):
    guide = draft()
    expected = spoil(state)
    response = road(guide, admin_client)
    assert response is None or response.status_code < 500
    if road in (by_form, in_bulk, in_admin_api):
        assert expected in response.content.decode()
    if road in (by_schedule, by_workflow):
        told = PageLogEntry.objects.get(action="spine.numbers_missing", page=guide.pk)
        assert expected in told.data["reasons"][0]
    assert not RecoveryGuidePage.objects.filter(live=True).exists()
    assert client.get(guide.url).status_code == 404


@each_road
def test_every_road_publishes_where_the_number_is_checked(road, admin_client):
    guide = draft()
    if road in (by_saving, by_revision):
        guide.get_latest_revision().publish()
    else:
        road(guide, admin_client)
    assert RecoveryGuidePage.objects.get().live


@pytest.fixture
def elsewhere(other_sites):
    """A topic on a second site, whose numbers nobody has entered."""
    front = content.topic(content.home().get_parent(), title="Other", slug="other")
    Site.objects.create(hostname="other.example", root_page=front)
    return front


def copied(page, to, **changes):
    return {
        "new_title": "Copy",
        "new_slug": "copy",
        "new_parent_page": str(to.pk),
        **changes,
    }


@pytest.mark.parametrize("how", ["publish_copies", "alias"])
def test_a_copy_on_a_site_without_a_number_is_a_draft(how, elsewhere, admin_client):
    guide = content.recovery()
    address = reverse("wagtailadmin_pages:copy", args=[guide.pk])
    response = admin_client.post(address, copied(guide, elsewhere, **{how: "on"}))
    assert response.status_code == 302
    copy = RecoveryGuidePage.objects.get(slug="copy")
    assert not copy.live
    # What happens to its source changes nothing about that.
    guide.save_revision().publish()
    copy.refresh_from_db()
    guide.refresh_from_db()
    assert (copy.live, guide.live) == (False, True)


def test_copies_on_the_same_site_are_public_like_the_original(admin_client):
    guide = content.recovery()
    address = reverse("wagtailadmin_pages:copy", args=[guide.pk])
    data = copied(guide, content.home(), publish_copies="on")
    assert admin_client.post(address, data).status_code == 302
    assert RecoveryGuidePage.objects.get(slug="copy").live


@pytest.mark.usefixtures("other_sites")
def test_a_translation_needs_the_number_of_its_language(settings):
    settings.WAGTAIL_I18N_ENABLED = True
    guide = content.recovery()
    french = Locale.objects.create(language_code="fr")
    contact = {"language": "fr", "emergency_phone": "15"}
    clinic = content.checked_numbers(contacts=[("contact", contact)])
    translation = guide.copy_for_translation(french, copy_parents=True)
    assert not translation.live
    translation.save_revision().publish()
    assert translation.clinic_settings().phone_for("emergency") == "15"

    translation.refresh_from_db()
    translation.unpublish()
    clinic.contacts = [("contact", {**contact, "emergency_phone": "112"})]
    clinic.save()
    with pytest.raises(ValidationError, match=NOT_CHECKED):
        translation.get_latest_revision().publish()


@pytest.mark.parametrize("bulk", [False, True], ids=["alone", "in bulk"])
def test_a_guide_moved_to_a_site_without_a_number_is_unpublished(
    bulk, elsewhere, admin_client
):
    topic = content.topic()
    guide = content.recovery(topic)
    guide.save_revision().publish()
    if bulk:
        address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "move"])
        data = {"chooser": elsewhere.pk}
        address = f"{address}?id={topic.pk}&next=/admin/"
    else:
        address = reverse(
            "wagtailadmin_pages:move_confirm", args=[topic.pk, elsewhere.pk]
        )
        data = {}
    response = admin_client.post(address, data, follow=True)
    told = [str(message) for message in response.context["messages"]]
    assert any(guide.title in each and NO_NUMBER in each for each in told)
    guide.refresh_from_db()
    topic.refresh_from_db()
    assert (topic.live, guide.live) == (True, False)
    entry = PageLogEntry.objects.get(action="spine.numbers_missing", page=guide.pk)
    assert NO_NUMBER in entry.data["reasons"][0]


def test_a_guide_moved_to_a_site_with_a_number_stays_public(elsewhere):
    guide = content.recovery()
    clinic = ClinicSettings.for_site(elsewhere.get_site())
    clinic.emergency_phone = clinic.checked_numbers = "112"
    clinic.numbers_checked_on = timezone.localdate()
    clinic.save()
    guide.move(elsewhere, "last-child")
    guide.refresh_from_db()
    assert guide.live
    assert guide.clinic_settings().phone_for("emergency") == "112"


def test_a_public_guide_stays_public_and_can_be_moved():
    """Its warning signs are worth more than a page that is gone."""
    guide = content.recovery()
    spoil("not checked")
    topic = content.topic()
    guide.move(topic, "last-child")
    guide.refresh_from_db()
    guide.slug = "another"
    guide.save()
    guide.refresh_from_db()
    assert guide.live and guide.slug == "another"
