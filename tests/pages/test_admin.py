"""The lists of “Clinic content”: where each page stands, and what to do first."""

import datetime

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from spine_content.models import ClinicalReview
from tests import content
from tests.reading import soup, words
from tests.reviews import staff

pytestmark = pytest.mark.django_db

STORIES = "/admin/clinic-pages/spine_pages-patientstorypage/"
PROCEDURES = "/admin/clinic-pages/spine_pages-procedurepage/"
SNIPPETS = ("treatment", "measure", "source", "warningsign", "glossaryterm", "person")


def listed(client, address, **query):
    """For each page of a list, its title and what its state is called."""
    response = client.get(address, query)
    assert response.status_code == 200
    rows = soup(response.content).select("table.listing tbody tr")
    return {
        words(row.select_one(".title h2, .title .title-wrapper")): [
            words(tag) for tag in row.select("td .w-status")
        ]
        for row in rows
    }


def day(number):
    return timezone.localdate() + datetime.timedelta(days=number)


def story(title, consent):
    slug = title.lower()
    return content.story(title=title, slug=slug, consent=consent, live=False)


@pytest.fixture
def stories():
    story("Valid", content.consent())
    story("Soon", content.consent(expires_on=day(20)))
    story("Over", content.consent(given_on=day(-90), expires_on=day(-1)))
    story("None", None)


def test_a_listing_shows_the_state_of_each_consent(stories, admin_client):
    found = listed(admin_client, STORIES)
    assert {title: tags[-1].lower() for title, tags in found.items()} == {
        "Valid": "valid",
        "Soon": "expires within 60 days",
        "Over": "expired",
        "None": "no consent",
    }


@pytest.mark.parametrize(
    "state, titles",
    [
        ("valid", ["Valid"]),
        ("expiring", ["Soon"]),
        ("expired", ["Over"]),
        ("none", ["None"]),
        ("withdrawn", []),
        ("nonsense", ["None", "Over", "Soon", "Valid"]),
    ],
)
def test_stories_can_be_filtered_by_the_state_of_their_consent(
    state, titles, stories, admin_client
):
    assert sorted(listed(admin_client, STORIES, consent=state)) == titles


def test_pages_can_be_filtered_by_their_review_status(admin_client):
    staff.signed(content.procedure(title="Signed", slug="signed"))
    overdue = staff.signed(content.procedure(title="Overdue", slug="overdue"))
    content.procedure(title="Never", slug="never")
    reviews = ClinicalReview.objects.filter(object_id=str(overdue.pk))
    QuerySet.update(reviews, due_on=day(-1))
    found = listed(admin_client, PROCEDURES)
    assert {title: tags[-1].lower() for title, tags in found.items()} == {
        "Signed": "reviewed",
        "Overdue": "overdue",
        "Never": "not yet reviewed",
    }
    for state, title in (("reviewed", "Signed"), ("never", "Never")):
        assert list(listed(admin_client, PROCEDURES, review=state)) == [title]


def cost(client):
    """Queries of the list, without one for each row by which Wagtail asks the demo's
    front page whether there may be another of it."""
    with CaptureQueriesContext(connection) as queries:
        client.get(STORIES)
    return len([each for each in queries if "homepage" not in each["sql"]])


def test_more_pages_take_no_more_queries(admin_client):
    story("First", content.consent())
    cost(admin_client)
    first = cost(admin_client)
    for number in range(4):
        story(f"More{number}", content.consent())
    assert cost(admin_client) == first


@pytest.mark.parametrize("kind", content.MAKERS)
def test_an_empty_list_says_what_to_do_first(kind, admin_client):
    name = {"story": "patientstory", "recovery": "recoveryguide"}.get(kind, kind)
    address = f"/admin/clinic-pages/spine_pages-{name}page/"
    shown = soup(admin_client.get(address).content).select_one("main .help-block")
    assert len(words(shown).split()) > 15
    assert admin_client.get(shown.a["href"]).status_code in (200, 302)
    assert not soup(admin_client.get(address, {"q": "x"}).content).select(
        "main .help-block"
    )


@pytest.mark.parametrize("name", SNIPPETS)
def test_an_empty_list_of_snippets_says_what_to_do_first(name, admin_client):
    address = f"/admin/snippets/spine_content/{name}/"
    shown = soup(admin_client.get(address).content).select_one("main .help-block")
    assert len(words(shown).split()) > 15
    assert shown.a["href"].startswith(f"{address}add/")
