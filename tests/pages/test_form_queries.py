"""What opening a form asks of the database, to the query."""

import pytest
import wagtail
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import content
from tests.forms import edit_address

pytestmark = pytest.mark.django_db

#: A bare page of Wagtail's own takes about thirty: in Wagtail 8, one more than before.
OLDER = int(wagtail.VERSION < (8,))
QUERIES = {
    "topic": 34,
    "procedure": 37,
    "comparison": 35,
    "story": 35,
    "recovery": 36,
}


def cost(client, page):
    client.get(edit_address(page))
    with CaptureQueriesContext(connection) as queries:
        assert client.get(edit_address(page)).status_code == 200
    return len(queries)


@pytest.mark.parametrize("kind", content.MAKERS)
def test_opening_a_form_takes_the_expected_queries(kind, admin_client):
    assert cost(admin_client, content.MAKERS[kind]()) == QUERIES[kind] - OLDER


def test_more_blocks_sources_and_people_take_no_more_queries(admin_client):
    paragraphs = [content.text(f"<p>Part {number}.</p>") for number in range(30)]
    person, source = content.person(), content.source()
    page = content.procedure(
        risks=paragraphs,
        authors=[("person", person)] * 9,
        sources=[("source", source)] * 9,
    )
    assert cost(admin_client, page) == QUERIES["procedure"] - OLDER
