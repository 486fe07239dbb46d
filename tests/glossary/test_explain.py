"""A term of the glossary is linked where a page first uses it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale

from spine_content.glossary.explain import TermIndex, TermLinker, link_first_uses
from spine_content.models import GlossaryTerm
from tests import content
from tests.quality.growth import assert_linear
from tests.reading import read, soup, words

pytestmark = pytest.mark.django_db


def term(name="vertebra", **changes):
    values = {"meaning": f"What {name} means.", **changes}
    return GlossaryTerm.objects.create(term=name, **values)


def linked(html, *terms):
    linker = TermLinker(TermIndex(terms, Locale.get_default().pk))
    return soup(link_first_uses(linker.link_html(html)))


def links(html, *terms):
    return [words(link) for link in linked(html, *terms).select("a.spine-term")]


def terms_of(client, page):
    return [words(link) for link in read(client, page.url).select("a.spine-term")]


@pytest.mark.parametrize(
    "spelling",
    ["vertebra", "Vertebra", "vertebrae", "broken vertebra", "BROKEN Vertebra"],
)
def test_every_form_of_a_term_is_linked(spelling):
    bone = term(other_forms="vertebrae, broken vertebra")
    assert links(f"<p>A {spelling}.</p>", bone) == [spelling]


@pytest.mark.parametrize(
    "html",
    [
        "<p>intervertebral</p>",
        "<p>vertebra-like</p>",
        "<h2>Vertebra</h2>",
        '<p><a href="/x/">A vertebra</a></p>',
        '<p><img alt="vertebra"></p>',
        "<p>&vertebra;</p>",
        "<p></p>",
    ],
)
def test_markup_links_headings_and_parts_of_words_stay(html):
    assert linked(html, term()).decode() == soup(html).decode()


def test_the_longest_form_wins():
    fracture, bone = term("vertebral fracture"), term("vertebral")
    assert links("<p>A vertebral fracture.</p>", bone, fracture) == [
        "vertebral fracture"
    ]


def test_an_abbreviation_is_another_word():
    machine = term("IT")
    assert links("<p>It is IT.</p>", machine) == ["IT"]


def test_languages_without_spaces_are_searched_too():
    assert links("<p>椎体成形术是一种手术。</p>", term("椎体成形术")) == ["椎体成形术"]


def test_the_meaning_is_escaped_once():
    odd = term(meaning='A "quote" & <b>more</b>.')
    (link,) = linked("<p>vertebra</p>", odd).select("a")
    assert link["aria-description"] == odd.meaning


def test_only_the_first_use_is_linked(client):
    term()
    page = content.procedure(
        benefits=[content.text("<p>A vertebra and a vertebra.</p>")],
        risks=[content.text("<p>Another vertebra.</p>")],
        scope_note="<p>For a broken vertebra.</p>",
    )
    shown = read(client, page.url)
    (link,) = shown.select("a.spine-term")
    # Who it is for stands before the benefits on the page, and not in the form.
    assert "For a broken" in words(link.parent)
    assert link["id"] == shown.select_one(".spine-words__back")["href"].removeprefix(
        "#"
    )
    assert shown.get_text().count("vertebra") >= 4


def test_every_marked_use_is_linked(client):
    bone = term()
    marked = f'<a linktype="spine-glossary" id="{bone.pk}">this bone</a>'
    html = f"<p>A vertebra. Of {marked} and {marked}.</p>"
    page = content.topic(body=[content.text(html)])
    found = read(client, page.url).select("a.spine-term")
    assert [words(link) for link in found] == ["vertebra", "this bone", "this bone"]
    assert [link.get("id") for link in found] == [f"spine-term-{bone.pk}", None, None]


def test_a_term_that_is_not_linked_automatically_has_to_be_marked(client):
    bone = term(link_automatically=False)
    page = content.topic(body=[content.text("<p>A vertebra.</p>")])
    assert terms_of(client, page) == []
    marked = f'<a linktype="spine-glossary" id="{bone.pk}">vertebra</a>'
    page = content.topic(slug="two", body=[content.text(f"<p>A {marked}.</p>")])
    assert terms_of(client, page) == ["vertebra"]


def test_drafts_and_other_languages_are_not_linked(client):
    term("vertebra", live=False)
    term("bone", locale=Locale.objects.create(language_code="fr"))
    page = content.topic(body=[content.text("<p>A vertebra is a bone.</p>")])
    assert terms_of(client, page) == []


def test_a_story_is_shown_in_the_patients_words_and_linked(client):
    term()
    page = content.story(body=[content.text("<p>My vertebra hurt.</p>")])
    shown = read(client, page.url)
    assert "My vertebra hurt." in shown.get_text()
    assert words(shown.select_one("a.spine-term")) == "vertebra"


def test_the_number_of_queries_does_not_grow_with_the_terms(client):
    texts = [content.text(f"<p>word{n} again</p>") for n in range(20)]
    page = content.topic(body=texts)
    client.get(page.url)
    with CaptureQueriesContext(connection) as before:
        client.get(page.url)
    for number in range(20):
        term(f"word{number}")
    with CaptureQueriesContext(connection) as after:
        assert len(terms_of(client, page)) == 20
    assert len(after) == len(before)


def link_bone(html):
    bone = GlossaryTerm(pk=1, term="a bone", meaning="What it is.", locale_id=1)
    return TermLinker(TermIndex([bone], 1)).link_html(html)


MARKUP = [
    *(
        "<",
        "<a ",
        "<a>",
        "<a x",
        "<h2>",
        "</h2>",
        "</a>",
        "<a>a bone</a>",
        "<'\"",
        "<\"'",
    ),
    *("<a linktype='spine-glossary' ", '<a linktype="spine-glossary" ', "<'", '<"'),
    *("&", "&a", "a", "a-", "a ", "a bone ", "A bon ", '"', "<b \"'\"'"),
    *('<a class="spine-term" href="#spine-word-1" aria-description="', "<img alt='<'>"),
    '<a class="spine-term" href="#spine-word-1" aria-description="x">y ',
]


@pytest.mark.parametrize("link", [link_bone, link_first_uses])
@pytest.mark.parametrize("html", MARKUP)
def test_a_text_four_times_as_long_takes_about_four_times_as_long(html, link):
    assert_linear(link, html)
