"""Search, filter and pages of results: whatever is asked, the answer is a page."""

import pytest
from django.test import Client
from hypothesis import example, given, settings
from hypothesis import strategies as st
from wagtail.models import PageViewRestriction

from tests import content
from tests.pages.test_topic import ORDER, add, groups
from tests.reading import read, soup, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def topic():
    topic = content.topic()
    for kind in ORDER:
        add(kind, topic, 1, summary=f"All about the {kind} of vertebrae.")
    return topic


def found(client, topic, **asked):
    """The titles on a page of results."""
    response = client.get(topic.url, asked)
    assert response.status_code == 200
    page = soup(response.content)
    assert page.select_one("section.spine-results")
    return [words(title) for title in page.select(".spine-card__title")]


def test_a_search_finds_words_of_titles_and_summaries(topic, client):
    assert set(found(client, topic, q="vertebrae")) == {f"{kind} 1" for kind in ORDER}
    assert found(client, topic, q="Procedure vertebrae") == ["procedure 1"]


def test_a_search_finds_the_text_of_a_page(topic, client):
    add("procedure", topic, 2, benefits=[content.text("<p>A quokka helps.</p>")])
    assert found(client, topic, q="quokka") == ["procedure 2"]


def test_a_search_leaves_out_what_is_not_below(topic, client):
    add("procedure", content.home(), 9, summary="Vertebrae elsewhere.")
    assert "procedure 9" not in found(client, topic, q="vertebrae")


def test_one_kind_of_page_can_be_asked_for(topic, client):
    assert found(client, topic, type="story") == ["story 1"]
    assert found(client, topic, q="vertebrae", type="recovery") == ["recovery 1"]


def test_the_search_and_the_kind_are_kept_from_one_to_the_other(topic, client):
    page = read(client, topic.url + "?q=vertebrae+%26+story&type=story")
    assert page.select_one("input[name=q]")["value"] == "vertebrae & story"
    assert page.select_one("input[name=type]")["value"] == "story"
    links = page.select(".spine-filter a")
    assert len(links) == 1 + len(ORDER)
    assert all("q=vertebrae%20%26%20story" in link["href"] for link in links)
    assert [words(link) for link in links if link.get("aria-current")] == [
        "Patient stories"
    ]


def test_a_search_without_a_result_says_so(topic, client):
    page = read(client, topic.url + "?q=zebra")
    assert "Nothing was found." in page.select_one(".spine-results").get_text()
    assert words(page.select_one(".spine-results [role=status]")) == "0 pages"


def test_a_kind_without_a_page_says_so(client):
    page = read(client, content.topic().url + "?type=story")
    assert "Nothing was found." in page.select_one(".spine-results").get_text()


def test_results_come_twenty_at_a_time(topic, client):
    for number in range(2, 48):
        add("procedure", topic, number)
    seen = []
    address = "?type=procedure"
    while address:
        page = read(client, topic.url + address.replace(topic.url, ""))
        seen.append([words(title) for title in page.select(".spine-card__title")])
        link = page.select_one('.spine-pagination a[rel="next"]')
        address = link and link["href"]
    assert [len(titles) for titles in seen] == [20, 20, 7]
    assert sum(seen, []) == [f"procedure {number}" for number in range(1, 48)]


HOSTILE = {
    "a whole book": {"q": "word " * 2000},
    "one endless word": {"q": "x" * 10_000},
    "NUL": {"q": "\x00 a \x00b"},
    "only NUL": {"q": "\x00"},
    "quotes": {"q": "\"' `’ '' \"\""},
    "an open quote": {"q": '"vertebrae'},
    "full text syntax": {"q": "a AND OR NOT NEAR(b, 5) ^c* -d + {e f}: g"},
    "tsquery": {"q": "a & | ! ( ) <-> :* b:A"},
    "backslashes": {"q": "\\ \\\\ %_"},
    "markup": {"q": "<script>alert(1)</script>"},
    "blank": {"q": "   "},
    "no number": {"type": "procedure", "page": "abc"},
    "a negative number": {"type": "procedure", "page": "-1"},
    "nought": {"q": "vertebrae", "page": "0"},
    "a number beyond the last": {"q": "vertebrae", "page": "99999"},
    "a number beyond all": {"type": "story", "page": "9" * 5000},
    "an odd number": {"type": "story", "page": "１.5e3\x00"},
    "an unknown kind": {"type": "x"},
    "a kind with NUL": {"type": "story\x00"},
    "kinds": {"type": ["story", "x"], "q": ["a", "b"], "page": ["1", "2"]},
}


def test_an_odd_question_gets_a_normal_page(topic, client):
    answers = {name: client.get(topic.url, asked) for name, asked in HOSTILE.items()}
    codes = {name: answer.status_code for name, answer in answers.items()}
    assert codes == dict.fromkeys(HOSTILE, 200)
    assert "<script>alert" not in answers["markup"].content.decode()


def test_an_address_that_is_no_text_gets_a_normal_page(topic, client):
    for query in ("q=%FF%FE", "q=%ED%A0%80", "q", "=", "q[]=a", "%00=1"):
        assert client.get(topic.url, QUERY_STRING=query).status_code == 200


def test_an_unknown_kind_shows_the_whole_topic(topic, client):
    assert list(groups(read(client, topic.url + "?type=x"))) == ORDER


def test_whatever_is_searched_the_answer_is_a_page(topic):
    client = Client()

    @settings(max_examples=40)
    @given(st.text(max_size=60))
    @example("٠")
    @example("fi\u0301ﬁ\u200b\ufeff")
    def check(query):
        assert client.get(topic.url, {"q": query}).status_code == 200

    check()


PUNCTUATION = st.text(alphabet="\"'*^():-+&|!<>\\~{}[] aNOT", max_size=20)


def test_whatever_syntax_is_searched_the_answer_is_a_page(topic):
    client = Client()

    @settings(max_examples=40)
    @given(PUNCTUATION)
    def check(query):
        assert client.get(topic.url, {"q": query}).status_code == 200

    check()


@pytest.mark.parametrize("private", ["page", "parent", "nothing"])
def test_private_pages_and_drafts_are_never_listed(private, topic, client):
    parent = add("topic", topic, 2, summary="Vertebrae.")
    page = add("procedure", parent, 7, summary="Vertebrae.")
    add("procedure", topic, 8, summary="Vertebrae.", live=False)
    if private != "nothing":
        PageViewRestriction.objects.create(
            page={"page": page, "parent": parent}[private],
            restriction_type=PageViewRestriction.LOGIN,
        )
    for asked in ("", "?q=vertebrae", "?type=procedure"):
        text = client.get(topic.url + asked).content.decode()
        assert "procedure 8" not in text
        assert ("procedure 7" in text) is (private == "nothing")
