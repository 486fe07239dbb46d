"""A reviewer with a conflict of interest needs a second reviewer without one."""

import pytest
from wagtail.models import Locale

from spine_content.models import ClinicalReview, Person, Treatment
from spine_content.reviews.permissions import has_conflict_of_interest
from tests import content
from tests.reading import read, words
from tests.reviews import staff
from tests.reviews.test_sign_off import words_of

pytestmark = pytest.mark.django_db

#: Makers of the treatment, ties and interests of the reviewer, and what follows.
CASES = [
    ("Acme", "", "", False),
    ("Acme", "Acme", "", True),
    ("Acme", "acme ltd.", "", True),
    ("ACME Spine, Other GmbH", "Other", "", True),
    ("Acme", "Another", "", False),
    ("Acme", "Acmed", "", False),
    ("Acme", "", "Paid by Acme for a talk in 2025.", True),
    ("Acme", "", "None declared.", False),
    # As long as nobody has said who makes it, any tie may be the one.
    ("", "Another", "", True),
    ("", "", "Paid by Acme for a talk in 2025.", False),
]


@pytest.mark.parametrize(("makers", "ties", "interests", "expected"), CASES)
def test_a_conflict_of_interest_is_found(makers, ties, interests, expected):
    treatment = content.treatment()
    Treatment.objects.update(makers=makers)
    person = Person(name="Dr A", ties=ties, interests=interests)
    assert has_conflict_of_interest(person, [treatment.pk]) is expected


def test_a_treatment_without_makers_needs_no_second_reviewer():
    treatment = content.treatment("Waiting", "no_treatment")
    assert not has_conflict_of_interest(
        Person(name="Dr A", ties="Acme"), [treatment.pk]
    )
    assert not has_conflict_of_interest(Person(name="Dr A", ties="Acme"), [])


@pytest.fixture
def page():
    page = content.procedure(live=False)
    Treatment.objects.update(makers="Acme")
    staff.submitted(page, staff.user("author"))
    return page


def press(page, account):
    """Sign off as the window does, and follow where it leads."""
    return staff.at_desk(account).post(
        staff.action_address(page), {"seen": staff.checksum(page)}, follow=True
    )


def test_the_approval_needs_a_second_reviewer(page, client):
    tied = staff.reviewer("tied", ties="Acme")
    shown = staff.at_desk(tied).get(staff.action_address(page)).json()["html"]
    assert "You have declared a tie to a maker" in shown
    response = press(page, tied)
    assert "A second reviewer without ties has to sign too" in words_of(response)
    page.refresh_from_db()
    assert not page.live
    assert page.current_workflow_task_state.status == "in_progress"
    assert not ClinicalReview.objects.complete().exists()

    free = staff.reviewer("free")
    shown = staff.at_desk(free).get(staff.action_address(page)).json()["html"]
    assert "Signed by Dr Tied, FRCR" in shown
    press(page, free)
    page.refresh_from_db()
    assert page.live
    second = ClinicalReview.objects.complete().get()
    assert second.status == second.Status.SECOND
    assert second.first_review.name == "Dr Tied"
    line = words(read(client, page.url).select_one(".spine-review"))
    assert line.startswith(
        "Clinically reviewed by Dr Tied, FRCR (who has a tie to a maker) and Dr Free, "
        "FRCR, on"
    )


def test_nobody_signs_twice(page):
    tied = staff.reviewer("tied", ties="Acme")
    press(page, tied)
    assert "You have signed already" in words(
        read(staff.at_desk(tied), staff.edit_address(page))
    )
    # Not even when the tie has gone meanwhile.
    Person.objects.update(ties="")
    staff.sign_off(page, tied)
    assert ClinicalReview.objects.count() == 1


def test_two_reviewers_with_conflicts_are_not_enough(page):
    press(page, staff.reviewer("tied", ties="Acme"))
    press(page, staff.reviewer("other", interests="Shares in Acme"))
    page.refresh_from_db()
    assert not page.live


def test_a_first_signature_counts_for_the_same_text_only(page):
    press(page, staff.reviewer("tied", ties="Acme"))
    page.title = "Another title"
    staff.written(page, staff.user("author"))
    press(page, staff.reviewer("free"))
    review = ClinicalReview.objects.complete().get()
    assert (review.status, review.first_review) == (review.Status.SINGLE, None)


def test_a_translation_has_the_makers_of_its_original():
    treatment = content.treatment()
    Treatment.objects.update(makers="Acme")
    french = Locale.objects.create(language_code="fr")
    translated = treatment.copy_for_translation(french)
    translated.makers = ""
    translated.save()
    assert has_conflict_of_interest(
        Person(name="Dr A", interests="Acme pays me"), [translated.pk]
    )
