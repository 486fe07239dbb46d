"""Every published number that changes is written down, and nothing else is."""

import pytest
from wagtail.models import Locale

from spine_content.models import FactChange, Treatment
from tests import content

pytestmark = pytest.mark.django_db


@pytest.fixture
def treatment():
    return content.with_facts(
        content.fact(content.measure(), numerator=3, denominator=100)
    )


def edited(treatment, **changes):
    """Change the first fact as an editor would: its block keeps its id."""
    stored = treatment.stored_facts
    stored[0]["value"].update(changes)
    treatment.facts = Treatment._meta.get_field("facts").to_python(stored)
    return treatment


def recorded():
    return [
        (change.before, change.after) for change in FactChange.objects.order_by("pk")
    ]


def test_a_changed_number_is_recorded_before_and_after(treatment):
    edited(treatment, numerator=4).save()
    change = FactChange.objects.get()
    before, after = change.facts
    assert (before.value.numerator, after.value.numerator) == (3, 4)
    assert change.measure == content.measure()


@pytest.mark.parametrize(
    "words",
    [{"note": "Seldom."}, {"population": "everybody"}, {"sources": []}],
)
def test_changed_text_is_not_recorded(words, treatment):
    edited(treatment, **words).save()
    assert recorded() == []


@pytest.mark.parametrize(
    "change",
    [
        {"status": "not_known"},
        {"denominator": 200},
        {"certainty": "low"},
        {"comparator": "sham"},
        {"time": 2, "time_unit": "weeks"},
    ],
)
def test_any_other_change_is_recorded(change, treatment):
    edited(treatment, **change).save()
    assert len(recorded()) == 1


def test_publishing_is_recorded_and_saving_a_draft_is_not(treatment):
    revision = edited(treatment, numerator=4).save_revision()
    assert recorded() == []
    revision.publish()
    assert len(recorded()) == 1


def test_added_and_removed_facts_are_recorded(treatment):
    (old,) = treatment.stored_facts
    other = content.fact(content.measure("Does it hurt?", kind="answer"), text="No.")
    treatment.facts = [other]
    treatment.save()
    (new,) = treatment.stored_facts
    assert recorded() == [(old, None), (None, new)]


def test_a_fact_that_moves_to_another_question_is_recorded_twice(treatment):
    other = content.measure("How often does it hurt?")
    edited(treatment, measure=other.pk).save()
    assert [change.measure for change in FactChange.objects.order_by("pk")] == [
        content.measure(),
        other,
    ]


def test_changes_before_publication_are_not_recorded():
    draft = Treatment.objects.create(name="Draft", kind="procedure", live=False)
    draft.facts = [content.fact(content.measure(), numerator=1, denominator=10)]
    draft.save_revision().publish()
    edited(draft, numerator=2)
    draft.live = False
    draft.save()
    assert recorded() == []


def test_changes_of_a_translation_are_not_recorded(treatment):
    german = Locale.objects.create(language_code="de")
    copy = treatment.copy_for_translation(german)
    copy.live = True
    copy.save()
    edited(copy, numerator=9).save()
    assert recorded() == []


def test_a_translation_syncs_from_its_original_and_keeps_its_text(treatment):
    german = Locale.objects.create(language_code="de")
    copy = treatment.copy_for_translation(german)
    copy.save()
    edited(copy, note="Selten.", numerator=9)
    edited(treatment, numerator=4, note="Seldom.", measured_how="on scans").save()
    copy.sync_from_original(treatment)
    (fact,) = copy.stored_facts
    assert fact["value"]["numerator"] == 4
    assert fact["value"]["note"] == "Selten."
    assert fact["value"]["measured_how"] == "on scans"


def test_an_answered_question_keeps_its_kind(treatment):
    measure = content.measure()
    measure.kind = "money"
    with pytest.raises(Exception, match="Make a new question instead"):
        measure.full_clean()
