import datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from spine_content.models import Consent
from tests import content

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)
NOON = datetime.datetime(2030, 6, 15, 12, tzinfo=datetime.timezone.utc)
TODAY = NOON.date()

#: What a consent may be like at noon, and what is then wrong with it.
STATES = {
    "first day": ({"given_on": TODAY}, None),
    "last day": ({"expires_on": TODAY}, None),
    "day after the last": ({"expires_on": TODAY - DAY}, "The consent has expired."),
    "day before the first": (
        {"given_on": TODAY + DAY},
        "The consent does not count yet.",
    ),
    "withdrawn this second": ({"withdrawn_at": NOON}, "The consent was withdrawn."),
    "withdrawn a second later": (
        {"withdrawn_at": NOON + datetime.timedelta(seconds=1)},
        None,
    ),
    "child": (
        {"subject_kind": "child"},
        "Stories of children and of adults who cannot decide stay private.",
    ),
    "cannot decide": (
        {"subject_kind": "lacks_capacity"},
        "Stories of children and of adults who cannot decide stay private.",
    ),
    "fictional": ({"subject_kind": "fictional"}, None),
}


@pytest.mark.parametrize(("changes", "problem"), STATES.values(), ids=STATES)
def test_problem_and_valid_agree_on_what_a_consent_covers(changes, problem):
    dates = {"given_on": TODAY - 30 * DAY, "expires_on": TODAY + 30 * DAY}
    consent = content.consent(**{**dates, **changes})
    assert consent.problem(NOON) == problem
    assert Consent.objects.valid(NOON).exists() is (problem is None)


def test_days_are_counted_in_the_current_time_zone():
    consent = content.consent(given_on=TODAY - DAY, expires_on=TODAY)
    late = datetime.datetime(2030, 6, 15, 23, 30, tzinfo=datetime.timezone.utc)
    with timezone.override("America/New_York"):
        assert consent.problem(late) is None
        assert consent in Consent.objects.valid(late)
    with timezone.override("Europe/London"):
        assert consent.problem(late) == "The consent has expired."
        assert consent not in Consent.objects.valid(late)


def test_the_default_moment_is_now():
    today = timezone.localdate()
    expired = content.consent(expires_on=today - DAY)
    valid = content.consent(expires_on=today)
    assert list(Consent.objects.valid()) == [valid]
    assert (valid.problem(), expired.problem()) == (None, "The consent has expired.")


def test_str_and_reference_give_nothing_away():
    consent = content.consent(subject_ref="Jane Doe, 4 May 1950")
    assert str(consent) == consent.reference == f"C-{consent.pk:06d}"
    assert "Jane" not in repr(consent)
    assert str(Consent()) == "C-new"


@pytest.mark.parametrize("scope", Consent.SCOPES)
def test_scopes_are_independent(scope):
    nothing = {f"covers_{each}": False for each in Consent.SCOPES}
    assert Consent(**nothing).scopes == set()
    assert Consent(**{**nothing, f"covers_{scope}": True}).scopes == {scope}


def test_the_default_scope_is_the_text():
    assert Consent().scopes == {"text"}


def test_the_default_expiry_is_two_years():
    assert (Consent().expires_on - timezone.localdate()).days == 730


def test_the_last_day_is_not_before_the_first():
    consent = Consent(
        subject_ref="R-1", method="paper", given_on=TODAY, expires_on=TODAY - DAY
    )
    with pytest.raises(ValidationError) as caught:
        consent.full_clean()
    assert list(caught.value.message_dict) == ["expires_on"]
    consent.expires_on = TODAY
    consent.full_clean()


@pytest.mark.parametrize("kind", Consent.SubjectKind.values)
def test_only_a_made_up_story_is_fictional(kind):
    assert Consent(subject_kind=kind).is_fictional is (kind == "fictional")
