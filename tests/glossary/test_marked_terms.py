"""Terms that an editor has marked are linked wherever rich text is shown."""

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


def marked(pk, text="back bone"):
    return f'<a linktype="spine-glossary" id="{pk}">{text}</a>'


def test_a_marked_term_is_a_link_with_its_meaning():
    link = soup(expand_db_html(f"<p>A {marked(term().pk)}.</p>")).a
    assert words(link) == "back bone"
    assert link["aria-description"] == "What a <b>vertebra</b> & its like is."


@pytest.mark.parametrize("pk", ["", "0", "999999", "x", "1 OR 1=1"])
def test_a_deleted_term_leaves_the_plain_word(pk):
    link = soup(expand_db_html(marked(pk))).a
    assert words(link) == "back bone"
    assert link.attrs == {}


def test_a_draft_term_leaves_the_plain_word():
    draft = term(live=False)
    assert soup(expand_db_html(marked(draft.pk))).a.attrs == {}


def test_all_terms_of_a_text_are_one_query(django_assert_num_queries):
    html = "".join(marked(term(name).pk) for name in ("a", "b", "c", "d"))
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
def test_the_page_lists_every_marked_term(client, field):
    bone = term()
    page = content.procedure(**field(f"<p>A {marked(bone.pk)}.</p>"))
    shown = read(client, page.url)
    (link,) = shown.select("a.spine-term")
    explained = shown.find(id=link["href"].removeprefix("#"))
    assert words(explained.dt) == "vertebra"
    assert words(explained.dd).startswith(bone.meaning)


def test_each_term_is_listed_once_in_alphabetical_order(client):
    late, early = term("vertebra"), term("cement")
    html = f"<p>{marked(late.pk)} {marked(early.pk)} {marked(late.pk)}</p>"
    page = content.topic(body=[("rich_text", html)])
    shown = read(client, page.url).select_one(".spine-words")
    assert [words(dt) for dt in shown.select("dt")] == ["cement", "vertebra"]


def test_a_page_without_terms_has_no_list(client):
    assert read(client, content.topic().url).select_one(".spine-words") is None


def test_the_order_of_attributes_does_not_matter(client):
    bone = term()
    html = f'<p><a id="{bone.pk}" linktype="spine-glossary">x</a></p>'
    page = content.topic(body=[("rich_text", html)])
    assert words(read(client, page.url).select_one("a.spine-term")) == "x"


def test_wagtail_knows_where_a_term_is_used():
    bone = term()
    page = content.topic(body=[("rich_text", f"<p>{marked(bone.pk)}</p>")])
    (found,) = ReferenceIndex.get_references_to(bone)
    assert found.object_id == str(page.pk)
