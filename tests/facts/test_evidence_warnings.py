"""Warnings about the evidence of a page, where its editor sees them."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from spine_content.models import FactChange, Source, Treatment
from spine_content.reviews.sign_off import changed_numbers
from tests import content
from tests.admin.people import answer, browser, may_edit_pages, person
from tests.forms import edit_address
from tests.reading import read, soup, words
from tests.reviews import staff

pytestmark = pytest.mark.django_db
REPORT = "/admin/reports/clinic-evidence/"
DAY = datetime.timedelta(days=1)


def leak(**values):
    counted = {"numerator": 164, "denominator": 201}
    return content.fact(content.measure(), **{**counted, **values})


@pytest.fixture
def treatment():
    return content.with_facts(leak())


@pytest.fixture
def page(treatment):
    page = content.procedure()
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def changed(treatment, **changes):
    stored = treatment.stored_facts
    stored[0]["value"].update(changes)
    treatment.facts = Treatment._meta.get_field("facts").to_python(stored)
    treatment.save()


def panel(client, page):
    """What the panel in the form of a page shows of its latest draft."""
    form = read(client, edit_address(page))
    return read(client, form.select_one(".spine-facts")["data-spine-draft"])


def warnings(client, page):
    """What the form of a page asks its editor to look at."""
    return [words(line) for line in panel(client, page).select(".spine-attention li")]


def reported(client):
    rows = read(client, REPORT).select("table.listing tbody tr")
    return {words(row.select_one("td.title, td a")): words(row) for row in rows}


def test_a_page_without_problems_has_no_warnings(page, admin_client):
    assert warnings(admin_client, page) == []
    assert reported(admin_client) == {}


def test_the_facts_are_one_click_from_the_form_of_a_page(page, treatment, admin_client):
    shown = panel(admin_client, page).select_one(".spine-evidence")
    assert "Vertebroplasty: 1 question answered" in words(shown)
    assert "82 of 100 people" in words(shown)
    link = shown.find_next("a", class_="button")
    assert words(link) == "Edit the facts of Vertebroplasty"
    form = admin_client.get(link["href"].partition("#")[0])
    assert form.status_code == 200
    assert form.context["object"] == treatment


def test_a_new_page_says_where_its_facts_will_be(admin_client):
    address = reverse(
        "wagtailadmin_pages:add",
        args=["spine_pages", "procedurepage", content.home().pk],
    )
    shown = read(admin_client, address).select_one(".spine-facts")
    assert "Choose a treatment and save the draft" in words(shown)
    assert shown["data-spine-draft"].endswith("/0/")
    assert not shown.select("[aria-busy], [data-spine-draft-waiting]")


def test_the_facts_are_those_of_the_latest_draft(page, admin_client):
    other = content.treatment("Waiting")
    page.treatment = other
    page.save_revision()
    assert "Edit the facts of Waiting" in words(panel(admin_client, page))
    page.treatment = None
    # As the form does it: a draft may lack what a page needs.
    page.save_revision(clean=False)
    assert "names no treatment yet" in words(panel(admin_client, page))


def test_the_panel_exists_for_pages_with_facts_only(admin_client):
    for pk in (content.home().pk, content.topic().pk, 4711):
        address = reverse("spine_evidence", args=[pk])
        assert admin_client.get(address).status_code == 404


def test_the_form_loads_the_facts_later(page, admin_client):
    """The panel is there with the form, and what it says comes when it is asked."""
    form = read(admin_client, edit_address(page)).select_one(".spine-facts")
    waiting = form.select_one("[aria-busy=true]")
    assert "Reading your draft …" in words(waiting)
    report = waiting.select_one("noscript a")
    assert report["href"] == REPORT
    assert words(report) == "The report “Evidence to look at”"


@pytest.mark.parametrize("state", ["retracted", "replaced"])
def test_a_doubtful_source_is_reported_for_page_and_fact(state, page, admin_client):
    source = content.source()
    if state == "retracted":
        source.retracted = True
    else:
        source.superseded_by = Source.objects.create(
            title="The newer one", authors="Other", kind="trial"
        )
    source.save()
    of_page, of_fact = warnings(admin_client, page)
    assert state in of_page
    assert of_fact.startswith("“How often does it leak?” (Vertebroplasty)")
    assert state in of_fact
    assert state in reported(admin_client)["Vertebroplasty"]
    listing = admin_client.get(reverse("wagtailsnippets_spine_content_source:list"))
    assert state.capitalize() in listing.content.decode()


def test_the_form_loads_facts_only_where_a_number_changed(
    page, treatment, django_assert_num_queries
):
    staff.signed(page)
    page = page.specific_class.objects.get(pk=page.pk)
    since = timezone.now() - DAY / 2
    FactChange.objects.update(changed_at=since - DAY)
    with django_assert_num_queries(1):
        assert changed_numbers(page, since) == []
    changed(treatment, numerator=100)
    ((_time, sentence),) = changed_numbers(page, since)
    assert "It now says “50 of 100 people”." in sentence


def listed(client):
    address = "/admin/clinic-pages/spine_pages-procedurepage/"
    rows = soup(client.get(address).content).select("table.listing tbody .w-status")
    return " ".join(words(state) for state in rows)


def test_a_changed_number_is_reported_until_the_page_is_signed_off_again(
    page, treatment, admin_client
):
    staff.signed(page)
    changed(treatment, numerator=100)
    (sentence,) = warnings(admin_client, page)
    assert sentence.startswith("Changed since review")
    assert "said “82 of 100 people”. It now says “50 of 100 people”." in sentence
    assert "50 of 100 people" in reported(admin_client)["Vertebroplasty"]
    assert "Changed since review" in listed(admin_client)
    # Publishing it again makes nobody look at it.
    page.save_revision().publish()
    assert len(warnings(admin_client, page)) == 1
    staff.signed(page)
    assert warnings(admin_client, page) == []
    assert "Changed since review" not in listed(admin_client)


def test_without_reviews_it_is_reported_until_the_page_is_published_again(
    page, treatment, admin_client
):
    changed(treatment, numerator=100)
    (sentence,) = warnings(admin_client, page)
    assert sentence.startswith("Changed since it was published")
    page.save_revision().publish()
    assert warnings(admin_client, page) == []


def test_changed_text_leaves_a_page_reviewed(page, treatment, admin_client):
    staff.signed(page)
    changed(treatment, note="Seldom.")
    assert warnings(admin_client, page) == []
    assert "Changed since review" not in listed(admin_client)


def test_a_fact_is_reported_from_the_day_of_its_check(page, treatment, admin_client):
    changed(treatment, check_by=str(timezone.localdate() + DAY))
    assert warnings(admin_client, page) == []
    changed(treatment, check_by=str(timezone.localdate()))
    (sentence,) = warnings(admin_client, page)
    assert "was to be checked by" in sentence
    assert "was to be checked by" in reported(admin_client)["Vertebroplasty"]


def test_an_unpublished_source_is_reported(page, admin_client):
    Source.objects.update(live=False)
    (sentence,) = warnings(admin_client, page)
    assert "names a source that is not published" in sentence


@pytest.mark.parametrize("change", ["unpublish", "delete"])
def test_a_missing_treatment_is_reported(change, admin_client):
    page = content.comparison()
    waiting = content.treatment("Waiting")
    if change == "delete":
        waiting.delete()
    else:
        waiting.unpublish()
    (sentence,) = warnings(admin_client, page)
    expected = {"unpublish": "“Waiting” is not published", "delete": "was deleted"}
    assert expected[change] in sentence
    assert expected[change] in reported(admin_client)["Compare your choices"]


def test_readers_are_told_what_changed_and_when(page, treatment, client):
    changed(treatment, numerator=100)
    (line,) = read(client, page.url).select(".spine-changes li")
    assert line.time["datetime"] == str(timezone.localdate())
    assert words(line).endswith(
        "“How often does it leak?” (Vertebroplasty) said “82 of 100 people”. It now "
        "says “50 of 100 people”."
    )


def test_readers_are_told_what_came_and_what_went(page, treatment, client):
    treatment.facts = []
    treatment.save()
    treatment.facts = [leak(numerator=10)]
    treatment.save()
    lines = [words(line) for line in read(client, page.url).select(".spine-changes li")]
    assert [line.partition(": ")[2] for line in lines] == [
        "“How often does it leak?” (Vertebroplasty) is new: “5 of 100 people”.",
        "“How often does it leak?” (Vertebroplasty) was taken out. It said “82 of 100 "
        "people”.",
    ]


def test_a_change_that_reads_the_same_is_explained(page, treatment, client):
    changed(treatment, numerator=165)
    (line,) = read(client, page.url).select(".spine-changes li")
    assert "still says “82 of 100 people”" in words(line)


def test_changes_before_publication_are_not_listed(treatment, client):
    changed(treatment, numerator=100)
    page = content.procedure()
    page.save_revision().publish()
    assert read(client, page.url).select(".spine-changes") == []


def test_usage_includes_pages_that_show_it_through_a_treatment(page, admin_client):
    for snippet in (content.source(), content.measure(), page.treatment):
        name = type(snippet)._meta.model_name
        address = reverse(
            f"wagtailsnippets_spine_content_{name}:usage", args=[snippet.pk]
        )
        rows = read(admin_client, address).select("table.listing tbody tr")
        assert any("Procedure" in words(row) for row in rows), name


ANSWERS = {"anonymous": "login", "stranger": "refused", "superuser": "ok"}


@pytest.mark.parametrize(("name", "expected"), ANSWERS.items())
def test_the_report_is_for_those_who_edit_pages(name, expected):
    assert answer(browser(name), REPORT) == expected


def test_an_editor_sees_the_pages_that_are_theirs(page, treatment, client):
    changed(treatment, numerator=100)
    editor = person("stranger")
    may_edit_pages(editor)
    client.force_login(editor)
    assert list(reported(client)) == ["Vertebroplasty"]
    editor.groups.clear()
    assert answer(client, REPORT) == "refused"


def test_the_report_can_be_exported(page, treatment, admin_client):
    changed(treatment, numerator=100)
    response = admin_client.get(REPORT + "?export=csv")
    assert response["Content-Type"].startswith("text/csv")
    text = b"".join(response.streaming_content).decode()
    assert "Changed since it was published" in text
