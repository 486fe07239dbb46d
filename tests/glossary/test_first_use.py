"""A word of the glossary is explained where a reader meets it first."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale

from spine_content.glossary import Explainer, Vocabulary, first_only
from spine_content.models import GlossaryTerm
from tests import content
from tests.reading import read, soup, words

pytestmark = pytest.mark.django_db


def term(name="vertebra", **changes):
    values = {"meaning": f"What {name} means.", **changes}
    return GlossaryTerm.objects.create(term=name, **values)


def explained(html, *terms):
    explainer = Explainer(Vocabulary(terms, Locale.get_default().pk))
    return soup(first_only(explainer.explain(html)))


def links(html, *terms):
    return [words(link) for link in explained(html, *terms).select("a.spine-term")]


def terms_of(client, page):
    return [words(link) for link in read(client, page.url).select("a.spine-term")]


@pytest.mark.parametrize(
    "said",
    ["vertebra", "Vertebra", "vertebrae", "broken vertebra", "BROKEN Vertebra"],
)
def test_it_is_found_in_every_form(said):
    bone = term(other_forms="vertebrae, broken vertebra")
    assert links(f"<p>A {said}.</p>", bone) == [said]


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
def test_it_is_left_alone_where_it_is_no_word_of_the_text(html):
    assert explained(html, term()).decode() == soup(html).decode()


def test_the_longest_form_wins():
    fracture, bone = term("vertebral fracture"), term("vertebral")
    assert links("<p>A vertebral fracture.</p>", bone, fracture) == [
        "vertebral fracture"
    ]


def test_capital_letters_are_another_word():
    machine = term("IT")
    assert links("<p>It is IT.</p>", machine) == ["IT"]


def test_languages_without_spaces_are_searched_too():
    assert links("<p>椎体成形术是一种手术。</p>", term("椎体成形术")) == ["椎体成形术"]


def test_marks_and_letters_of_the_meaning_stay_what_they_are():
    odd = term(meaning='A "quote" & <b>more</b>.')
    (link,) = explained("<p>vertebra</p>", odd).select("a")
    assert link["aria-description"] == odd.meaning


def test_only_the_first_use_is_explained(client):
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


def test_what_an_editor_marked_stays_marked(client):
    bone = term()
    marked = f'<a linktype="spine-glossary" id="{bone.pk}">this bone</a>'
    html = f"<p>A vertebra. Of {marked} and {marked}.</p>"
    page = content.topic(body=[content.text(html)])
    found = read(client, page.url).select("a.spine-term")
    assert [words(link) for link in found] == ["vertebra", "this bone", "this bone"]
    assert [link.get("id") for link in found] == [f"spine-term-{bone.pk}", None, None]


def test_a_word_that_means_other_things_waits_to_be_marked(client):
    bone = term(explained_by_itself=False)
    page = content.topic(body=[content.text("<p>A vertebra.</p>")])
    assert terms_of(client, page) == []
    marked = f'<a linktype="spine-glossary" id="{bone.pk}">vertebra</a>'
    page = content.topic(slug="two", body=[content.text(f"<p>A {marked}.</p>")])
    assert terms_of(client, page) == ["vertebra"]


def test_drafts_and_other_languages_explain_nothing(client):
    term("vertebra", live=False)
    term("bone", locale=Locale.objects.create(language_code="fr"))
    page = content.topic(body=[content.text("<p>A vertebra is a bone.</p>")])
    assert terms_of(client, page) == []


def test_a_story_is_shown_in_the_patients_words_and_explained(client):
    term()
    page = content.story(body=[content.text("<p>My vertebra hurt.</p>")])
    shown = read(client, page.url)
    assert "My vertebra hurt." in shown.get_text()
    assert words(shown.select_one("a.spine-term")) == "vertebra"


def test_any_number_of_words_is_one_query(client):
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
