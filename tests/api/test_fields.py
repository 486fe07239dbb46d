"""What the API says of a page is what its readers see, as data, and complete."""

import json

import pytest
from django.db import connection, models
from django.test.utils import CaptureQueriesContext
from django.urls import path
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.fields import StreamField
from wagtail.models import Page

from site_project.urls import urlpatterns as site_urls
from spine_content.api.pages import SpinePagesAPIViewSet
from spine_content.page_types import page_models
from tests import content
from tests.pages import full

pytestmark = pytest.mark.django_db

#: What no other site may show: the consent, and what only our own database asks for.
UNTOLD = {"page_ptr", "consent", "image_is"}
#: What is told by other names: as treatments, and as rows of facts.
UNTOLD |= {"treatment", "measures"}


@pytest.fixture(autouse=True)
def api(settings):
    router = WagtailAPIRouter("wagtailapi")
    router.register_endpoint("pages", SpinePagesAPIViewSet)

    class Urls:
        urlpatterns = [path("api/v2/", router.urls), *site_urls]

    settings.ROOT_URLCONF = Urls


def api_data(client, page):
    response = client.get(f"/api/v2/pages/{page.pk}/")
    assert response.status_code == 200
    return response.json()


def leak(measure=None, **values):
    counts = {"numerator": 3, "denominator": 100, "certainty": "high", **values}
    return content.fact(measure or content.measure(), **counts)


@pytest.mark.parametrize("kind", content.MAKERS)
def test_every_field_of_a_type_is_told(kind, client):
    page = full.page(kind)
    (model,) = page_models(kind)
    inherited = {field.name for field in Page._meta.get_fields()}
    kinds = (StreamField, models.CharField, models.TextField, models.ForeignKey)
    ours = {
        field.name
        for field in model._meta.get_fields()
        if isinstance(field, kinds) and field.name not in inherited
    }
    untold = UNTOLD | ({"image", "image_alt"} if kind == "story" else set())
    assert ours - untold - set(api_data(client, page)) == set()


def test_facts_are_told_in_rows_with_words_and_numbers(client):
    content.with_facts(leak())
    found = api_data(client, content.procedure())
    assert [each["name"] for each in found["treatments"]] == ["Vertebroplasty"]
    (row,) = found["facts"]["harms"]
    assert row["question"]["group"] == "harms"
    ((cell,),) = [row["cells"]]
    assert cell["treatment"] == found["treatments"][0]["id"]
    (answer,) = cell["answers"]
    assert answer["status"] == "known"
    assert "3" in answer["headline"]
    assert answer["value"]["numerator"] == 3
    assert answer["value"]["denominator"] == 100
    assert answer["certainty"] == "high"
    numbered = {source["id"]: source["number"] for source in found["sources"]}
    assert [numbered[each["id"]] for each in answer["sources"]] == [1]


def test_a_comparison_has_a_cell_for_every_treatment(client):
    measure = content.measure()
    content.with_facts(leak(measure))
    content.with_facts(leak(measure, numerator=5), name="Waiting", kind="no_treatment")
    found = api_data(client, content.comparison())
    order = [each["id"] for each in found["treatments"]]
    (row,) = found["facts"]["comparison"]
    assert [cell["treatment"] for cell in row["cells"]] == order
    numerators = [cell["answers"][0]["value"]["numerator"] for cell in row["cells"]]
    assert numerators == [3, 5]


def test_telephone_numbers_stand_where_readers_see_them(client):
    content.checked_numbers(emergency_phone="999")
    page = content.procedure(other_choices="<p>Call {emergency}.</p>")
    assert '<a href="tel:999">999</a>' in api_data(client, page)["other_choices"]


def test_what_is_not_published_is_not_told(client):
    sign = content.sign("urgent")
    page = content.procedure(warning_signs=[("sign", content.sign()), ("sign", sign)])
    assert [g["urgency"] for g in api_data(client, page)["warning_signs"]] == [
        "emergency",
        "urgent",
    ]
    sign.unpublish()
    person = content.person()
    person.unpublish()
    found = api_data(client, page)
    assert [g["urgency"] for g in found["warning_signs"]] == ["emergency"]
    assert found["authors"] == []


def test_more_content_takes_no_more_queries(client):
    def cost(page):
        api_data(client, page)
        with CaptureQueriesContext(connection) as queries:
            api_data(client, page)
        return len(queries)

    content.with_facts(leak())
    small = cost(content.procedure())
    content.with_facts(*[leak(numerator=number) for number in range(1, 9)])
    person, source, sign = content.person(), content.source(), content.sign()
    large = content.procedure(
        slug="large",
        authors=[("person", person)] * 5,
        sources=[("source", source)] * 5,
        warning_signs=[("sign", sign), ("sign", content.sign("urgent"))] * 5,
        benefits=[content.text()] * 20,
    )
    # The second kind of sign is no query more: all signs come in one.
    assert cost(large) == small


def test_an_answer_is_plain_json(client):
    for kind in ("procedure", "comparison", "recovery", "topic"):
        json.dumps(api_data(client, full.page(kind)))
