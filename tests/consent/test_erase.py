"""A withdrawal leaves nothing behind: the whole database and all files are searched."""

import pytest

from spine_content import consent
from tests.consent import planting
from tests.consent.dumping import found

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(media_folder):
    return planting.story()


def test_every_word_is_where_it_was_put(story):
    # Or the next test could not fail.
    assert planting.WORDS.keys() - found(planting.WORDS) == set()


def test_no_word_is_left(story):
    consent.withdraw(story.consent, by=None, via="letter")
    assert found(planting.WORDS) == set()
