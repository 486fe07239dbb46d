import pytest

from spine_content.facts.choices import Certainty, Kind, Verdict
from spine_content.facts.types import Answer, Fact
from tests.facts.reading import headline


def said(verdict="", text="", certainty=Certainty.NOT_GRADED):
    value = Answer(verdict, text)
    return headline(Fact("", 1, Kind.ANSWER, value=value, certainty=certainty))


def test_the_verdict_comes_first():
    text = "Most people go home the same day."
    assert said(Verdict.YES, text) == f"Yes. {text}"
    assert said(Verdict.NO) == "No"
    assert said(Verdict.VARIES) == "It varies"
    assert said(text=f" {text} ") == text


def test_an_empty_answer_is_not_known():
    assert said() == "Not known"
    assert said("perhaps", "  ") == "Not known"


@pytest.mark.parametrize(
    ("certainty", "yes", "no", "varies"),
    [
        ("high", "Yes", "No", "It varies"),
        ("moderate", "Probably yes", "Probably not", "It probably varies"),
        ("low", "The answer may be yes", "The answer may be no", "It may vary"),
        (
            "very_low",
            "We are very uncertain: the answer may be yes",
            "We are very uncertain: the answer may be no",
            "We are very uncertain: it may vary",
        ),
    ],
)
def test_certainty_chooses_the_verb(certainty, yes, no, varies):
    assert said(Verdict.YES, certainty=certainty) == yes
    assert said(Verdict.NO, certainty=certainty) == no
    assert said(Verdict.VARIES, certainty=certainty) == varies


@pytest.mark.parametrize(
    ("certainty", "shown"),
    [
        ("high", "Some do"),
        ("moderate", "This is probably so: Some do"),
        ("low", "This may be so: Some do"),
        ("very_low", "We are very uncertain. This may be so: Some do"),
    ],
)
def test_text_without_a_verdict_is_qualified_too(certainty, shown):
    assert said(text="Some do", certainty=certainty) == shown
