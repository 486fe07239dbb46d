"""The formulas, on texts that were counted by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spine_content.quality.readability import (
    Counts,
    automated_readability_index,
    count,
    flesch_kincaid,
    lix,
    readability,
    suitable_formulas,
)
from spine_content.quality.sentences import letters, sentences, syllables, words

# Sentence 1: A(1) nee-dle(2) goes(1) in-to(2) the(1) bone(1): 6 words, 8 syllables,
# 1 + 6 + 4 + 4 + 3 + 4 = 22 letters.
# Sentence 2: Ce-ment(2) makes(1) it(1) hard(1): 4 words, 5 syllables, 6+5+2+4 = 17.
NEEDLE = "A needle goes into the bone. Cement makes it hard."

# 1: Ver-te-bro-plas-ty(5) is(1) a(1) pro-ce-dure(3) for(1) frac-tures(2): 6 words,
# 13 syllables, 14+2+1+9+3+9 = 38 letters; long: 3.
# 2: It(1) is(1) done(1) by(1) a(1) ra-di-ol-o-gist(5): 6 words, 10 syllables,
# 2+2+4+2+1+11 = 22 letters; long: 1.
PROCEDURE = "Vertebroplasty is a procedure for fractures. It is done by a radiologist."

# Der(3) Arzt(4) spritzt(7) Zement(6) in(2) den(3) Wirbel(6). 7 words, 1 long.
# Danach(6) liegen(6) Patientinnen(12) zwei(4) Stunden(7). 5 words, 2 long.
GERMAN = (
    "Der Arzt spritzt Zement in den Wirbel. Danach liegen Patientinnen zwei Stunden."
)


@pytest.mark.parametrize(
    "text, counted",
    [
        (NEEDLE, Counts(2, 10, 39, 13, 0)),
        (PROCEDURE, Counts(2, 12, 60, 23, 4)),
    ],
)
def test_english_is_counted_as_by_hand(text, counted):
    assert count([text]) == counted


def test_german_is_counted_as_by_hand():
    counted = count([GERMAN])
    assert (counted.sentences, counted.words, counted.long_words) == (2, 12, 3)


def test_flesch_kincaid_is_exact():
    # 0.39 · 10/2 + 11.8 · 13/10 − 15.59 = 1.95 + 15.34 − 15.59
    assert flesch_kincaid(count([NEEDLE])) == pytest.approx(1.70)
    # 0.39 · 12/2 + 11.8 · 23/12 − 15.59 = 2.34 + 22.6167 − 15.59
    assert flesch_kincaid(count([PROCEDURE])) == pytest.approx(9.3667, abs=1e-4)


def test_ari_is_exact():
    # 4.71 · 39/10 + 0.5 · 10/2 − 21.43 = 18.369 + 2.5 − 21.43
    assert automated_readability_index(count([NEEDLE])) == pytest.approx(-0.561)
    # 4.71 · 60/12 + 0.5 · 12/2 − 21.43 = 23.55 + 3 − 21.43
    assert automated_readability_index(count([PROCEDURE])) == pytest.approx(5.12)


def test_lix_is_exact():
    # 12/2 + 100 · 3/12
    assert lix(count([GERMAN])) == pytest.approx(31.0)


def test_the_end_of_a_paragraph_is_the_end_of_a_sentence():
    assert count(["Rest", "Drink"]).sentences == 2


def test_glossary_terms_can_be_left_out():
    counted = count([PROCEDURE], frozenset({"vertebroplasty", "radiologist"}))
    # 10 words and 13 syllables are left: 0.39 · 5 + 11.8 · 1.3 − 15.59
    assert (counted.words, counted.syllables, counted.sentences) == (10, 13, 2)
    assert flesch_kincaid(counted) == pytest.approx(1.70)


def test_a_sentence_of_one_term_does_not_count_without_it():
    assert count(["Vertebroplasty. It helps."], frozenset({"vertebroplasty"})) == (
        count(["It helps."])
    )


@pytest.mark.parametrize(
    "text, language, suited",
    [
        ("It helps.", "en", {"grade", "ari"}),
        ("It helps.", "en-GB", {"grade", "ari"}),
        ("Es hilft.", "de", {"lix"}),
        ("Это помогает.", "ru", {"lix"}),
        ("Βοηθάει.", "el", {"lix"}),
        ("有帮助。", "zh-hans", set()),
        ("これは役に立ちます。", "ja", set()),
        ("도움이 됩니다.", "ko", set()),
        ("إنه يساعد.", "ar", set()),
        ("זה עוזר.", "he", set()),
        ("มันช่วยได้", "th", set()),
        ("Nó giúp ích.", "vi", set()),
        # A page that says it is English and is not.
        ("有帮助。", "en", set()),
        ("Это помогает.", "en", {"lix"}),
        ("", "en", set()),
    ],
)
def test_each_language_gets_the_suitable_formulas_only(text, language, suited):
    assert suitable_formulas(text, language) == suited


def test_a_short_text_has_no_figures():
    assert readability([NEEDLE], "en").grade is None
    assert readability([NEEDLE] * 5, "en").grade == 1.7
    assert readability([NEEDLE] * 5, "en").lix is None
    assert readability([GERMAN] * 5, "de").lix == 31.0
    assert readability([GERMAN] * 5, "de").grade is None
    assert readability(["有帮助。"] * 60, "zh").lix is None
    assert readability([], "en").grade is None


@given(st.lists(st.text("aeB n.,!’é1-", max_size=60) | st.text(max_size=30)))
def test_repeated_words_count_each_time(texts):
    counted = [words(sentence) for text in texts for sentence in sentences(text)]
    every = [word for sentence in counted for word in sentence]
    assert count(texts) == Counts(
        len(counted),
        len(every),
        sum(map(letters, every)),
        sum(map(syllables.__wrapped__, every)),
        sum(letters(word) > 6 for word in every),
    )
