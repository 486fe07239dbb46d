import pytest

from spine_content.quality.types import AdviceTopic, FactSentence
from tests.quality.checks import LOCATION, advice, keys, paragraph

LEAK = FactSentence("harms", "How often does cement leak? 18 of 100 people.")
NERVES = FactSentence("harms", "How often are nerves harmed? 8 of 1,000 people.")
PAIN = FactSentence(
    "benefits", "How many people have only mild pain? 44 of 100 people."
)
FACTS = [NERVES, LEAK, PAIN]


@pytest.mark.parametrize(
    "text, found",
    [
        ("It is safe.", "safe"),
        ("It is virtually painless.", "painless"),
        ("A risk-free choice.", "risk-free"),
        ("There are no side effects.", "no-risk"),
        ("The risk is very low.", "low-risk"),
        ("With minimal risk.", "low-risk"),
        ("Discomfort is minimal.", "minimal"),
        ("A clinically proven method.", "proven"),
        ("It is highly effective.", "effective"),
        ("We have high success rates.", "success"),
        ("It cures the fracture.", "cure"),
        ("Results are guaranteed.", "guaranteed"),
        ("A life-changing day.", "life-changing"),
        ("It is quick and easy.", "quick"),
        ("Such results are the norm.", "the-norm"),
        ("Most people go home the same day.", "most-people"),
        ("Leaks are rare.", "rare"),
        ("About 1 in 20 leaks.", "one-in"),
        ("There is 50% less pain.", "relative"),
        ("It halves the risk.", "relative"),
        ("Studies show that it works.", "studies"),
    ],
)
def test_a_claim_is_found(text, found):
    assert keys(text) == [f"claim:{found}"]


@pytest.mark.parametrize(
    "text",
    [
        "No procedure is completely safe.",
        "It is not painless.",
        "Nobody can guarantee that.",
        "It is safe to drive after 2 weeks.",
        "A minimally invasive procedure.",
        "Most people (53 of 100) got better by themselves.",
        "Of 100 people, 18 had a leak.",
        "Put it in a safety box.",
        "The unproven part.",
        "44 of 100 people had mild pain.",
    ],
)
def test_a_sentence_without_a_claim_gets_no_advice(text):
    assert keys(text) == []


@pytest.mark.parametrize(
    "language, text, found",
    [
        ("de", "Der Eingriff ist schmerzfrei.", "painless"),
        ("de", "Die meisten Patientinnen gehen heim.", "most-people"),
        ("de-AT", "Studien zeigen, dass es hilft.", "studies"),
        ("fr", "C’est une méthode sans risque.", "risk-free"),
        ("fr", "La plupart des patients rentrent.", "most-people"),
        ("es", "Es un método sin dolor.", "painless"),
        ("es", "La mayoría de los pacientes mejora.", "most-people"),
    ],
)
def test_other_languages_have_their_own_phrases(language, text, found):
    assert keys(text, language=language) == [f"claim:{found}"]


def test_a_language_without_phrases_gets_no_advice():
    assert keys("It is safe.", language="fi") == []


def test_advice_has_a_reason_a_location_and_a_suggestion():
    (found,) = advice("Before. It is painless. After.", facts=FACTS)
    assert found.topic == AdviceTopic.CLAIM
    assert (found.excerpt, found.highlight, found.location) == (
        "It is painless.",
        "painless",
        LOCATION,
    )
    assert "Say what can go wrong" in found.why
    assert found.suggestion == NERVES.sentence


@pytest.mark.parametrize(
    "text, fact",
    [
        ("Leakage of cement is rare.", LEAK),
        ("It is a safe way for your nerves.", NERVES),
        ("It is proven to help with pain.", PAIN),
        ("Most people have less pain.", PAIN),
        ("Few people have a leak.", LEAK),
    ],
)
def test_the_most_similar_fact_is_suggested(text, fact):
    assert [each.suggestion for each in advice(text, facts=FACTS)] == [fact.sentence]


@pytest.mark.parametrize(
    "text, instead",
    [
        ("It happens to 1 in 20.", "5 out of 100"),
        ("It happens to one in every 3.", "about 33 out of 100"),
        ("It happens to 1 in 1,000.", "1 out of 1,000"),
        ("It happens to 1 in 3,000.", "about 3 out of 10,000"),
    ],
)
def test_one_in_a_number_is_counted_out_of_a_round_number(text, instead):
    assert [each.suggestion for each in advice(text)] == [instead]


@pytest.mark.parametrize("number", ["0", "1", "9" * 5000])
def test_an_impossible_number_gets_no_suggestion(number):
    (found,) = advice(f"It happens to 1 in {number}.")
    assert found.suggestion == ""


def test_without_a_fact_there_is_no_suggestion():
    assert [each.suggestion for each in advice("It is safe.")] == [""]


def test_a_quotation_is_not_corrected():
    (found,) = advice(paragraph("It was painless!", is_quoted=True), facts=FACTS)
    assert "stays as it is" in found.why
    assert "usually happens" in found.why


def test_the_checksum_depends_on_the_sentence_alone():
    (first,), (again,) = advice("It is  safe."), advice("So. It is safe.")
    (other,) = advice("It is very safe.")
    assert first.excerpt_hash == again.excerpt_hash != other.excerpt_hash
