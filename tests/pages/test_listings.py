"""What a page finds beside it, and that its cost does not grow with the site."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from spine_content.pages.listings import visible_pages
from tests import content
from tests.pages.many_pages import add_pages
from tests.reading import read, words

pytestmark = pytest.mark.django_db


def cost(client, address):
    """The number of queries of a page that somebody else has asked for before."""
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


#: What is asked of a topic, and the number of queries it takes. Pages of one type are
#: loaded together, so what shows five types takes four more than what shows one.
#: Where a story stands among them, one more says when the first consent ends.
COSTS = {"": 19, "?type=procedure": 14, "?q=procedure": 14, "?type=story&q=zebra": 15}


@pytest.mark.parametrize("number", [20, 2000])
def test_a_topic_costs_the_same_however_many_pages_are_below_it(number, client):
    topic = content.topic()
    add_pages(topic, number)
    found = {query: cost(client, topic.url + query) for query in COSTS}
    assert found == COSTS

    assert visible_pages().descendant_of(topic).count() == number
    listed = read(client, topic.url + "?type=procedure")
    assert words(listed.select_one("[role=status]")) == f"{number // 5} pages"
    searched = read(client, topic.url + "?q=zebra")
    assert words(searched.select_one("[role=status]")) == f"{number} pages"


def test_visible_pages_are_one_query(django_assert_num_queries):
    content.story(content.topic())
    with django_assert_num_queries(1):
        list(visible_pages())


@pytest.mark.parametrize(
    "kind",
    [kind for kind, _ in PageViewRestriction.RESTRICTION_CHOICES if kind != "none"],
)
def test_a_private_page_hides_all_below_it(kind):
    topic = content.topic()
    below = content.procedure(content.topic(topic, slug="below"))
    beside = content.procedure(slug="beside")
    PageViewRestriction.objects.create(page=topic, restriction_type=kind)
    visible = visible_pages()
    assert not visible.filter(pk__in=[topic.pk, below.pk]).exists()
    assert visible.filter(pk=beside.pk).exists()


def test_a_private_page_hides_no_page_whose_path_only_looks_alike():
    pages = [content.topic(slug=f"topic-{number}") for number in range(3)]
    PageViewRestriction.objects.create(page=pages[1], restriction_type="login")
    visible = visible_pages().filter(pk__in=[page.pk for page in pages])
    assert {page.pk for page in visible} == {pages[0].pk, pages[2].pk}


def links(page):
    return {words(link) for link in page.select("main a[href^='/']")}


def test_pages_about_the_same_treatment_lead_to_each_other(client):
    topic = content.topic()
    pages = {
        "procedure": content.procedure(topic),
        "comparison": content.comparison(topic),
        "story": content.story(topic),
        "recovery": content.recovery(topic),
    }
    leads_to = {
        "procedure": {"comparison", "recovery", "story"},
        "comparison": {"procedure"},
        "story": {"procedure", "comparison"},
        "recovery": {"procedure", "story"},
    }
    for kind, page in pages.items():
        found = links(read(client, page.url))
        linked = {other for other, target in pages.items() if target.title in found}
        assert linked == leads_to[kind], kind


def test_pages_about_another_treatment_are_not_linked(client):
    page = content.procedure()
    other = content.treatment("Kyphoplasty")
    content.recovery(treatment=other, title="After another")
    content.story(treatment=other, title="About another")
    assert not {"After another", "About another"} & links(read(client, page.url))


@pytest.mark.parametrize("hidden", ["draft", "private"])
def test_what_visitors_may_not_see_is_not_linked(hidden, client):
    page = content.procedure()
    other = content.recovery(live=hidden != "draft")
    if hidden == "private":
        PageViewRestriction.objects.create(page=other, restriction_type="login")
    assert other.title not in links(read(client, page.url))


def test_at_most_six_pages_of_a_kind_are_linked_the_newest_first(client):
    page = content.procedure()
    for number in range(8):
        story = content.story(title=f"Story {number}", slug=f"story-{number}")
        story.save_revision().publish()
    stories = read(client, page.url).select(".spine-stories li")
    assert [words(story) for story in stories] == [
        f"Story {number}" for number in (7, 6, 5, 4, 3, 2)
    ]


def test_a_private_or_draft_parent_is_not_in_the_breadcrumbs(client):
    draft = content.topic(live=False, title="Unfinished")
    page = content.procedure(draft)
    crumbs = read(client, page.url).select(".spine-breadcrumbs a")
    assert [link["href"] for link in crumbs] == ["/"]


@pytest.mark.parametrize("kind", ["story", "recovery"])
def test_a_page_below_its_procedure_leads_to_it_in_its_text(kind, client):
    procedure = content.procedure()
    page = read(client, content.MAKERS[kind](procedure).url)
    text = page.select("main .spine-links a")
    assert procedure.title in [words(link) for link in text]


def test_breadcrumbs_are_complete_however_deep_a_page_is(client):
    page = content.home()
    for number in range(8):
        page = content.topic(page, title=f"Topic {number}", slug=f"topic-{number}")
    crumbs = read(client, page.url).select(".spine-breadcrumbs a")
    assert [words(link) for link in crumbs[1:]] == [
        f"Topic {number}" for number in range(7)
    ]
