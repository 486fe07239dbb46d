"""A topic introduces a condition and leads to every page about it."""

import pytest

from tests import content
from tests.forms import edit_address, posted
from tests.pages import full
from tests.reading import read, words

pytestmark = pytest.mark.django_db
ORDER = ["comparison", "procedure", "recovery", "topic", "story"]


@pytest.fixture
def topic():
    return content.topic()


def groups(page):
    """The groups of the page: their kind, and the titles in each."""
    return {
        section["class"][-1].removeprefix("spine-group--"): [
            words(title) for title in section.select(".spine-card__title")
        ]
        for section in page.select("section.spine-group")
    }


def add(kind, parent, number, **changes):
    names = {"title": f"{kind} {number}", "slug": f"{kind}-{number}"}
    return content.MAKERS[kind](parent, **{**names, **changes})


def test_pages_are_grouped_by_type_with_stories_last(topic, client):
    for kind in reversed(ORDER):
        add(kind, topic, 1)
    page = read(client, topic.url)
    assert list(groups(page)) == ORDER
    assert groups(page)["story"] == ["story 1"]


def test_pages_further_down_are_listed_too(topic, client):
    below = add("topic", topic, 1)
    add("procedure", add("topic", below, 2), 1)
    found = groups(read(client, topic.url))
    assert found == {"topic": ["topic 1", "topic 2"], "procedure": ["procedure 1"]}


def test_pages_beside_it_are_not_listed(topic, client):
    add("procedure", content.home(), 1)
    assert groups(read(client, topic.url)) == {}


def test_pages_keep_the_order_of_the_page_tree(topic, client):
    for number in (3, 1, 2):
        add("procedure", topic, number)
    found = groups(read(client, topic.url))["procedure"]
    assert found == ["procedure 3", "procedure 1", "procedure 2"]


def test_pinned_pages_come_first_also_from_elsewhere(topic, client):
    first, second = add("procedure", topic, 1), add("procedure", topic, 2)
    other = add("procedure", content.home(), 9)
    topic.pinned = [("page", second), ("page", other), ("page", topic)]
    topic.save()
    found = groups(read(client, topic.url))
    assert set(found["procedure"][:2]) == {"procedure 2", "procedure 9"}
    assert found["procedure"][2] == first.title
    assert list(found) == ["procedure"], "a topic does not list itself"


def test_a_pinned_page_that_is_a_draft_or_gone_is_left_out(topic, client):
    draft = add("procedure", content.home(), 1, live=False)
    gone = add("procedure", content.home(), 2)
    topic.pinned = [("page", draft), ("page", gone)]
    topic.save()
    gone.delete()
    assert groups(read(client, topic.url)) == {}


def test_a_pinned_page_of_another_kind_is_left_out(topic, client):
    topic.pinned = [("page", content.home())]
    topic.save()
    assert groups(read(client, topic.url)) == {}


def test_an_empty_group_shows_its_text_or_nothing(topic, client):
    add("procedure", topic, 1)
    topic.empty_texts = [
        ("text", {"group": "comparison", "text": "We are writing one."}),
        ("text", {"group": "procedure", "text": "Never shown."}),
    ]
    topic.save()
    page = read(client, topic.url)
    assert groups(page) == {"comparison": [], "procedure": ["procedure 1"]}
    assert "We are writing one." in page.get_text()
    assert "Never shown." not in page.get_text()


def test_a_long_group_shows_six_and_leads_to_all_of_them(topic, client):
    for number in range(8):
        add("procedure", topic, number)
    add("recovery", topic, 1)
    page = read(client, topic.url)
    assert len(groups(page)["procedure"]) == 6
    (link,) = page.select(".spine-group p a")
    assert words(link) == "See all 8: Procedures"
    everything = read(client, topic.url + link["href"])
    titles = [words(title) for title in everything.select(".spine-card__title")]
    assert titles == [f"procedure {number}" for number in range(8)]


def test_drafts_and_hidden_stories_do_not_count(topic, client):
    for number in range(7):
        add("procedure", topic, number, live=number < 6)
    assert read(client, topic.url).select(".spine-group p a") == []


def test_the_comparison_to_begin_with_opens_the_page(topic, client):
    topic.featured_comparison = add("comparison", topic, 1)
    topic.save()
    (link,) = read(client, topic.url).select(".spine-first-choice a")
    assert words(link) == "comparison 1"


def test_a_reader_is_led_to_the_group_that_answers_the_need(topic, client):
    for kind in ORDER:
        add(kind, topic, 1)
    links = read(client, topic.url).select(".spine-needs a")
    assert [link["href"] for link in links] == [
        "#group-comparison",
        "#group-procedure",
        "#group-recovery",
        "#help",
    ]


def test_the_emergency_number_stands_near_the_top(topic, client):
    full.clinic(emergency_phone="112")
    page = read(client, topic.url)
    assert page.select_one('.spine-worried a[href="tel:112"]')
    assert page.select_one('.spine-worried a[href="#help"]')


def draft_sign():
    sign = content.sign("emergency")
    sign.live = False
    sign.save()
    return sign


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        (lambda: {"image": content.image()}, "image_alt"),
        (
            lambda: {"warning_signs": [("sign", content.sign("urgent"))]},
            "warning_signs",
        ),
        (lambda: {"warning_signs": [("sign", draft_sign())]}, "warning_signs"),
    ],
    ids=["picture without words", "no emergency sign", "emergency sign is a draft"],
)
def test_each_publish_problem_is_shown_next_to_its_field(changes, field, admin_client):
    page = content.topic(live=False, **changes())
    assert admin_client.post(edit_address(page), posted(page)).status_code == 302
    refused = admin_client.post(edit_address(page), posted(page, "publish"))
    assert refused.status_code == 200
    assert set(refused.context["form"].errors) == {field}
