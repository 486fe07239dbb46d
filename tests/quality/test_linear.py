"""No text of a few thousand characters keeps a worker busy for minutes."""

import pytest

from spine_content.quality.claims import claim_advice
from spine_content.quality.page_text import _headings, _in_html
from spine_content.quality.plain_language import long_sentence_advice, wording_advice
from spine_content.quality.readability import readability
from spine_content.quality.sentences import sentences, syllables, words
from spine_content.quality.types import FactSentence, Paragraph
from tests.quality.checks import LOCATION
from tests.quality.growth import assert_linear

FACTS = [FactSentence("harms", "How often does it leak? 18 of 100 people.")]
TEXTS = [
    *("a", "A", " ", ".", ".…", '."', ". ", "a. ", "A. ", ".\n-", '. "', "e.g. "),
    *("1", "1,", "1.1", "1 of ", "1 in 1,", "50% ", "- ", "a-", "a.", "’"),
    *("not safe ", "safe ", "most people 1", "1 of a a ", "risk ", "Rare. "),
    *("is ", "is not ", "is aly ", "is aed ", "suffering ", "!", "catastroph", "aly"),
    *("is the norm 1,", "without ", "1 in "),
]


def claims(text):
    return list(claim_advice([Paragraph(text, LOCATION)], "en", FACTS))


def claims_after_one(text):
    """In a sentence in which there is a claim to be looked at."""
    return claims(f"Most people {text} rare")


def wording(text):
    return list(wording_advice([Paragraph(text, LOCATION)], "en"))


def long_sentences(text):
    return list(long_sentence_advice([Paragraph(text, LOCATION)]))


def figures(text):
    return readability([text], "en")


def syllables_of(text):
    return syllables.__wrapped__(text)


CHECKS = [
    *(words, sentences, claims, claims_after_one, wording, long_sentences, figures),
    syllables_of,
]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
@pytest.mark.parametrize("text", TEXTS)
def test_a_text_four_times_as_long_takes_about_four_times_as_long(text, check):
    assert_linear(check, text)


@pytest.mark.parametrize("html", ["<h2>", "<h2", "</h2>", "<h2>a</h2>"])
def test_so_does_rich_text_with_headings(html):
    assert_linear(lambda text: list(_headings(text)), html)


@pytest.mark.parametrize("html", ["<h2>", "<h2>a</h2>", "a</p>", "<br>"])
def test_so_does_rich_text(html):
    assert_linear(lambda text: list(_in_html(text, LOCATION, False)), html, times=50)
