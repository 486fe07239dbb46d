"""A story that lost its cover is gone from every place a visitor looks."""

import pytest
from django.test import Client
from wagtail.models import Locale, Page

from spine_content.consent import may_show, only_showable
from spine_content.models import Consent
from spine_content.pages.models import PatientStoryPage
from tests import content
from tests.consent.states import HELD_BACK, draft, once_public, switch_stories_off
from tests.reading import soup, words

pytestmark = pytest.mark.django_db
TITLE = "Zebedee waited"
each_state = pytest.mark.parametrize("state", HELD_BACK)


@pytest.fixture
def topic():
    topic = content.topic()
    content.procedure(topic)
    content.comparison(topic)
    content.recovery(topic)
    return topic


def places(topic):
    """Every address where a story of the topic might be seen."""
    beside = [page.url for page in topic.get_children()]
    questions = ["", "?q=Zebedee", "?type=story", "?type=story&q=Zebedee"]
    lists = ["/sitemap.xml", f"{topic.url}feed/"]
    return [*lists, *beside, *(topic.url + each for each in questions)]


def seen(story, topic):
    """Where the title or the address of a story can be read."""
    client = Client()
    found = []
    for address in places(topic):
        response = client.get(address)
        assert response.status_code in (200, 410)
        text = response.content.decode()
        # A search says again what was asked.
        if TITLE in text or f'{story.url}"' in text or f"{story.url}<" in text:
            found.append(address)
    return found


def test_a_story_with_valid_consent_is_in_every_listing(topic):
    story = once_public_and_covered(topic)
    found = seen(story, topic)
    assert "/sitemap.xml" in found
    # What a feed reader has copied cannot be taken back.
    assert f"{topic.url}feed/" not in found
    assert {topic.url + end for end in ("", "?q=Zebedee", "?type=story")} <= {*found}
    assert topic.get_children().get(slug="vertebroplasty").url in found


def once_public_and_covered(topic):
    story = content.story(topic, title=TITLE)
    story.save_revision().publish()
    return PatientStoryPage.objects.get(pk=story.pk)


@each_state
def test_a_story_without_valid_consent_is_in_no_listing(state, topic):
    assert seen(once_public(state, parent=topic, title=TITLE), topic) == []


@each_state
def test_its_address_is_410_and_tells_nothing(state, client, topic):
    story = once_public(state, parent=topic, title=TITLE)
    response = client.get(story.url)
    assert response.status_code == 410
    assert response["X-Robots-Tag"] == "noindex"
    assert "no-store" in response["Cache-Control"]
    page = soup(response.content)
    assert page.select_one('meta[name="robots"]')["content"] == "noindex"
    text = response.content.decode()
    for told in (TITLE, story.summary, "garden", story.display_name):
        assert told not in text


@each_state
def test_its_address_stays_410_after_it_is_unpublished(state, client):
    story = once_public(state)
    story.unpublish()
    assert client.get(story.url).status_code == 410


@each_state
def test_a_story_that_was_never_public_is_not_found(state, client):
    assert client.get(draft(state).url).status_code == 404


@pytest.mark.parametrize("method", ["head", "post", "options"])
def test_no_http_method_tells_more(method, client):
    story = once_public("withdrawn", title=TITLE)
    response = getattr(client, method)(story.url)
    assert TITLE not in response.content.decode()
    assert method == "options" or response.status_code in (405, 410)


def test_a_story_is_never_stored_by_a_shared_cache(client):
    response = client.get(content.story().url)
    directives = {part.strip() for part in response["Cache-Control"].split(",")}
    assert {"private", "no-cache"} <= directives


def test_a_renewed_story_is_shown_again(client, topic):
    story = once_public("expired", parent=topic, title=TITLE)
    assert client.get(story.url).status_code == 410
    new = content.consent()
    Consent.objects.filter(pk=story.consent_id).update(expires_on=new.expires_on)
    assert client.get(story.url).status_code == 200
    assert seen(story, topic)


def test_a_page_below_a_hidden_story_is_still_shown(client):
    story = once_public("expired")
    below = content.procedure(story)
    response = client.get(below.url)
    assert response.status_code == 200
    assert story.title not in words(soup(response.content))


def test_an_alias_of_a_hidden_story_is_hidden_too(client, topic):
    story = once_public_and_covered(topic)
    alias = story.create_alias(update_slug="alias")
    assert client.get(alias.url).status_code == 200
    Consent.objects.update(withdrawn_at=alias.first_published_at)
    assert client.get(alias.url).status_code == 410
    assert seen(alias, topic) == []


def test_an_alias_of_a_story_that_has_lost_its_consent_is_a_draft(client, topic):
    story = once_public_and_covered(topic)
    type(story).objects.update(consent=None)
    story.refresh_from_db()
    alias = story.create_alias(update_slug="alias")
    assert not alias.live
    assert client.get(alias.url).status_code in (404, 410)


def test_stories_are_switched_off_in_every_language_of_a_site():
    german = Locale.objects.create(language_code="de")
    front = content.home().copy_for_translation(german)
    front.save_revision().publish()
    there, here = content.story(front, locale=german), content.story()
    assert {*only_showable(Page.objects.type(PatientStoryPage))} >= {
        there.page_ptr,
        here.page_ptr,
    }
    switch_stories_off()
    assert not (may_show(there) or may_show(here))
    assert not only_showable(Page.objects.type(PatientStoryPage))
