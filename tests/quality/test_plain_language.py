import pytest

from spine_content.quality.types import AdviceTopic
from tests.quality.checks import advice, keys, paragraph

ACTIVE = "You lie down. We clean the skin. You rest. A nurse helps you. You go home."
LONG = "One two three four five six seven eight nine ten one two three "
LONG += "four five six seven eight nine ten "


@pytest.mark.parametrize(
    "text, word",
    [
        ("The pain is excruciating.", "excruciating"),
        ("Fractures can be devastating.", "devastating"),
        ("Do not wait!!", "!!"),
        ("People who suffer from osteoporosis.", "suffer from"),
    ],
)
def test_alarming_words_are_found(text, word):
    (found,) = advice(text)
    assert (found.topic, found.highlight) == (AdviceTopic.WORDING, word)
    assert "Say what happens, and what to do" in found.why


def test_a_few_passive_sentences_are_allowed():
    assert keys(f"{ACTIVE} {ACTIVE} A needle is put in.") == []


def test_many_passive_sentences_are_one_advice_with_an_example():
    passive = "A needle is put in. Cement was slowly injected. You are watched."
    (found,) = advice(f"{ACTIVE} {passive}")
    assert found.key == "passive"
    assert found.why.startswith("3 of 8 sentences")
    assert found.excerpt == "A needle is put in."


def test_a_short_text_may_be_passive():
    assert keys("A needle is put in. You are tired.") == []


def test_other_languages_are_not_checked_for_wording():
    assert keys("It is terrible. It is done. " * 8, language="nl") == []


def test_a_sentence_is_long_from_21_words_on():
    assert keys(f"{LONG}.") == []
    (found,) = advice(f"Short. {LONG}more.")
    assert found.key == "long"
    assert found.why.startswith("21 words in one sentence.")
    assert found.excerpt == f"{LONG}more."


def test_neither_headings_nor_quotes_are_too_long():
    heading = paragraph(f"{LONG} more", is_prose=False)
    quote = paragraph(f"{LONG} more. Horrible!", is_quoted=True)
    assert keys(heading, quote) == []
