"""A withdrawal leaves nothing behind: the whole database and all files are searched."""

import pytest

from spine_content import consent
from tests.consent import canaries
from tests.consent.database_dump import found

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(media_folder):
    return canaries.story()


def test_every_canary_is_stored(story):
    # Or the next test could not fail.
    assert canaries.WORDS.keys() - found(canaries.WORDS) == set()


def test_no_canary_is_left_after_a_withdrawal(story):
    consent.withdraw(story.consent, by=None, via="letter")
    assert found(canaries.WORDS) == set()
