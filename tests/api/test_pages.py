"""What Wagtail's APIs answer about stories, and that no consent is in any answer."""

import json

import pytest
from django.utils import timezone

from spine_content.models import ClinicSettings, Consent
from spine_content.pages.models import PatientStoryPage
from tests import content
from tests.checks.messages import check_messages
from tests.consent.states import HELD_BACK, once_public

pytestmark = pytest.mark.django_db
TITLE = "Zebedee waited"
LISTS = (
    "?limit=20",
    "?type=spine_pages.PatientStoryPage&fields=*",
    "?search=Zebedee",
    "?child_of={parent}",
    "?descendant_of={parent}",
    "?translation_of={pk}",
)

ANSWERS_3 = (
    *("", "?search=Zebedee", "?type=spine_pages.PatientStoryPage", "{pk}/"),
    *("?translation_of={pk}", "?ancestor_of={pk}", "find/?id={pk}"),
    "find/?html_path=zebedee-waited",
)


def answers(client, story):
    """Every way of asking our API for a story, with what it answers."""
    parent = story.get_parent().pk
    queries = [each.format(parent=parent, pk=story.pk) for each in LISTS]
    queries += [f"{story.pk}/?fields=*", f"find/?id={story.pk}"]
    queries += [f"find/?html_path={story.slug}", f"?ancestor_of={story.pk}"]
    return {each: client.get(f"/api/v2/pages/{each}") for each in queries}


def test_a_covered_story_is_told(ours, client):
    story = content.story(title=TITLE, age_band="70s")
    found = answers(client, story)
    assert [response.status_code for response in found.values()] == (
        [200] * 7 + [302, 302, 200]
    )
    detail = client.get(f"/api/v2/pages/{story.pk}/").json()
    assert detail["title"] == TITLE
    assert detail["summary"] == "Somebody waited."
    assert detail["age_band"] == "70s"
    assert "garden" in json.dumps(detail["body"])
    assert detail["is_fictional"] is False


@pytest.mark.parametrize("state", HELD_BACK)
def test_a_story_without_cover_is_nowhere(state, ours, client):
    story = once_public(state, title=TITLE)
    for query, response in answers(client, story).items():
        assert response.status_code in (200, 400, 404), query
        assert TITLE not in response.content.decode(), query


def test_a_patient_who_agreed_to_this_website_only_is_in_no_api(ours, client):
    story = content.story(consent=content.consent(channel_api=False), title=TITLE)
    assert client.get(story.url).status_code == 200
    for response in answers(client, story).values():
        assert TITLE not in response.content.decode()


def test_no_api_says_anything_about_a_consent(ours, client):
    consent = content.consent(subject_ref="R-77-SECRET")
    story = content.story(consent=consent)
    for response in answers(client, story).values():
        text = response.content.decode()
        assert "SECRET" not in text
        assert "consent" not in text
        assert consent.reference not in text
    response = client.get(f"/api/v2/pages/{story.pk}/?fields=consent")
    assert response.status_code == 400
    lookup = "/api/v2/pages/?type=spine_pages.PatientStoryPage&consent="
    assert client.get(f"{lookup}{consent.pk}").status_code == 400


def test_an_answer_is_kept_by_no_cache(ours, client):
    response = client.get("/api/v2/pages/")
    assert response["Cache-Control"] == "private, no-cache"


@pytest.mark.parametrize("state", HELD_BACK)
def test_even_an_unguarded_api_tells_nothing_of_a_story_without_cover(
    state, plain, client
):
    story = once_public(state)
    detail = client.get(f"/api/v2/pages/{story.pk}/?fields=*").json()
    assert detail["summary"] == detail["display_name"] == detail["outcome"] == ""
    assert detail["body"] == []


def test_the_check_has_nothing_to_say_about_ours(ours):
    assert check_messages() == {}


@pytest.mark.parametrize("state", HELD_BACK)
def test_version_3_tells_at_most_the_title_until_the_story_is_taken_down(
    state, plain_3, client
):
    story = once_public(state, title=TITLE)
    text = client.get(f"/api/v3/pages/{story.pk}/").content.decode()
    for secret in ("Somebody waited", "garden", "Margaret", "R-1"):
        assert secret not in text
    PatientStoryPage.objects.get(pk=story.pk).unpublish()
    assert TITLE not in client.get("/api/v3/pages/").content.decode()


def test_version_3_is_warned_about(plain_3):
    (message,) = check_messages()["W004"]
    assert "Version 3" in message


@pytest.mark.parametrize("state", HELD_BACK)
def test_our_version_3_tells_nothing_of_a_story_without_cover(state, ours_3, client):
    story = once_public(state, title=TITLE)
    for query in ANSWERS_3:
        response = client.get(f"/api/v3/pages/{query.format(pk=story.pk)}")
        assert response.status_code in (200, 404, 422), query
        assert TITLE not in response.content.decode(), query
        assert story.slug not in response.content.decode(), query


def test_our_version_3_tells_a_covered_story_and_lets_no_cache_keep_it(ours_3, client):
    story = content.story(title=TITLE)
    response = client.get(f"/api/v3/pages/{story.pk}/")
    assert response.json()["title"] == TITLE
    assert response["Cache-Control"] == "private, no-cache"
    assert TITLE in client.get("/api/v3/pages/?search=Zebedee").content.decode()
    assert check_messages() == {}


def test_a_site_without_stories_has_none_in_its_api(ours, client):
    story = content.story(title=TITLE)
    site = content.home().get_site()
    ClinicSettings.objects.update_or_create(site=site, defaults={"stories_on": False})
    for response in answers(client, story).values():
        assert TITLE not in response.content.decode()


def test_a_withdrawal_counts_from_the_same_second(ours, client):
    story = content.story(title=TITLE)
    Consent.objects.update(withdrawn_at=timezone.now())
    for response in answers(client, story).values():
        assert TITLE not in response.content.decode()
