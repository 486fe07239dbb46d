import pytest

from spine_content.quality import Topic
from tests.quality.reading import advice, keys, passage

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
def test_words_that_frighten_are_pointed_out(text, word):
    (told,) = advice(text)
    assert (told.topic, told.found) == (Topic.WORDING, word)
    assert "Say what happens, and what to do" in told.why


def test_some_passive_sentences_are_good_ones():
    assert keys(f"{ACTIVE} {ACTIVE} A needle is put in.") == []


def test_much_of_it_is_told_once_with_an_example():
    passive = "A needle is put in. Cement was slowly injected. You are watched."
    (told,) = advice(f"{ACTIVE} {passive}")
    assert told.key == "passive"
    assert told.why.startswith("3 of 8 sentences")
    assert told.excerpt == "A needle is put in."


def test_a_short_text_is_not_judged_by_a_share():
    assert keys("A needle is put in. You are tired.") == []


def test_neither_is_another_language():
    assert keys("It is terrible. It is done. " * 8, language="nl") == []


def test_a_sentence_is_long_from_21_words_on():
    assert keys(f"{LONG}.") == []
    (told,) = advice(f"Short. {LONG}more.")
    assert told.key == "long"
    assert told.why.startswith("21 words in one sentence.")
    assert told.excerpt == f"{LONG}more."


def test_neither_headings_nor_quotes_are_too_long():
    heading = passage(f"{LONG} more", is_prose=False)
    quote = passage(f"{LONG} more. Horrible!", is_quoted=True)
    assert keys(heading, quote) == []
