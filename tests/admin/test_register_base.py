"""What any register gets from ``SpineModelAdmin``, seen on two made for this test."""

import csv
import io

import pytest
from django.core.exceptions import ImproperlyConfigured
from wagtail.models import Page

from spine_content.admin.registers.base import SpineModelAdmin
from spine_content.models import Source, Treatment
from tests import content
from tests.admin.people import answer, browser, person

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.admin.urls")]

LIST = "/admin/sources/"


@pytest.fixture
def source():
    return Source.objects.create(title="Mine", kind="trial", authors="A", year=0)


@pytest.fixture
def other():
    return Source.objects.create(title="Kept from others", kind="other", authors="B")


def html(client, address: str) -> str:
    return client.get(address).content.decode()


def test_a_record_out_of_scope_does_not_exist_on_any_page(source, other):
    client = browser("officer", "source")
    row = f'data-object-pk="{other.pk}"'
    assert row not in html(client, LIST)
    assert other.title not in client.get(f"{LIST}?export=csv").getvalue().decode()
    for action in ("inspect", "edit", "history", "delete"):
        assert answer(client, f"{LIST}{action}/{other.pk}/") == "404"
    assert row in html(browser("superuser"), LIST)


@pytest.mark.parametrize(
    "query",
    [
        "kind__exact=nonsense&ordering=kind",
        "retracted__exact=nonsense",
        "superseded_by__id__exact=nonsense",
        "superseded_by__isnull=nonsense",
        "year=nonsense",
        "year=99999999999999999999",
        "doi__startswith=1",
        "q=%00",
        "q=" + "x" * 500,
    ],
)
def test_no_value_of_a_filter_breaks_the_list(query, source):
    assert answer(browser("viewer", "source"), f"{LIST}?{query}") == "ok"


def test_filters_on_fields_and_the_search_narrow_the_list(source):
    Source.objects.create(title="Other", kind="review", authors="C", retracted=True)
    client = browser("viewer", "source")
    for query in ("kind__exact=trial", "retracted__exact=0", "q=mine", "year=0"):
        page = html(client, f"{LIST}?{query}")
        assert page.count("data-object-pk") == 1, query
        assert ">Mine" in page.replace(" ", "").replace("\n", "")
    assert 'type="search"' in html(client, LIST)


def test_booleans_are_wagtails_icons_with_words(source):
    page = html(browser("viewer", "source"), LIST)
    assert "/static/admin/" not in page
    assert "icon-cross" in page
    assert page.count('data-label="Old"') == 1
    assert "icon-check" in page


def test_an_export_keeps_nought_and_false(source):
    text = browser("officer", "source").get(f"{LIST}?export=csv").getvalue().decode()
    [row] = csv.DictReader(io.StringIO(text))
    assert row["Year"] == "0"
    assert row["Retracted"] == "False"
    assert row["Kind"] == "Trial"
    assert row["Replaced by"] == ""


def test_a_record_shows_its_values_in_words(source):
    page = html(browser("viewer", "source"), f"{LIST}inspect/{source.pk}/")
    for text in ("Trial", "Retracted", "No", "–"):
        assert f">{text}</d" in page


def test_a_record_is_deleted_by_those_who_may(source):
    client = browser("superuser")
    assert "Are you sure" in html(client, f"{LIST}delete/{source.pk}/")
    client.post(f"{LIST}delete/{source.pk}/")
    assert not Source.objects.exists()


def test_what_is_still_needed_is_not_deleted_and_names_nobody():
    story = content.story()
    client = browser("superuser")
    address = f"/admin/treatments/delete/{story.treatment_id}/"
    response = client.post(address)
    assert "something else still needs it" in response.text
    assert story.title not in response.text
    assert Treatment.objects.filter(pk=story.treatment_id).exists()


def test_adding_needs_the_permission_to_view(source):
    client = browser("stranger", "source")
    user = person("viewer", "source")
    user.user_permissions.remove(*user.user_permissions.filter(codename="view_source"))
    client.force_login(user)
    assert answer(client, f"{LIST}create/") == "refused"


def test_pages_have_no_register():
    class PageRegister(SpineModelAdmin):
        model = Page

    with pytest.raises(ImproperlyConfigured, match="PageListingViewSet"):
        PageRegister()
