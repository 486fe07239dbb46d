"""Every word that visitors read is there in every language, and means the same."""

import re
from itertools import chain

import polib
import pytest
from django.utils import translation

from spine_content.evidence.wording import answer, certainty, scale_difference
from tests.languages.catalogues import (
    HEADER,
    NAMES,
    PLURALS,
    brought_up_to_date,
    folder,
    number_of_forms,
    read,
)
from tests.languages.collecting import public_messages
from tests.languages.places import LANGUAGES, NOT_TRANSLATED

PLACEHOLDER = re.compile(r"%\(\w+\)s|%%|\{\w+\}")
MAKE = "Run `make messages`, and translate what it names."

languages = pytest.mark.parametrize("language", LANGUAGES)


def placeholders(text):
    return sorted(set(PLACEHOLDER.findall(text)))


@languages
def test_a_catalogue_has_what_visitors_read_and_nothing_else(language):
    now = brought_up_to_date(language, public_messages())
    assert str(read(language)) == str(now), MAKE


@languages
def test_everything_is_translated_and_nothing_is_a_guess(language):
    catalogue = read(language)
    assert [entry.msgid for entry in catalogue.untranslated_entries()] == [], MAKE
    assert [entry.msgid for entry in catalogue.fuzzy_entries()] == []


@languages
def test_what_django_reads_is_made_of_what_people_read(language):
    compiled = polib.mofile(str(folder(language) / "django.mo"))
    assert {str(entry) for entry in compiled} == {
        str(entry) for entry in plain(read(language))
    }, MAKE


def plain(catalogue):
    for entry in catalogue:
        entry.flags = []
        yield entry


@languages
def test_every_form_of_a_plural_is_there(language):
    for entry in read(language):
        if entry.msgid_plural:
            assert sorted(entry.msgstr_plural) == list(range(number_of_forms(language)))
            assert all(entry.msgstr_plural.values()), entry.msgid


@languages
def test_plurals_are_counted_as_django_counts_them(language):
    # Catalogues that count otherwise are kept apart, and are looked up one by one.
    with translation.override(language):
        ours = translation.trans_real.translation(language)
        assert ours._catalog._plurals
    assert read(language).metadata["Plural-Forms"] == PLURALS[language]


@languages
def test_placeholders_are_kept_as_they_are(language):
    wrong = []
    for entry in read(language):
        allowed = [placeholders(entry.msgid)]
        if entry.msgid_plural:
            allowed.append(placeholders(entry.msgid_plural))
        forms = entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr]
        wrong += [form for form in forms if placeholders(form) not in allowed]
    assert wrong == []


@languages
def test_the_header_says_that_no_clinician_has_read_it(language):
    assert read(language).header == HEADER.format(language=NAMES[language])
    assert "not yet reviewed by a native clinician" in HEADER


@languages
def test_what_to_do_in_an_emergency_is_left_to_the_clinic(language):
    assert NOT_TRANSLATED.isdisjoint(entry.msgid for entry in read(language))


#: The words that tell how sure we are, by GRADE: none may read like another.
DEGREES = {
    "ar": ("على الأرجح", "قد", "غير متأكدين"),
    "de": ("wahrscheinlich", "möglicherweise", "sehr unsicher"),
    "es": ("probablemente", "posiblemente|puede que", "muy incierto"),
    "fr": ("probablement", "peut-être", "très incertain"),
}
CERTAINTIES = ("moderate", "low", "very_low")


def hedges(level):
    yield certainty.HEDGES[level]
    yield answer.HEDGED_TEXT[level]
    yield scale_difference.NO_DIFFERENCE[level]
    yield from answer.HEDGED[level].values()


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
        grades = {str(grade) for grade in certainty.GRADES.values()}
    assert len(grades) == 4
    assert grades.isdisjoint(str(grade) for grade in certainty.GRADES.values())
