"""Where a site asks for it, no road leads to publication without a sign-off."""

import datetime
from contextlib import suppress

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from wagtail.models import (
    GroupApprovalTask,
    Locale,
    PageLogEntry,
    Revision,
    Workflow,
    WorkflowTask,
)

from spine_content.models import ClinicalReview, ClinicSettings
from tests import content
from tests.consent import test_roads as of_consent
from tests.forms import add_address, edit_address, posted
from tests.reading import read, words
from tests.reviews import staff

pytestmark = pytest.mark.django_db
TITLE = of_consent.TITLE
Page = content.page_type("ProcedurePage")


@pytest.fixture(autouse=True)
def gate():
    clinic = ClinicSettings.for_site(content.home().get_site())
    clinic.sign_off_needed = True
    clinic.save()
    return clinic


def unsigned():
    return staff.written(content.procedure(live=False, title=TITLE), None)


def changed():
    """Signed off once, and another text since."""
    page = staff.signed(content.procedure(live=False, title="Signed"))
    page.unpublish()
    page.title = TITLE
    return staff.written(page, None)


def overdue():
    page = staff.signed(content.procedure(live=False, title=TITLE))
    page.unpublish()
    day = timezone.localdate() - datetime.timedelta(days=1)
    QuerySet.update(ClinicalReview.objects.all(), due_on=day)
    return Page.objects.get(pk=page.pk)


def first_of_two():
    page = content.procedure(live=False, title=TITLE)
    staff.submitted(page, staff.user("author"))
    staff.sign_off(page, staff.reviewer("tied", ties="Acme"))
    page.current_workflow_state.cancel()
    return Page.objects.get(pk=page.pk)


STATES = {
    "unsigned": (unsigned, "nobody has signed off this text"),
    "changed": (changed, "nobody has signed off this text"),
    "overdue": (overdue, "was due for review"),
    "first of two": (first_of_two, "nobody has signed off this text"),
}


def by_translation(page, admin):
    french = Locale.objects.create(language_code="fr")
    translation = page.copy_for_translation(french, copy_parents=True)
    translation.live = True
    with suppress(ValidationError):
        translation.save()


def by_revision(page, admin):
    with suppress(ValidationError):
        page.get_latest_revision().publish()


#: The roads of stories lead here as well.
ROADS = [
    of_consent.by_form,
    of_consent.by_schedule,
    of_consent.by_a_day_in_the_form,
    of_consent.in_bulk,
    of_consent.by_workflow,
    of_consent.by_copying,
    of_consent.by_alias,
    by_translation,
    of_consent.by_saving,
    by_revision,
    of_consent.by_reverting,
    *of_consent.ROADS[-3:],
]
#: Every road for what nobody has signed, and the first few in every other state.
TRIED = [
    (state, road)
    for state in STATES
    for road in (ROADS if state == "unsigned" else ROADS[:5])
]


@pytest.mark.parametrize(("state", "road"), TRIED)
def test_no_road_leads_past_the_reviewers(state, road, admin_client):
    response = road(STATES[state][0](), admin_client)
    assert response is None or response.status_code < 500
    assert not Page.objects.filter(live=True).exists()


@pytest.mark.parametrize("state", STATES)
def test_the_form_says_what_is_missing(state, admin_client):
    make, message = STATES[state]
    page = make()
    response = admin_client.post(edit_address(page), posted(page, "publish"))
    assert message in response.content.decode()
    response = of_consent.in_bulk(page, admin_client)
    assert message in " ".join(str(each) for each in response.context["messages"])


@pytest.mark.parametrize("state", STATES)
def test_a_draft_can_be_saved_and_handed_in(state, admin_client):
    page = STATES[state][0]()
    staff.workflow()
    response = admin_client.post(edit_address(page), posted(page))
    assert response.status_code == 302
    workflow = staff.workflow()
    workflow.workflow_pages.create(page=content.home())
    response = admin_client.post(edit_address(page), posted(page, "submit"))
    assert response.status_code == 302
    assert Page.objects.get(pk=page.pk).workflow_in_progress


def signed_draft():
    page = staff.signed(content.procedure(live=False, title=TITLE))
    page.unpublish()
    return Page.objects.get(pk=page.pk)


@pytest.mark.parametrize("road", ROADS[:5], ids=lambda road: road.__name__)
def test_every_road_publishes_what_was_signed_off(road, admin_client):
    page = signed_draft()
    road(page, admin_client)
    if road is of_consent.by_a_day_in_the_form:
        assert Revision.objects.filter(approved_go_live_at__isnull=False).exists()
    else:
        assert Page.objects.get(pk=page.pk).live


def test_a_sign_off_publishes(admin_client):
    assert staff.signed(content.procedure(live=False)).live


def test_a_live_page_stays_live_and_can_be_moved(gate):
    gate.sign_off_needed = False
    gate.save()
    page = staff.written(content.procedure(), None)
    gate.sign_off_needed = True
    gate.save()
    page = Page.objects.get(pk=page.pk)
    page.locked = True
    page.save()
    page.move(content.home(), pos="first-child")
    page = Page.objects.get(pk=page.pk)
    assert page.live
    page.title = "Other words"
    with pytest.raises(ValidationError):
        page.save(update_fields=["title"])


def test_a_block_changed_in_memory_is_not_published(gate):
    page = staff.signed(content.procedure(live=False))
    page.benefits[0].value.source = "<p>It always works.</p>"
    with pytest.raises(ValidationError):
        page.save()
    page = Page.objects.get(pk=page.pk)
    # Looking at the blocks changes nothing.
    assert [str(block.value) for block in page.benefits]
    page.save()


def test_another_site_may_ask_for_less(gate):
    gate.sign_off_needed = False
    gate.save()
    page = staff.written(content.procedure(live=False), None)
    page.get_latest_revision().publish()
    assert Page.objects.get(pk=page.pk).live


def test_a_new_page_cannot_be_published_at_once(admin_client):
    page = content.procedure(live=False, slug="known")
    address = add_address(Page, content.home())
    data = posted(page, "publish", slug="new")
    response = admin_client.post(address, data)
    assert "nobody has signed off this text" in response.content.decode()
    assert not Page.objects.filter(slug="new").exists()


def test_a_schedule_without_a_sign_off_holds_up_nobody_else(gate):
    """And it is in the history of the page why it is not public."""
    refused, signed = unsigned(), signed_draft()
    Revision.objects.filter(
        pk__in=[refused.latest_revision_id, signed.latest_revision_id]
    ).update(approved_go_live_at=timezone.now() - datetime.timedelta(minutes=1))
    call_command("publish_scheduled")
    assert not Page.objects.get(pk=refused.pk).live
    assert Page.objects.get(pk=signed.pk).live
    assert PageLogEntry.objects.filter(
        page=refused.pk, action="spine.not_signed_off"
    ).exists()


def test_another_workflow_publishes_nothing_unsigned(admin_client):
    workflow = Workflow.objects.create(name="Plain")
    task = GroupApprovalTask.objects.create(name="Plain")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    page = unsigned()
    workflow.start(page, None).current_task_state.approve()
    assert not Page.objects.get(pk=page.pk).live
    history = reverse("wagtailadmin_pages:history", args=[page.pk])
    assert "nobody has signed off" in words(read(admin_client, history))


def test_a_translation_has_a_sign_off_of_its_own():
    page = staff.signed(content.procedure(live=False))
    french = Locale.objects.create(language_code="fr")
    translated = page.copy_for_translation(french, copy_parents=True)
    translated.live = True
    with pytest.raises(ValidationError):
        translated.save()
