"""What every page of ours promises its reader and its host."""

from collections import Counter

import pytest
from django.db import transaction
from django.test import Client

from spine_content.page_types import page_models
from tests import content, reading
from tests.pages import full


@pytest.fixture(scope="module", params=content.MAKERS)
def kind(request):
    return request.param


@pytest.fixture(scope="module", params=content.MAKERS)
def page(request, django_db_setup, django_db_blocker):
    """A full page of a type below a topic, as a visitor reads it. Read, then undone."""
    # Not by way of ``kind``: a test that chose its own kinds through it left the page
    # of one type in place for the next, when only a part of the suite was run.
    kind = request.param
    with django_db_blocker.unblock(), transaction.atomic():
        topic = content.topic(title="A topic", slug="a-topic")
        for other, make in content.MAKERS.items():
            make(topic, title=f"Another {other}", slug=f"another-{other}")
        made = full.page(kind, parent=topic, title="The page", slug="the-page")
        html = reading.read(Client(), made.url)
        transaction.set_rollback(True)
    return html


def test_it_has_its_title_its_summary_and_its_class(page, request):
    kind = request.node.callspec.params["page"]
    assert reading.words(page.h1) == "The page"
    main = page.select_one(f"main#main.spine-page-{kind}")
    assert len(reading.words(main.select_one(".spine-header__summary"))) > 10
    assert page.find("title").get_text().startswith("The page")
    assert len(page.select("main")) == len(page.select("h1")) == 1


def test_a_strict_content_security_policy_finds_nothing_inline(page):
    assert list(reading.inline_code(page)) == []


@pytest.mark.django_db
def test_breadcrumbs_start_at_the_home_page(page):
    links = page.select("nav.spine-breadcrumbs a")
    assert [reading.words(link) for link in links] == [
        content.home().title,
        "A topic",
    ]
    assert [link["href"] for link in links] == ["/", "/a-topic/"]


def test_no_two_elements_share_an_id(page):
    assert [id for id, times in Counter(reading.ids(page)).items() if times > 1] == []


def test_every_link_within_the_page_arrives(page):
    assert reading.targets(page) - {*reading.ids(page)} == set()


def test_every_label_that_is_referred_to_exists(page):
    named = {tag["aria-labelledby"] for tag in page.select("[aria-labelledby]")}
    assert named - {*reading.ids(page)} == set()


def test_no_heading_level_is_skipped(page):
    levels = reading.heading_levels(page)
    assert levels[0] == 1
    for above, below in zip(levels, levels[1:], strict=False):
        assert below <= above + 1, levels


def test_every_picture_says_what_it_shows_and_keeps_its_place(page):
    pictures = page.select("main img")
    assert pictures
    for picture in pictures:
        assert picture.has_attr("alt")
        assert picture["width"] and picture["height"]


def test_every_field_says_what_it_is_for(kind):
    (model,) = page_models(kind)
    ours = [field for field in model._meta.local_fields if field.name != "page_ptr"]
    editable = [field for field in ours if field.editable]
    assert [field.name for field in editable if not field.help_text] == []


@pytest.mark.parametrize(
    "page", ["procedure", "comparison", "recovery"], indirect=True, scope="module"
)
def test_the_contents_list_the_main_headings_in_page_order(page):
    listed = [reading.words(link) for link in page.select("nav.spine-contents li a")]
    written = [reading.words(heading) for heading in page.select("main h2[id]")]
    assert len(listed) >= 3
    assert [heading for heading in written if heading in listed] == listed


TAKEN = "About", "Sources", "Source 1", "Support", "Stories", "Help", "Questions"
HEADINGS = "".join(f"<h2>{text}</h2>" for text in (*TAKEN, "Spine contents", "Results"))


@pytest.mark.django_db
def test_an_editors_heading_cannot_take_the_id_of_a_section(kind, client):
    page = full.page(kind, body=[content.text(HEADINGS)])
    content.story(title="Another", slug="another")
    counts = Counter(reading.ids(reading.read(client, page.url)))
    assert [id for id, times in counts.items() if times > 1] == []


@pytest.mark.django_db
def test_editors_text_cannot_become_markup(kind, client):
    hostile = "<script>alert(1)</script>"
    page = content.MAKERS[kind](title=hostile, summary=hostile, slug="hostile")
    html = client.get(page.url).content.decode()
    assert hostile not in html
    assert reading.words(reading.soup(html).h1) == hostile


@pytest.mark.django_db
def test_a_sites_own_template_wins(kind, client, tmp_path, settings):
    page = content.MAKERS[kind]()
    own = tmp_path / page.get_template(client.get(page.url).wsgi_request)[0]
    own.parent.mkdir()
    own.write_text("The site's own {{ page.title }}")
    assert f"spine-page-{kind}" in client.get(page.url).content.decode()

    (engine,) = settings.TEMPLATES
    settings.TEMPLATES = [{**engine, "DIRS": [tmp_path, *engine["DIRS"]]}]
    assert client.get(page.url).content.decode() == f"The site's own {page.title}"


@pytest.mark.django_db
def test_every_anonymous_visitor_gets_the_same_bytes(kind, client):
    page = content.MAKERS[kind]()
    first, second = client.get(page.url), client.get(page.url)
    assert first.content == second.content
    assert "Set-Cookie" not in first.headers
    assert not first.cookies


@pytest.mark.django_db
def test_a_host_may_load_parts_of_pages_and_delete_many(kind):
    page = content.MAKERS[kind]()
    pages = type(page).objects.filter(pk=page.pk)
    assert [each.title for each in pages.only("title")] == [page.title]
    assert [each.title for each in pages.defer("summary")] == [page.title]
    pages.delete()
    assert not pages.exists()
