"""Types of four lines each over another base page are types like ours."""

import pytest
from wagtail.test.basepage.models import BasePage

from tests import content
from tests.hosts.promises import *  # noqa: F403


def test_the_types_are_the_sites_own(pages):
    assert {page._meta.app_label for page in pages.values()} == {"own_base"}
    assert all(isinstance(page, BasePage) for page in pages.values())


def test_a_story_without_consent_cannot_be_published(pages):
    with pytest.raises(Exception, match="consent"):
        content.story(pages["topic"], consent=None, title="Without", slug="without")


def test_the_search_of_a_topic_finds_them(client, pages):
    response = client.get(pages["topic"].url + "?q=Vertebroplasty")
    assert pages["procedure"].url in response.content.decode()
