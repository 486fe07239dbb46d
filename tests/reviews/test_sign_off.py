"""Nobody signs off their own text, and a sign-off stays on record for ever."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.utils import timezone
from wagtail.models import Revision

from spine_content.models import (
    AppendOnlyError,
    ClinicalReview,
    Consent,
    Person,
    Treatment,
)
from tests import content
from tests.forms import posted
from tests.reading import read, words
from tests.reviews import staff

pytestmark = pytest.mark.django_db


def draft_page():
    return content.procedure(live=False)


def draft_treatment():
    return Treatment.objects.create(name="Kyphoplasty", kind="procedure", live=False)


OBJECTS = {"page": draft_page, "treatment": draft_treatment}
each_object = pytest.mark.parametrize("make", OBJECTS.values(), ids=list(OBJECTS))


@pytest.fixture
def author():
    return staff.user("author")


@pytest.fixture
def asha():
    return staff.reviewer(interests="None", register="GMC", register_number="7")


def is_live(instance):
    return type(instance).objects.get(pk=instance.pk).live


def form_of(instance, account):
    """What the window of “Sign off” says, and the checksum that it sends along."""
    shown = staff.at_desk(account).get(staff.action_address(instance)).json()["html"]
    return shown, shown.partition('name="seen" value="')[2].partition('"')[0]


@each_object
def test_a_sign_off_stores_everything_as_it_was(make, author, asha):
    instance = make()
    staff.submitted(instance, author)
    staff.sign_off(instance, asha, note="Read twice.")
    instance.refresh_from_db()
    assert instance.live
    review = ClinicalReview.objects.get()
    assert review.content_object.pk == instance.pk
    assert review.revision == instance.live_revision
    assert (review.reviewer, review.name) == (asha, "Dr Asha")
    assert (review.credentials, review.registration) == ("FRCR", "GMC 7")
    assert (review.interests, review.note) == ("None", "Read twice.")
    assert review.decided_on == timezone.localdate()
    assert review.due_on.year - review.decided_on.year == 2


@each_object
def test_a_sign_off_can_be_neither_changed_nor_deleted(make, author):
    staff.signed(make(), author=author)
    review = ClinicalReview.objects.get()
    review.name = "Dr Somebody Else"
    reviews = ClinicalReview.objects.all()
    for change in (
        review.save,
        review.delete,
        reviews.delete,
        lambda: reviews.update(name="Dr Somebody Else"),
    ):
        with pytest.raises(AppendOnlyError):
            change()


@each_object
def test_later_changes_to_the_person_do_not_change_the_record(
    make, author, asha, client
):
    instance = staff.signed(make(), asha, author)
    person = Person.objects.get(account=asha)
    person.name, person.credentials, person.interests = "Dr New", "", "Acme"
    person.save()
    person.delete()
    asha.delete()
    instance.get_latest_revision().delete()
    review = ClinicalReview.objects.get()
    assert (review.name, review.credentials, review.interests) == (
        "Dr Asha",
        "FRCR",
        "None",
    )
    assert (review.reviewer, review.person, review.revision) == (None, None, None)
    if hasattr(instance, "url"):
        assert "Dr Asha, FRCR" in words(read(client, instance.url))


@each_object
def test_a_reviewer_signs_off_with_the_button(make, author, asha):
    instance = make()
    staff.submitted(instance, author)
    edit = staff.at_desk(asha).get(staff.edit_address(instance)).content.decode()
    assert "Sign off and Publish" in edit
    shown, seen = form_of(instance, asha)
    assert "Nobody has signed this off yet" in shown
    staff.at_desk(asha).post(staff.action_address(instance), {"seen": seen})
    assert is_live(instance)
    assert ClinicalReview.objects.count() == 1


def without_person(name):
    """A reviewer whose account belongs to no person."""
    return staff.user(name, reviews=True)


def draft_person(name):
    account = staff.reviewer(name)
    Person.objects.filter(account=account).update(live=False)
    return account


def superuser_alone(name):
    staff.user(name, superuser=True)
    return staff.reviewer_person(get_user_model().objects.get(username=name))


def without_right_to_publish(name):
    account = staff.reviewer(name)
    account.groups.set(Group.objects.filter(name=staff.GROUP))
    return account


#: Who asks to sign off, and why they may not, in words that the form shows them.
REFUSED = {
    "no reviewer": (staff.user, ""),
    "no person": (without_person, "Your account belongs to no published person"),
    "draft person": (draft_person, "Your account belongs to no published person"),
    "superuser": (superuser_alone, ""),
    "may not publish": (without_right_to_publish, "your account may not publish"),
}


@each_object
@pytest.mark.parametrize("who", REFUSED)
def test_nobody_else_can_sign_off_on_any_road(who, make, author):
    make_account, message = REFUSED[who]
    instance = make()
    staff.submitted(instance, author)
    account = make_account("somebody")
    refused_on_every_road(instance, account, message)


def refused_on_every_road(instance, account, message):
    client = staff.at_desk(account)
    edit = client.get(staff.edit_address(instance))
    assert "Sign off" not in edit.content.decode().replace("Sign off and", "Sign off")
    if message and edit.status_code == 200:
        assert message in edit.content.decode()
    address = staff.action_address(instance)
    seen = staff.checksum(instance)
    assert client.get(address).status_code in (302, 403)
    assert client.post(address, {"seen": seen}).status_code in (302, 403)
    if not isinstance(instance, Treatment):
        client.post(
            staff.edit_address(instance),
            {
                **posted(instance.get_latest_revision_as_object()),
                "action-workflow-action": "on",
                "workflow-action-name": "approve",
                "workflow-action-extra-data": f'{{"seen": "{seen}"}}',
            },
        )
    staff.sign_off(instance, account)
    assert not ClinicalReview.objects.exists()
    assert not is_live(instance)
    state = instance.current_workflow_state
    assert state.status == state.STATUS_IN_PROGRESS


@each_object
@pytest.mark.parametrize("superuser", [False, True])
def test_whoever_wrote_it_cannot_sign_it_off(make, superuser):
    instance = make()
    account = staff.reviewer("both", superuser=superuser)
    staff.submitted(instance, account)
    refused_on_every_road(instance, account, "You have edited this text")


@each_object
def test_everybody_who_edited_since_the_last_sign_off_is_refused(make, asha, author):
    """All who have written since the last sign-off are editors, not the last one."""
    instance = make()
    staff.written(instance, asha)
    staff.submitted(instance, author)
    refused_on_every_road(instance, asha, "You have edited this text")


def test_an_editor_is_refused_after_revisions_are_purged(asha, author):
    page = draft_page()
    staff.written(page, asha)
    staff.submitted(page, author)
    Revision.objects.filter(user=asha).delete()
    refused_on_every_road(page, asha, "You have edited this text")


def test_edits_before_a_sign_off_by_somebody_else_do_not_count(asha, author):
    page = draft_page()
    staff.written(page, asha)
    staff.signed(page, staff.reviewer("bela"), author)
    page.title = "Another title"
    staff.submitted(page, author)
    staff.sign_off(page, asha)
    assert is_live(page)
    assert ClinicalReview.objects.first().reviewer == asha


def test_a_reviewer_who_edits_along_with_the_sign_off_sees_why_it_failed(asha, author):
    page = draft_page()
    staff.submitted(page, author)
    client = staff.at_desk(asha)
    seen = staff.checksum(page)
    data = posted(page.get_latest_revision_as_object(), summary="My own words.")
    response = client.post(
        staff.edit_address(page),
        {
            **data,
            "action-workflow-action": "on",
            "workflow-action-name": "approve",
            "workflow-action-extra-data": f'{{"seen": "{seen}", "comment": ""}}',
        },
        follow=True,
    )
    assert "It is not signed off. You have edited this text" in words_of(response)
    page.refresh_from_db()
    assert not page.live
    assert page.get_latest_revision_as_object().summary == "My own words."
    assert not ClinicalReview.objects.exists()


def words_of(response):
    return " ".join(str(each) for each in response.context["messages"])


@each_object
def test_only_the_text_that_was_shown_is_signed(make, asha, author):
    instance = make()
    staff.submitted(instance, author)
    _shown, seen = form_of(instance, asha)
    name = "title" if hasattr(instance, "title") else "name"
    setattr(instance, name, "Changed meanwhile")
    staff.written(instance, author)
    for sent in (seen, "", "nonsense"):
        response = staff.at_desk(asha).post(
            staff.action_address(instance), {"seen": sent}, follow=True
        )
        assert "The text was changed while you were reading" in words_of(response)
        assert not ClinicalReview.objects.exists()
        assert not is_live(instance)
    staff.sign_off(instance, asha)
    review = ClinicalReview.objects.get()
    assert review.revision == instance.get_latest_revision()


def test_a_story_without_consent_cannot_be_signed_off(asha, author):
    story = content.story(live=False)
    Consent.objects.update(covers_text=False)
    staff.submitted(type(story).objects.get(pk=story.pk), author)
    assert "The consent does not cover" in words(
        read(staff.at_desk(asha), staff.edit_address(story))
    )
    refused_on_every_road(story, asha, "The consent does not cover")


def test_a_failed_publication_leaves_no_sign_off(asha, author, monkeypatch):
    page = draft_page()
    staff.submitted(page, author)
    # A page without a title may be a draft, and cannot be published.
    Revision.objects.update(content={**page.get_latest_revision().content, "title": ""})
    staff.sign_off(page, asha)
    assert not ClinicalReview.objects.exists()
    assert page.current_workflow_task_state.status == "in_progress"


def test_reviewers_may_ask_for_changes_of_what_they_wrote(asha):
    page = draft_page()
    staff.submitted(page, asha)
    address = staff.action_address(page, "reject")
    staff.at_desk(asha).post(address, {"comment": "Not yet."})
    assert page.current_workflow_state.status == "needs_changes"


def test_saving_without_a_change_is_no_edit(asha, author):
    """As the form does when a reviewer signs off from it."""
    page = draft_page()
    staff.submitted(page, author)
    staff.written(page, asha)
    staff.sign_off(page, asha)
    assert is_live(page)


def test_a_change_that_was_taken_back_is_an_edit(asha, author):
    page = draft_page()
    staff.written(page, author)
    before = page.title
    page.title = "By the reviewer"
    staff.written(page, asha)
    page.title = before
    staff.submitted(page, author)
    refused_on_every_road(page, asha, "You have edited this text")
