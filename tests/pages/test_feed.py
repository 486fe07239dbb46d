"""What a feed reader finds at a topic, and what it never does."""

import datetime
import re

import pytest
from defusedxml import ElementTree
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import example, given
from hypothesis import strategies as st
from wagtail.models import Locale, Page, PageViewRestriction

from spine_content.models import FactChange
from spine_content.pages.models import ProcedurePage
from tests import content
from tests.reading import read, words

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
DAY = datetime.timedelta(days=1)
XML = "{http://www.w3.org/XML/1998/namespace}"
#: A time as RFC 3339 writes it.
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?\+00:00")


@pytest.fixture
def topic():
    return content.topic(slug="topic")


def at(page, time, **changes):
    """As if a page had been published at a time."""
    values = {"last_published_at": time, "first_published_at": time, **changes}
    Page.objects.filter(pk=page.pk).update(**values)
    return page


def new(page):
    return at(page, timezone.now())


def feed(client, topic):
    response = client.get(f"{topic.url}feed/")
    assert response.status_code == 200
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ElementTree.fromstring(response.content)


def text_of(element, name):
    (found,) = element.findall(f"{ATOM}{name}")
    return found.text or ""


def titles(client, topic):
    return [
        text_of(entry, "title") for entry in feed(client, topic).iter(f"{ATOM}entry")
    ]


def ids(client, topic):
    return [text_of(entry, "id") for entry in feed(client, topic).iter(f"{ATOM}entry")]


def address(element, rel):
    return element.find(f'{ATOM}link[@rel="{rel}"]').get("href")


def test_the_feed_is_valid_atom(topic, client):
    clinic = content.checked_numbers(clinic_name="Hillside & Clinic")
    page = at(content.procedure(topic), timezone.now() - DAY)
    found = feed(client, topic)
    assert found.tag == f"{ATOM}feed"
    assert found.get(f"{XML}lang") == topic.locale.language_code
    assert text_of(found, "title") == "Spinal fractures: new and changed pages"
    assert text_of(found, "subtitle") == topic.summary
    assert text_of(found.find(f"{ATOM}author"), "name") == clinic.clinic_name
    assert address(found, "alternate") == topic.full_url
    assert address(found, "self") == f"{topic.full_url}feed/"
    (entry,) = found.findall(f"{ATOM}entry")
    assert text_of(entry, "title") == page.title
    assert text_of(entry, "summary") == page.summary
    assert address(entry, "alternate") == page.full_url
    assert (
        text_of(entry, "published")
        == text_of(entry, "updated")
        == text_of(found, "updated")
    )
    for element in (found, entry):
        assert TIME.fullmatch(text_of(element, "updated"))
        assert text_of(element, "id").startswith("urn:uuid:")
    assert text_of(found, "id") != text_of(entry, "id")


def test_the_topic_links_to_its_feed(topic, client):
    (link,) = read(client, topic.url).select('link[type="application/atom+xml"]')
    assert link["href"] == f"{topic.full_url}feed/"
    (link,) = read(client, f"{topic.url}?q=x").select('link[type$="atom+xml"]')
    assert link["href"] == f"{topic.full_url}feed/"
    assert link["rel"] == ["alternate"]
    assert link["title"] == text_of(feed(client, topic), "title")
    other = read(client, content.procedure(topic).url)
    assert other.select('link[type="application/atom+xml"]') == []


def test_the_newest_change_comes_first_and_the_oldest_are_left_out(topic, client):
    now = timezone.now()
    for number in range(22):
        page = content.procedure(topic, title=f"{number}", slug=f"page-{number}")
        at(page, now - number * DAY)
    assert titles(client, topic) == [str(number) for number in range(20)]


def test_it_has_every_kind_of_page_below_the_topic_but_no_story(topic, client):
    inner = new(content.topic(topic, title="Inner", slug="inner"))
    kinds = {**content.MAKERS}
    kinds.pop("topic")
    for kind, make in kinds.items():
        new(make(inner, title=kind, slug=kind))
    new(content.procedure(title="Elsewhere", slug="elsewhere"))
    Page.objects.filter(pk=topic.pk).update(last_published_at=timezone.now())
    inside = {"procedure", "comparison", "recovery"}
    assert {*titles(client, topic)} == {"Inner", *inside}
    assert {*titles(client, inner)} == inside
    # The visitor who reads the page finds it there.
    assert "story" in words(read(client, inner.url).main)


HIDDEN = {
    "a draft": lambda page: page.unpublish(),
    "private": lambda page: PageViewRestriction.objects.create(
        page=page, restriction_type="login"
    ),
    "in another language": lambda page: Page.objects.filter(pk=page.pk).update(
        locale=Locale.objects.create(language_code="ar")
    ),
    "never published by anybody": lambda page: at(page, None),
    "deleted": lambda page: page.delete(),
}


@pytest.mark.parametrize("how", HIDDEN)
def test_a_hidden_page_is_not_in_the_feed(how, topic, client):
    page = new(content.procedure(topic))
    new(content.comparison(topic, title="Stays"))
    HIDDEN[how](page)
    assert titles(client, topic) == ["Stays"]


def test_an_alias_in_another_language_is_not_in_the_feed(topic, client):
    arabic = Locale.objects.create(language_code="ar")
    page = content.procedure(slug="translated-by-nobody")
    Page.objects.filter(pk=page.pk).update(locale=arabic)
    page.refresh_from_db()
    new(page.create_alias(parent=topic, update_locale=topic.locale))
    assert titles(client, topic) == []
    # One in the same language is a page as good as any.
    again = content.procedure(slug="again", title="Again")
    new(again.create_alias(parent=topic))
    assert titles(client, topic) == ["Again"]


def test_the_feed_is_in_the_language_of_the_topic(topic, client):
    new(content.procedure(topic))
    arabic = Locale.objects.create(language_code="ar")
    Page.objects.filter(path__startswith=topic.path).update(locale=arabic)
    found = feed(client, topic)
    assert found.get(f"{XML}lang") == "ar"
    assert text_of(found, "title").startswith(f"{topic.title}: ")
    assert not text_of(found, "title").isascii()
    assert titles(client, topic) == ["Vertebroplasty"]


def test_an_entry_keeps_its_id_when_the_page_changes(topic, client):
    page = new(content.procedure(topic))
    before = ids(client, topic)
    page.refresh_from_db()
    page.title, page.slug = "Another title", "another"
    page.save_revision().publish()
    assert titles(client, topic) == ["Another title"]
    assert ids(client, topic) == before


def test_an_entry_contains_the_latest_note(topic, client):
    content.checked_numbers()
    page = content.procedure(topic)
    page.change_notes = [
        ("change_note", {"kind": "correction", "text": text, "published_on": None})
        for text in ("It is < 2 & not more. Call {emergency}.",)
    ]
    page.save_revision().publish()
    (entry,) = feed(client, topic).iter(f"{ATOM}entry")
    summary = entry.find(f"{ATOM}summary")
    assert summary.get("type") == "html"
    assert summary.text.endswith("It is &lt; 2 &amp; not more. Call 999.")
    assert summary.text.startswith(f"{page.summary} What changed on ")


def test_a_number_that_changed_is_news(topic, client):
    leak = content.measure()

    def publish(numerator):
        stored_fact = content.fact(leak, numerator=numerator, denominator=100)
        return content.with_facts(stored_fact)

    publish(3)
    at(content.procedure(topic), timezone.now() - 9 * DAY)
    new(content.recovery(topic, title="Newer", treatment=content.treatment("Other")))
    assert titles(client, topic) == ["Newer", "Vertebroplasty"]
    publish(4)
    changed = FactChange.objects.latest("changed_at").changed_at
    assert titles(client, topic) == ["Vertebroplasty", "Newer"]
    first = next(feed(client, topic).iter(f"{ATOM}entry"))
    assert text_of(first, "updated") == changed.isoformat()
    assert "The numbers behind this page changed on " in text_of(first, "summary")


def test_more_pages_take_no_more_queries(topic, client):
    def cost():
        with CaptureQueriesContext(connection) as queries:
            feed(client, topic)
        return len(queries)

    new(content.procedure(topic))
    client.get(topic.url)
    assert cost() == QUERIES
    for number in range(30):
        new(content.procedure(topic, slug=f"page-{number}"))
    assert cost() == QUERIES


QUERIES = 13


def test_a_child_page_with_the_slug_of_the_feed_takes_precedence(topic, client):
    content.procedure(topic, title="About food", slug="feed")
    assert "About food" in words(read(client, f"{topic.url}feed/"))


def test_it_is_below_topics_alone_and_nothing_is_below_it(topic, client):
    other = content.procedure(topic)
    for address_ in (f"{other.url}feed/", f"{topic.url}feed/feed/", "/feed/"):
        assert client.get(address_).status_code == 404
    topic.unpublish()
    assert client.get(f"{topic.url}feed/").status_code == 404


@pytest.mark.parametrize("kind", ["login", "password"])
def test_the_feed_of_a_private_topic_asks_what_its_page_asks(kind, topic, client):
    content.procedure(topic)
    PageViewRestriction.objects.create(
        page=topic, restriction_type=kind, password="please"
    )
    response = client.get(f"{topic.url}feed/")
    if kind == "login":
        assert response.status_code == 302
        assert response.url.endswith(f"next={topic.url}feed/")
        return
    assert b"<feed" not in response.content
    page, action = response.context["page"], response.context["action_url"]
    assert page == topic
    there = {"return_url": f"{topic.url}feed/", "password": "please"}
    assert client.post(action, there).url == f"{topic.url}feed/"
    answer = client.get(f"{topic.url}feed/")
    assert b"<feed" in answer.content
    assert "private" in answer["Cache-Control"]


def test_the_feed_supports_conditional_requests_and_refuses_post(topic, client):
    where = f"{topic.url}feed/"
    page = new(content.procedure(topic))
    tag = client.get(where)["ETag"]
    assert client.get(where, headers={"If-None-Match": tag}).status_code == 304
    page.unpublish()
    assert client.get(where, headers={"If-None-Match": tag}).status_code == 200
    assert client.head(where).status_code == 200
    assert client.head(where).content == b""
    assert client.post(where).status_code == 405


def test_a_page_and_its_feed_are_not_mixed_up(topic, client):
    for _ in range(2):
        assert words(read(client, topic.url).h1) == topic.title
        assert titles(client, topic) == []


def test_a_topic_without_an_address_can_be_previewed(topic, client, admin_user):
    client.force_login(admin_user)
    response = topic.make_preview_request()
    assert b"application/atom+xml" in response.content
    response = content.topic(Page.get_first_root_node()).make_preview_request()
    assert response.status_code == 200
    assert b"application/atom+xml" not in response.content


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
@example("\x00\x0b\x1f\ufffe\uffff")
@example("]]><!--&amp;\r\n\x85\u2028\U0001f600")
def test_no_title_makes_it_unreadable(text):
    from spine_content.pages.feed import TopicFeed, _without_invalid

    now = timezone.now()
    made = TopicFeed(
        _without_invalid(text), "/", "", updated=now, subtitle=_without_invalid(text)
    )
    made.add_item(_without_invalid(text), "/", _without_invalid(text), updateddate=now)
    found = ElementTree.fromstring(made.writeString("utf-8").encode())
    assert (found.findtext(f"{ATOM}title") or "") == _read_back(text)


def _read_back(text):
    """What XML leaves of a text: every line ends alike."""
    valid = "".join(c for c in text if c in "\t\n\r" or (c >= " " and c not in "￾￿"))
    return valid.replace("\r\n", "\n").replace("\r", "\n")


def test_a_title_that_xml_cannot_write_breaks_nothing(topic, client):
    page = new(content.procedure(topic))
    ProcedurePage.objects.filter(pk=page.pk).update(title="A\x0b\uffffB<&")
    assert titles(client, topic) == ["AB<&"]
