"""Somebody else than an editor signs a text off, and it is on record for good."""


import pytest
from django.utils import timezone

from spine_content.models import ClinicalReview
from tests import content
from tests.review import staff

pytestmark = pytest.mark.django_db
OBJECTS = {
    "page": lambda: content.procedure(live=False),
    "treatment": lambda: content.with_facts(name="Kyphoplasty", live=False),
}
each_object = pytest.mark.parametrize("kind", OBJECTS)


@each_object
def test_a_reviewer_signs_off_and_it_is_published(kind):
    instance = OBJECTS[kind]()
    staff.submitted(instance, staff.user("author"))
    asha = staff.reviewer(interests="None", register="GMC", register_number="7")
    staff.sign_off(instance, asha, note="Read twice.")
    instance.refresh_from_db()
    assert instance.live
    review = ClinicalReview.objects.get()
    assert review.content_object.pk == instance.pk
    assert review.revision == instance.live_revision
    assert (review.reviewer, review.name, review.credentials) == (
        asha,
        "Dr Asha",
        "FRCR",
    )
    assert (review.registration, review.interests) == ("GMC 7", "None")
    assert review.note == "Read twice."
    assert review.decided_on == timezone.localdate()
    assert review.due_on.year - review.decided_on.year == 2


@each_object
def test_the_reviewer_sees_the_button_and_uses_it(kind):
    instance = OBJECTS[kind]()
    staff.submitted(instance, staff.user("author"))
    client = staff.at_desk(staff.reviewer())
    address = staff.action_address(instance)
    form = client.get(address).json()["html"]
    assert "Nobody has signed this off yet" in form
    seen = form.partition('name="seen" value="')[2].partition('"')[0]
    client.post(address, {"seen": seen, "comment": ""})
    assert ClinicalReview.objects.complete().count() == 1
    instance.refresh_from_db()
    assert instance.live
