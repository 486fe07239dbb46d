"""One gate, asked in Python for a page and in SQL for a list: the same answer."""

import datetime

import pytest
from django.apps import apps
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from wagtail.models import Page

from spine_content.consent import (
    ConsentRequired,
    blockers,
    may_show,
    only_showable,
    story_models,
)
from spine_content.models import Consent
from spine_content.pages.models import PatientStoryPage
from tests import content
from tests.consent.states import HELD_BACK, draft

pytestmark = pytest.mark.django_db
NOON = datetime.datetime(2030, 6, 15, 12, tzinfo=datetime.timezone.utc)


def listed(page, at=None):
    return only_showable(Page.objects.filter(pk=page.pk), at).exists()


def test_a_story_with_a_consent_that_covers_it_may_be_shown():
    story = content.story(name_is="real_name", age_band="70s", place="The north")
    assert may_show(story)
    assert blockers(story) == []
    assert listed(story)


def test_story_types_are_those_that_declare_it():
    declared = [each for each in apps.get_models() if issubclass(each, ConsentRequired)]
    assert story_models() == declared == [PatientStoryPage]


@pytest.mark.parametrize("state", HELD_BACK)
def test_each_blocker_is_one_sentence(state):
    story = draft(state)
    (reason,) = blockers(story)
    assert str(reason).endswith(".")
    assert not may_show(story)
    assert not listed(story)


def test_every_blocker_is_given():
    consent = content.consent(
        withdrawn_at=timezone.now(), covers_place=False, covers_age_band=False
    )
    story = content.story(live=False, consent=consent, place="North", age_band="70s")
    assert [str(reason) for reason in blockers(story)] == [
        "The consent was withdrawn.",
        "The consent does not cover an age band.",
        "The consent does not cover a place.",
    ]


def test_pages_that_need_no_consent_are_always_shown():
    others = [make() for kind, make in content.MAKERS.items() if kind != "story"]
    pages = Page.objects.filter(pk__in=[page.pk for page in others])
    assert only_showable(pages).count() == len(others)


def test_only_showable_is_still_one_query(django_assert_num_queries):
    content.story()
    with django_assert_num_queries(1):
        list(only_showable(Page.objects.all()))


def test_the_gate_answers_for_a_moment_in_the_future():
    consent = content.consent(expires_on=NOON.date())
    story = content.story(consent=consent)
    for at, shown in [(NOON, True), (NOON + datetime.timedelta(days=1), False)]:
        assert may_show(story, at) is shown
        assert listed(story, at) is shown


AROUND_NOON = st.integers(-2, 2).map(lambda days: datetime.timedelta(days=days))
CONSENTS = st.fixed_dictionaries(
    {
        "given_on": AROUND_NOON.map(lambda delta: (NOON + delta).date()),
        "expires_on": AROUND_NOON.map(lambda delta: (NOON + delta).date()),
        "withdrawn_at": st.none() | AROUND_NOON.map(lambda delta: NOON + delta),
        "subject_kind": st.sampled_from(Consent.SubjectKind.values),
        **{f"covers_{scope}": st.booleans() for scope in Consent.SCOPES},
    }
)
STORIES = st.fixed_dictionaries(
    {
        "name_is": st.sampled_from(PatientStoryPage.NameIs.values),
        "age_band": st.sampled_from(["", *PatientStoryPage.AgeBand.values]),
        "place": st.sampled_from(["", "The north", " "]),
        "image_is": st.sampled_from(["", *PatientStoryPage.ImageIs.values]),
    }
)
MOMENTS = st.timedeltas(
    min_value=datetime.timedelta(days=-1), max_value=datetime.timedelta(days=1)
).map(lambda delta: NOON + delta)


def test_may_show_and_only_showable_agree_on_any_story():
    page = content.story(consent=content.consent())
    picture = content.image()

    @settings(max_examples=250)
    @given(CONSENTS, STORIES, st.booleans(), st.booleans(), MOMENTS)
    def check(agreed, shown, has_picture, has_consent, at):
        Consent.objects.filter(pk=page.consent_id).update(**agreed)
        PatientStoryPage.objects.filter(pk=page.pk).update(
            **shown,
            image=picture if has_picture else None,
            consent_id=page.consent_id if has_consent else None,
        )
        story = PatientStoryPage.objects.get(pk=page.pk)
        assert may_show(story, at) is listed(story, at)

    check()


def test_a_story_without_a_kind_of_name_needs_consent_to_the_real_one():
    agreed = content.consent(covers_real_name=False)
    story = content.story(live=False, name_is="", consent=agreed)
    assert not may_show(story)
    assert not listed(story)
