"""No cache keeps a page with a teaser of a story beyond the consent."""

import datetime
import re

import pytest
from django.utils import timezone

from spine_content.models import Consent
from tests import content

pytestmark = pytest.mark.django_db


def age(client, page):
    header = client.get(page.url).headers.get("Cache-Control", "")
    found = re.search(r"max-age=(\d+)", header)
    return int(found[1]) if found else None


@pytest.mark.parametrize("kind", ["topic", "procedure"])
def test_a_page_that_links_to_a_story_is_cached_for_five_minutes(kind, client):
    topic = content.topic()
    page = topic if kind == "topic" else content.MAKERS[kind](topic)
    assert age(client, page) is None
    content.story(topic)
    assert age(client, page) == 300


def test_it_is_not_cached_beyond_the_end_of_the_first_consent(client, monkeypatch):
    topic = content.topic()
    content.story(topic)
    today = timezone.localdate()
    content.story(topic, slug="other", consent=content.consent(expires_on=today))
    soon = Consent(expires_on=today).ends_at - datetime.timedelta(seconds=40)
    monkeypatch.setattr(timezone, "now", lambda: soon)
    assert age(client, topic) == 40
