"""The report on all pages: stored figures, and new ones after a change."""

import csv
import io

import pytest
from django.urls import reverse

from spine_content.models import GlossaryTerm, PageQuality
from spine_content.quality import report
from tests import content
from tests.admin.people import browser, may_edit_pages, person
from tests.reading import soup, words

pytestmark = pytest.mark.django_db

ADDRESS = "/admin/reports/clinic-quality/"


def rows(client, **query):
    response = client.get(ADDRESS, query)
    assert response.status_code == 200
    table = soup(response.content).select("table.listing tbody tr")
    return [[words(cell) for cell in row.select("td")] for row in table]


def titles(client, **query):
    return [row[0] for row in rows(client, **query)]


def claiming(title="Claims", **changes):
    html = "<p>It is painless and proven.</p>"
    return content.procedure(title=title, risks=[content.text(html)], **changes)


def test_pages_with_the_most_claims_come_first(admin_client):
    content.topic(title="Plain")
    claiming()
    assert [row[:2] + row[3:4] for row in rows(admin_client)] == [
        ["Claims", "Procedure", "2"],
        ["Plain", "Topic", "0"],
    ]


def test_the_figures_are_those_of_the_latest_draft(admin_client):
    page = claiming()
    assert rows(admin_client)[0][3] == "2"
    page.risks = [content.text("<p>It hurts a little.</p>")]
    page.save_revision()
    assert rows(admin_client)[0][3] == "0"


@pytest.mark.parametrize(
    "change",
    [
        lambda: GlossaryTerm.objects.create(term="bone", meaning="It holds you up."),
        lambda: content.with_facts(content.fact(content.measure(), numerator=1)),
        lambda: content.sign().save(),
    ],
    ids=["glossary", "facts", "signs"],
)
def test_a_change_of_what_pages_show_deletes_the_figures(change, admin_client):
    claiming()
    rows(admin_client)
    assert PageQuality.objects.exists()
    change()
    assert not PageQuality.objects.exists()
    assert rows(admin_client)


@pytest.mark.parametrize(
    "query, listed",
    [
        ({"look_at": "claims"}, ["Claims"]),
        ({"look_at": "wording"}, []),
        ({"look_at": "missing"}, ["Claims", "Plain"]),
        ({"kind": "topic"}, ["Plain"]),
        ({"kind": "nonsense", "look_at": "nonsense"}, ["Claims", "Plain"]),
        ({"ordering": "claims"}, ["Plain", "Claims"]),
        ({"ordering": "-grade"}, ["Claims", "Plain"]),
        ({"ordering": "nonsense", "p": "99"}, ["Claims", "Plain"]),
    ],
)
def test_it_filters_and_orders(query, listed, admin_client):
    claiming()
    content.topic(title="Plain")
    found = titles(admin_client, **query)
    assert sorted(found) == sorted(listed)
    if "ordering" in query and query["ordering"] != "-grade":
        assert found == listed


def test_an_editor_sees_the_pages_that_they_may_edit(client):
    claiming()
    user = person("stranger")
    client.force_login(user)
    assert client.get(ADDRESS).status_code == 302
    may_edit_pages(user)
    assert titles(client) == ["Claims"]
    elsewhere = content.topic(
        content.home()
        .get_root()
        .add_child(instance=type(content.home())(title="Elsewhere", slug="elsewhere")),
        title="Not mine",
    )
    assert elsewhere.title not in titles(client)


def test_an_empty_report_says_what_to_do():
    shown = browser("superuser").get(ADDRESS).content.decode()
    assert "Write the first one under “Clinic content”" in shown


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_it_is_exported(kind, admin_client):
    claiming(title="=1+1")
    response = admin_client.get(ADDRESS, {"export": kind})
    assert response.status_code == 200
    data = (
        b"".join(response.streaming_content) if response.streaming else response.content
    )
    if kind == "csv":
        (row,) = csv.DictReader(io.StringIO(data.decode()))
        assert row["Title"] == "'=1+1"
        assert (row["Type"], row["Claims without a number"]) == ("Procedure", "2")


def test_the_number_of_queries_does_not_grow_with_the_pages(
    admin_client, django_assert_num_queries
):
    for number in range(3):
        claiming(title=f"One {number}", slug=f"one-{number}")
    rows(admin_client)
    with django_assert_num_queries(9):
        rows(admin_client)
    for number in range(5):
        content.topic(title=f"More {number}", slug=f"more-{number}")
    rows(admin_client)
    with django_assert_num_queries(9):
        assert len(rows(admin_client)) == 8


def test_a_large_site_is_checked_in_batches(admin_client, monkeypatch):
    monkeypatch.setattr(report, "BATCH_SIZE", 2)
    for number in range(3):
        content.topic(title=f"One {number}", slug=f"one-{number}")
    shown = admin_client.get(ADDRESS).content.decode()
    assert "1 page has changed and was not looked at yet." in shown
    assert len(rows(admin_client)) == 3


def test_the_menu_has_a_link(admin_client):
    assert reverse(report.NAME) == ADDRESS
    assert ADDRESS in admin_client.get("/admin/").content.decode()
