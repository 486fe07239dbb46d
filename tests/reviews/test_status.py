"""What readers are told about the review, in every state a page can be in."""

import datetime
import json

import pytest
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.formats import date_format

from spine_content.clinic.review_intervals import ReviewTier, add_months
from spine_content.models import ClinicalReview, ClinicSettings, Treatment
from spine_content.reviews.sign_off import review_months
from spine_content.reviews.status import (
    ReviewState,
    page_review_statuses,
    review_status,
)
from tests import content
from tests.reading import read, words
from tests.reviews import staff

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)
CLINICAL = ["topic", "procedure", "comparison", "recovery"]


def leak(**values):
    counted = {"numerator": 164, "denominator": 201}
    return content.fact(content.measure(), **{**counted, **values})


def page(kind="procedure", **changes):
    content.with_facts(leak())
    return staff.signed(content.MAKERS[kind](live=False, **changes))


def due(days):
    """As if the only sign-off were so many days from its due day."""
    day = timezone.localdate() + days * DAY
    ClinicalReview.objects.get()
    QuerySet.update(ClinicalReview.objects.all(), due_on=day)
    return date_format(day)


def number_changes(numerator=100):
    treatment = Treatment.objects.get(name="Vertebroplasty")
    treatment.facts = [leak(numerator=numerator)]
    treatment.save()


def text_changes(instance):
    instance.title = "Another title"
    instance.save_revision().publish()


def line(client, instance):
    return words(read(client, instance.url).select_one(".spine-review"))


@pytest.mark.parametrize("kind", CLINICAL)
def test_every_clinical_page_says_that_it_was_not_reviewed(kind, client):
    instance = content.MAKERS[kind]()
    assert line(client, instance) == "Not yet clinically reviewed."


@pytest.mark.parametrize("kind", CLINICAL)
def test_every_clinical_page_says_who_has_reviewed_it(kind, client):
    instance = page(kind)
    today = date_format(timezone.localdate())
    due_on = date_format(ClinicalReview.objects.get().due_on)
    assert line(client, instance) == (
        f"Clinically reviewed by Dr Asha, FRCR, on {today}. Next review: {due_on}."
    )
    assert review_status(instance).state == ReviewState.REVIEWED


def test_a_story_has_no_review_line(client):
    assert read(client, content.story().url).select_one(".spine-review") is None


def test_a_page_that_is_overdue_says_so(client):
    instance = page()
    day = due(-1)
    assert f"This page was due for review on {day}." in line(client, instance)
    assert "Next review" not in line(client, instance)


#: Days from now to the due day, and the state.
EDGES = [
    (-1, ReviewState.OVERDUE),
    (0, ReviewState.DUE_SOON),
    (60, ReviewState.DUE_SOON),
    (61, ReviewState.REVIEWED),
]


@pytest.mark.parametrize(("days", "state"), EDGES)
def test_the_state_changes_on_the_right_day(days, state):
    instance = page()
    due(days)
    assert review_status(instance).state == state
    assert page_review_statuses([instance])[instance.pk].state == state


def test_another_text_is_changed_since_review(client):
    instance = page()
    text_changes(instance)
    shown = line(client, instance)
    assert shown.startswith("An earlier version of this page was clinically reviewed")
    assert "Changed since review: the text." in shown
    assert review_status(instance).state == ReviewState.CHANGED


def test_a_draft_changes_nothing_for_readers(client):
    instance = page()
    instance.title = "A draft"
    instance.save_revision()
    assert "Changed" not in line(client, instance)


def test_the_same_text_published_again_is_still_reviewed(client):
    instance = page()
    instance.save_revision().publish()
    instance.slug, instance.show_in_menus = "elsewhere", True
    instance.save_revision().publish()
    instance.refresh_from_db()
    assert line(client, instance).startswith("Clinically reviewed by")
    assert "Changed" not in line(client, instance)


def test_reading_blocks_does_not_change_the_checksum(client):
    """A block that was looked at says more of itself than what was typed."""
    note = {"type": "point", "value": {"text": "<p>It hurts.</p>"}}
    instance = page(suitable_if=[])
    field = type(instance)._meta.get_field("suitable_if")
    instance.suitable_if = field.to_python(f"[{json.dumps(note)}]")
    instance = staff.signed(instance)
    assert [str(block.value) for block in instance.suitable_if]
    assert not review_status(instance).text_changed
    assert not review_status(instance, unsaved=True).text_changed
    assert "Changed" not in line(client, instance)


def test_an_older_version_has_its_review_again(client):
    instance = page()
    first = instance.live_revision
    text_changes(instance)
    first.publish()
    assert "Changed" not in line(client, instance)


def test_an_overwritten_revision_is_changed_since_review():
    """Autosaving keeps the number of a revision and changes what it says."""
    instance = page()
    revision = instance.get_latest_revision()
    instance.title = "Written over"
    instance.save_revision(
        user=revision.user, overwrite_revision=revision, clean=False
    ).publish()
    instance = type(instance).objects.get(pk=instance.pk)
    assert instance.live_revision_id == ClinicalReview.objects.get().revision_id
    assert review_status(instance).text_changed


def test_a_number_that_changes_is_a_change_since_review(client):
    instance = page()
    number_changes()
    shown = read(client, instance.url)
    told = words(shown.select_one(".spine-review"))
    assert "Changed since review: a number on this page." in told
    assert shown.select_one(".spine-review a")["href"] == "#changes"
    assert shown.select_one("#changes")
    assert page_review_statuses([instance])[instance.pk].state == ReviewState.CHANGED


def test_a_number_changed_before_the_review_is_reviewed(client):
    content.with_facts(leak())
    instance = content.procedure(live=False)
    number_changes()
    staff.signed(instance)
    assert "Changed" not in line(client, instance)


def test_publishing_again_is_no_review_of_a_number(client):
    """As it did when the day of publication was all that was known."""
    instance = page()
    number_changes()
    instance.save_revision().publish()
    assert "Changed since review" in line(client, instance)


def test_an_alias_has_the_review_of_its_original(client):
    instance = page()
    alias = instance.create_alias(update_slug="alias")
    assert line(client, alias) == line(client, instance)


def test_a_copy_has_been_reviewed_by_nobody(client):
    copy = page().copy(update_attrs={"slug": "copy"}, keep_live=True)
    assert line(client, copy) == "Not yet clinically reviewed."


def structured(client, instance):
    script = read(client, instance.url).find("script", type="application/ld+json")
    return json.loads(script.string)


def test_structured_data_agrees_with_the_page(client):
    instance = page()
    told = structured(client, instance)
    assert told["lastReviewed"] == timezone.localdate().isoformat()
    asha = {"@type": "Person", "name": "Dr Asha", "honorificSuffix": "FRCR"}
    assert told["reviewedBy"] == [asha]
    number_changes()
    assert "lastReviewed" not in structured(client, instance)
    text_changes(instance)
    assert "reviewedBy" not in structured(client, instance)
    assert "lastReviewed" not in structured(client, content.procedure(slug="new"))


TIERS = {"recovery": 12, "procedure": 24, "comparison": 24, "topic": 36}


@pytest.mark.parametrize("kind", TIERS)
def test_how_long_a_review_holds_depends_on_the_page_type(kind):
    assert review_months(content.MAKERS[kind]()) == TIERS[kind]


def test_a_site_may_ask_for_more_and_never_for_less_than_three_years():
    instance = content.procedure()
    clinic = ClinicSettings.for_site(instance.get_site())
    clinic.months_middle = 6
    clinic.save()
    assert review_months(instance) == 6
    # A treatment belongs to no site: the strictest counts.
    assert review_months(instance.treatment) == 6
    field = ClinicSettings._meta.get_field("months_low")
    with pytest.raises(Exception, match="36"):
        field.run_validators(37)
    assert set(ReviewTier.values) == {"high", "middle", "low"}


MONTHS = [
    ("2026-01-31", 1, "2026-02-28"),
    ("2024-01-31", 1, "2024-02-29"),
    ("2024-02-29", 12, "2025-02-28"),
    ("2026-11-24", 24, "2028-11-24"),
    ("2026-12-01", 1, "2027-01-01"),
]


@pytest.mark.parametrize(("day", "months", "later"), MONTHS)
def test_months_later_is_the_same_day_or_the_last(day, months, later):
    found = add_months(datetime.date.fromisoformat(day), months)
    assert found.isoformat() == later


def test_the_number_of_queries_does_not_grow_with_the_pages(django_assert_num_queries):
    page()
    pages = list(content.page_type("ProcedurePage").objects.all())
    with django_assert_num_queries(4):
        page_review_statuses(pages)
    for number in range(3):
        staff.signed(content.procedure(slug=f"more-{number}", live=False))
    pages = list(content.page_type("ProcedurePage").objects.all())
    assert len(pages) == 4
    with django_assert_num_queries(4):
        page_review_statuses(pages)
