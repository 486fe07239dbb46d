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


def test_a_number_that_changes_is_kept_before_and_after(treatment):
    edited(treatment, numerator=4).save()
    change = FactChange.objects.get()
    before, after = change.facts
    assert (before.value.numerator, after.value.numerator) == (3, 4)
    assert change.measure == content.measure()


@pytest.mark.parametrize(
    "words",
    [{"note": "Seldom."}, {"population": "everybody"}, {"sources": []}],
)
def test_other_words_are_no_change(words, treatment):
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
def test_whatever_is_not_words_is(change, treatment):
    edited(treatment, **change).save()
    assert len(recorded()) == 1


def test_publishing_a_revision_counts_and_a_draft_does_not(treatment):
    revision = edited(treatment, numerator=4).save_revision()
    assert recorded() == []
    revision.publish()
    assert len(recorded()) == 1


def test_what_comes_and_goes_is_kept_too(treatment):
    (old,) = treatment.stored_facts
    other = content.fact(content.measure("Does it hurt?", kind="answer"), text="No.")
    treatment.facts = [other]
    treatment.save()
    (new,) = treatment.stored_facts
    assert recorded() == [(old, None), (None, new)]


def test_a_fact_that_moves_to_another_question_went_and_came(treatment):
    other = content.measure("How often does it hurt?")
    edited(treatment, measure=other.pk).save()
    assert [change.measure for change in FactChange.objects.order_by("pk")] == [
        content.measure(),
        other,
    ]


def test_what_was_never_public_cannot_have_changed():
    draft = Treatment.objects.create(name="Draft", kind="procedure", live=False)
    draft.facts = [content.fact(content.measure(), numerator=1, denominator=10)]
    draft.save_revision().publish()
    edited(draft, numerator=2)
    draft.live = False
    draft.save()
    assert recorded() == []


def test_the_number_in_a_translation_is_only_a_copy(treatment):
    german = Locale.objects.create(language_code="de")
    copy = treatment.copy_for_translation(german)
    copy.live = True
    copy.save()
    edited(copy, numerator=9).save()
    assert recorded() == []


def test_a_translation_follows_its_original(treatment):
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


def test_a_question_that_has_answers_keeps_its_kind(treatment):
    measure = content.measure()
    measure.kind = "money"
    with pytest.raises(Exception, match="Make a new question instead"):
        measure.full_clean()
