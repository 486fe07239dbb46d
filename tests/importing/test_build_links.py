from unicodedata import normalize

import pytest
from django.test import Client
from wagtail.contrib.redirects.models import Redirect

from spine_content.importing.building.links import UrlMap
from spine_content.importing.building.placement import page_model
from spine_content.importing.documents import Text
from tests import content
from tests.importing.samples import (
    Folder,
    draft,
    lines,
    parsed_document,
    run_of,
    source_document,
)

pytestmark = pytest.mark.django_db

OLD = "https://www.old.example"


def post(slug, html="<p>Words.</p>", **values):
    address = f"{OLD}/2020/{slug}/"
    known = {"kind": "post", "address": address, "slug": slug, **values}
    return (
        source_document(f"{OLD}/?p={slug}", **known),
        parsed_document(slug.title(), opening=[Text(html)]),
    )


def body(line):
    return draft(line).body[0].value.source


@pytest.mark.parametrize(
    "written",
    [
        f"{OLD}/2020/there/",
        f"{OLD}/2020/there",
        "http://old.example/2020/there/?utm_source=mail",
        "//www.old.example/2020/there/#more",
        "/2020/there/",
        "../there/",
        f"{OLD}/?p=there",
    ],
)
@pytest.mark.parametrize("order", [1, -1], ids=["earlier", "later"])
def test_a_link_leads_to_the_page_wherever_it_stands_in_the_file(written, order):
    here = post("here", f'<p>See <a href="{written}">there</a>.</p>')
    run = run_of(*[post("there"), here][::order], kind="topic")
    found = {line.title: line for line in lines(run)}
    expected = f'<a id="{found["There"].page_id}" linktype="page">there</a>'
    assert body(found["Here"]) == f"<p>See {expected}.</p>"
    assert found["Here"].open_links == []


@pytest.mark.parametrize("there", ["NFC", "NFD"])
@pytest.mark.parametrize("written", ["NFC", "NFD"])
def test_a_link_to_a_file_with_accents(there, written):
    link = normalize(written, "Größe.html")
    one = (
        source_document("one.html", address="/one.html"),
        parsed_document("One", opening=[Text(f'<p><a href="{link}">Two</a></p>')]),
    )
    two = source_document(normalize(there, "Größe.html")), parsed_document("Two")
    first, second = lines(run_of(one, two, kind="topic"))
    assert body(first) == f'<p><a id="{second.page_id}" linktype="page">Two</a></p>'


def test_files_link_to_each_other():
    one = (
        source_document("spine/index.html", address="/spine/"),
        parsed_document("One", opening=[Text('<p><a href="two.html">Two</a></p>')]),
    )
    two = (
        source_document("spine/two.html", address="/spine/two.html"),
        parsed_document(
            "Two", opening=[Text('<p><a href="./index.html#x">One</a></p>')]
        ),
    )
    first, second = lines(run_of(one, two, kind="topic"))
    assert f'id="{second.page_id}"' in body(first)
    assert f'id="{first.page_id}"' in body(second)
    assert any("beginning of the page" in each for each in second.warnings)


def test_what_leads_nowhere_is_left_as_it_is_and_named():
    html = (
        '<p><a href="/gone/">Gone</a> <a href="#below">Below</a> '
        '<a href="https://elsewhere.example/">Elsewhere</a> '
        '<a href="mailto:us@old.example">Write</a></p>'
    )
    (line,) = lines(run_of(post("here", html), kind="topic"))
    assert body(line) == html
    dead = [each for each in line.warnings if "leads to nothing" in each]
    assert len(dead) == 1
    assert "“/gone/”" in dead[0]


def test_a_link_to_a_file_becomes_a_link_to_a_document(media_folder):
    html = '<p><a href="/files/leaflet.pdf">Leaflet</a></p>'
    files = Folder(leaflet__pdf=b"%PDF-1.4 a leaflet")
    (line,) = lines(run_of(post("here", html), kind="topic", files=files))
    assert 'linktype="document"' in body(line)


def test_an_old_address_leads_to_the_page_once_it_is_published():
    (line,) = lines(run_of(post("here"), kind="topic"))
    redirect = Redirect.objects.get(pk=line.redirect_id)
    assert (redirect.old_path, redirect.redirect_page_id) == (
        "/2020/here",
        line.page_id,
    )
    assert not redirect.is_permanent
    page = page_model().objects.get(pk=line.page_id).specific
    page.condition = "broken bones"
    page.save_revision(clean=False).publish()
    answer = Client().get("/2020/here/")
    assert (answer.status_code, answer.url) == (301, page.url)


def test_redirects_and_published_pages_keep_their_addresses():
    Redirect.add_redirect("/2020/here", "/somewhere/")
    above = content.topic(slug="2020")
    content.topic(above, slug="there")
    run = run_of(post("here"), post("there"), kind="topic")
    assert Redirect.objects.count() == 1
    assert [line.redirect_id for line in lines(run)] == [None, None]
    assert ["which stays" in line.warnings[0] for line in lines(run)] == [True, False]
    assert "keeps it" in lines(run)[1].warnings[0]


@pytest.mark.parametrize("order", [1, -1], ids=["above first", "below first"])
def test_pages_stand_below_the_pages_that_they_stood_below(order):
    above = post("above", kind="page")
    below = post("below", kind="page", parent_key=above[0].key)
    run = run_of(*[above, below][::order], kind="topic")
    found = {line.title: line for line in lines(run)}
    page = page_model().objects.get(pk=found["Below"].page_id)
    assert page.get_parent().pk == found["Above"].page_id


def test_a_page_that_somebody_moved_stays_there():
    above = post("above", kind="page")
    below = post("below", kind="page", parent_key=above[0].key)
    first = lines(run_of(above, below, kind="topic"))[1]
    page = page_model().objects.get(pk=first.page_id)
    page.move(content.home(), pos="last-child")
    run_of(above, below, kind="topic")
    page.refresh_from_db()
    assert page.get_parent().pk == content.home().pk


def test_two_pages_that_each_stand_below_the_other_stay_apart():
    one = post("one", kind="page", parent_key=f"{OLD}/?p=two")
    two = post("two", kind="page", parent_key=f"{OLD}/?p=one")
    found = lines(run_of(one, two, kind="topic"))
    pages = page_model().objects.filter(pk__in=[line.page_id for line in found])
    assert len(pages) == 2
    assert page_model().find_problems() == ([], [], [], [], [])


def test_a_page_whose_parent_did_not_come_along_says_so():
    (line,) = lines(run_of(post("one", parent_key="gone"), kind="topic"))
    assert any("not in this import" in each for each in line.warnings)


@pytest.mark.parametrize("broken", ["http://[", "//", "?", "", "http://a b/%zz"])
def test_an_address_that_is_none_breaks_nothing(broken):
    addresses = UrlMap()
    addresses.add("k", broken, "post", 1)
    assert addresses.page(broken, "k", broken, "post") in (None, 1)
    assert addresses.is_own(broken) in (True, False)
