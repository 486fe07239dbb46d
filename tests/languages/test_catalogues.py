"""Every word that visitors read is there in every language, and means the same."""

import re
from itertools import chain

import polib
import pytest
from django.utils import translation

from spine_content.facts.wording import scale_difference
from spine_content.facts.wording.phrases import GRADES, QUALIFIERS
from spine_content.facts.wording.statement import (
    QUALIFIED_TEXTS,
    QUALIFIED_VERDICTS,
)
from tests.languages.catalogues import CATALOGUES, HEADER, NAMES, PLURALS
from tests.languages.places import LANGUAGES, NOT_TRANSLATED

PLACEHOLDER = re.compile(r"%\(\w+\)s|%%|\{\w+\}")
MAKE = "Run `make messages`, and translate what it names."

catalogues = pytest.mark.parametrize("catalogue", CATALOGUES, ids=str)
languages = pytest.mark.parametrize("language", LANGUAGES)


def placeholders(text):
    return sorted(set(PLACEHOLDER.findall(text)))


@catalogues
def test_a_catalogue_has_what_visitors_read_and_nothing_else(catalogue):
    assert str(catalogue.read()) == str(catalogue.up_to_date()), MAKE


@catalogues
def test_everything_is_translated_and_nothing_is_a_guess(catalogue):
    words = catalogue.read()
    assert [entry.msgid for entry in words.untranslated_entries()] == [], MAKE
    assert [entry.msgid for entry in words.fuzzy_entries()] == []


@catalogues
def test_what_django_reads_is_made_of_what_people_read(catalogue):
    compiled = polib.mofile(str(catalogue.folder / "django.mo"))
    words = catalogue.read()
    for entry in words:
        entry.flags = []  # which are for people only
    assert set(map(str, compiled)) == set(map(str, words)), MAKE


@catalogues
def test_every_form_of_a_plural_is_there(catalogue):
    words = catalogue.read()
    assert words.metadata["Plural-Forms"] == PLURALS[catalogue.language]
    for entry in words:
        if entry.msgid_plural:
            assert sorted(entry.msgstr_plural) == list(range(catalogue.forms))
            assert all(entry.msgstr_plural.values()), entry.msgid


@pytest.mark.parametrize(
    ("language", "number", "said"),
    [
        ("de", 1, "1 Seite"),
        ("de", 2, "2 Seiten"),
        ("fr", 0, "0 page"),
        ("fr", 2, "2 pages"),
        ("es", 1, "1 página"),
        ("es", 3, "3 páginas"),
        ("es", 1_000_000, "1000000 de páginas"),
        ("ar", 1, "1 صفحة"),
        ("ar", 3, "3 صفحات"),
        ("ar", 11, "11 صفحة"),
        ("ar", 103, "103 صفحات"),
    ],
)
def test_numbers_take_the_form_that_the_language_asks_for(language, number, said):
    with translation.override(language):
        form = translation.ngettext("%(number)s page", "%(number)s pages", number)
    assert form % {"number": number} == said


@catalogues
def test_placeholders_are_kept_as_they_are(catalogue):
    wrong = []
    for entry in catalogue.read():
        allowed = [placeholders(entry.msgid)]
        if entry.msgid_plural:
            allowed.append(placeholders(entry.msgid_plural))
        forms = entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr]
        wrong += [form for form in forms if placeholders(form) not in allowed]
    assert wrong == []


@catalogues
def test_the_header_says_that_no_clinician_has_read_it(catalogue):
    header = HEADER.format(language=NAMES[catalogue.language])
    assert catalogue.read().header == header
    assert "not yet reviewed by a native clinician" in header


@catalogues
def test_what_to_do_in_an_emergency_is_left_to_the_clinic(catalogue):
    assert NOT_TRANSLATED.isdisjoint(entry.msgid for entry in catalogue.read())


#: The words that tell how sure we are, by GRADE: none may read like another.
DEGREES = {
    "ar": ("على الأرجح", "قد", "غير متأكدين"),
    "de": ("wahrscheinlich", "möglicherweise", "sehr unsicher"),
    "es": ("probablemente", "posiblemente|puede que", "muy incierto"),
    "fr": ("probablement", "peut-être", "très incertain"),
}
CERTAINTIES = ("moderate", "low", "very_low")


def hedges(level):
    yield QUALIFIERS[level]
    yield QUALIFIED_TEXTS[level]
    yield scale_difference.NO_DIFFERENCE[level]
    yield from QUALIFIED_VERDICTS[level].values()


@languages
def test_each_degree_of_certainty_keeps_its_own_words(language):
    probably, may, very_uncertain = map(re.compile, DEGREES[language])
    with translation.override(language):
        said = {
            level: [str(words).lower() for words in hedges(level)]
            for level in CERTAINTIES
        }
    for words in said["moderate"]:
        assert probably.search(words), words
        assert not may.search(words) and not very_uncertain.search(words), words
    for words in said["low"]:
        assert may.search(words), words
        assert not probably.search(words) and not very_uncertain.search(words), words
    for words in said["very_low"]:
        assert may.search(words) and very_uncertain.search(words), words
        assert not probably.search(words), words
    every = list(chain.from_iterable(said.values()))
    assert len(every) == len(set(every))


@languages
def test_a_language_has_a_word_for_each_grade(language):
    with translation.override(language):
        grades = {str(grade) for grade in GRADES.values()}
    assert len(grades) == 4
    # A visit of an earlier test may have left its language.
    with translation.override("en"):
        assert grades.isdisjoint(str(grade) for grade in GRADES.values())
