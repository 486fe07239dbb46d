"""What a page asks of the database, to the query: nothing grows with its content."""

from functools import cache

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from zeal import NPlusOneError, zeal_context
from zeal.constants import initialize_app_registry
from zeal.patch import patch

from spine_content.blocks import section_blocks
from spine_content.models import Person
from tests import content
from tests.pages import full

pytestmark = pytest.mark.django_db

#: Twelve blocks of a procedure page, a picture among them, by the section they are in.
TWELVE = {
    "benefits": ["rich_text", "image", "callout", "quote"],
    "risks": ["rich_text", "do_dont", "faq"],
    "preparation": ["rich_text", "steps"],
    "how_performed": ["rich_text", "care_card"],
    "followup": ["rich_text"],
}


def sections(times):
    filled = {key: block.get_preview_value() for key, block in section_blocks()}
    for number in range(times):
        filled["image"]["image"] = content.image(f"Picture {number}")
    return {
        section: [(key, filled[key]) for key in keys] * times
        for section, keys in TWELVE.items()
    }


def procedure(times=1):
    """A page with its hero picture, and the twelve blocks so many times."""
    full.clinic()
    picture = content.image()
    return content.procedure(image=picture, image_alt="A spine", **sections(times))


def cost(client, page):
    """The queries of a page that somebody else has read before."""
    client.get(page.url)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(page.url).status_code == 200
    return len(queries)


def test_a_procedure_with_twelve_blocks_and_images_takes_fourteen_queries(client):
    assert sum(map(len, TWELVE.values())) == 12
    assert cost(client, procedure()) == 14


@pytest.mark.parametrize("times", [2, 5])
def test_more_blocks_of_the_same_types_take_no_more_queries(times, client):
    assert cost(client, procedure(times)) == 14


def test_more_snippets_take_no_more_queries(client):
    before = cost(client, content.procedure())
    person, source, sign = content.person(), content.source(), content.sign()
    points = [("point", {"text": "<p>A.</p>", "source": source})]
    more = content.procedure(
        slug="more",
        authors=[("person", person)] * 5,
        sources=[("source", source)] * 5,
        warning_signs=[("sign", sign), ("sign", content.sign("urgent"))] * 5,
        suitable_if=points * 5,
        not_suitable_if=points * 5,
    )
    assert cost(client, more) == before


def test_more_pages_about_the_treatment_take_no_more_queries(client):
    page = content.procedure()
    content.story()
    before = cost(client, page)
    for number in range(5):
        for kind in ("story", "comparison", "recovery"):
            content.MAKERS[kind](title=f"{kind} {number}", slug=f"{kind}-{number}")
    assert cost(client, page) == before


def test_a_page_deep_in_the_tree_takes_no_more_queries(client):
    flat = cost(client, content.recovery())
    parent = content.topic(content.topic())
    # Wagtail itself looks up each level of the address.
    deep = cost(client, content.recovery(parent))
    assert deep - flat <= 4


#: What the small page of each type takes, and the same with everything on it.
COSTS = {"topic": 13, "procedure": 13, "comparison": 13, "story": 11, "recovery": 13}


@pytest.mark.parametrize("kind", content.MAKERS)
def test_each_page_type_takes_the_expected_queries(kind, client):
    assert cost(client, content.MAKERS[kind]()) == COSTS[kind]


@cache
def detect_queries_in_loops():
    initialize_app_registry()
    patch()


@pytest.mark.parametrize("kind", content.MAKERS)
def test_nothing_is_loaded_one_by_one(kind, client):
    detect_queries_in_loops()
    page = full.page(kind)
    client.get(page.url)
    with zeal_context():
        assert client.get(page.url).status_code == 200


def test_a_query_for_each_row_would_be_noticed():
    detect_queries_in_loops()
    person = content.person()
    with pytest.raises(NPlusOneError), zeal_context():
        for _time in range(3):
            Person.objects.get(pk=person.pk)
