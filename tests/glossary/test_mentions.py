import pytest
from wagtail.models import ReferenceIndex
from wagtail.rich_text import expand_db_html

from spine_content.models import GlossaryTerm
from tests import content
from tests.reading import read, soup, words

pytestmark = pytest.mark.django_db


def term(name="vertebra", **changes):
    meaning = f"What a <b>{name}</b> & its like is."
    return GlossaryTerm.objects.create(term=name, meaning=meaning, **changes)


def mention(pk, said="back bone"):
    return f'<a linktype="spine-glossary" id="{pk}">{said}</a>'


def test_a_mention_is_a_link_that_says_the_meaning():
    link = soup(expand_db_html(f"<p>A {mention(term().pk)}.</p>")).a
    assert words(link) == "back bone"
    assert link["aria-description"] == "What a <b>vertebra</b> & its like is."


@pytest.mark.parametrize("pk", ["", "0", "999999", "x", "1 OR 1=1"])
def test_a_term_that_is_not_there_leaves_the_plain_word(pk):
    link = soup(expand_db_html(mention(pk))).a
    assert words(link) == "back bone"
    assert link.attrs == {}


def test_so_does_one_that_is_not_published():
    draft = term(live=False)
    assert soup(expand_db_html(mention(draft.pk))).a.attrs == {}


def test_all_mentions_of_a_text_are_one_query(django_assert_num_queries):
    html = "".join(mention(term(name).pk) for name in ("a", "b", "c", "d"))
    with django_assert_num_queries(1):
        assert len(soup(expand_db_html(html)).select("a[href]")) == 4


@pytest.mark.parametrize(
    "field",
    [
        lambda html: {"body": [("rich_text", html)]},
        lambda html: {"benefits": [("callout", {"title": "x", "text": html})]},
        lambda html: {
            "risks": [("faq", {"items": [{"question": "x", "answer": html}]})]
        },
        lambda html: {"uncertainty": html},
    ],
    ids=["text", "block", "list", "field"],
)
def test_wherever_a_word_is_mentioned_the_page_explains_it(client, field):
    bone = term()
    page = content.procedure(**field(f"<p>A {mention(bone.pk)}.</p>"))
    shown = read(client, page.url)
    (link,) = shown.select("a.spine-term")
    explained = shown.find(id=link["href"].removeprefix("#"))
    assert words(explained.dt) == "vertebra"
    assert words(explained.dd).startswith(bone.meaning)


def test_each_word_is_explained_once_and_in_order(client):
    late, early = term("vertebra"), term("cement")
    html = f"<p>{mention(late.pk)} {mention(early.pk)} {mention(late.pk)}</p>"
    page = content.topic(body=[("rich_text", html)])
    shown = read(client, page.url).select_one(".spine-words")
    assert [words(dt) for dt in shown.select("dt")] == ["cement", "vertebra"]


def test_a_page_without_words_of_the_glossary_explains_nothing(client):
    assert read(client, content.topic().url).select_one(".spine-words") is None


def test_an_attribute_may_stand_before_another(client):
    bone = term()
    html = f'<p><a id="{bone.pk}" linktype="spine-glossary">x</a></p>'
    page = content.topic(body=[("rich_text", html)])
    assert words(read(client, page.url).select_one("a.spine-term")) == "x"


def test_wagtail_knows_where_a_term_is_used():
    bone = term()
    page = content.topic(body=[("rich_text", f"<p>{mention(bone.pk)}</p>")])
    (found,) = ReferenceIndex.get_references_to(bone)
    assert found.object_id == str(page.pk)
