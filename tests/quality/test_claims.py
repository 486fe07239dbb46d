import pytest

from spine_content.quality import Known, Topic
from tests.quality.reading import HERE, advice, keys, passage

LEAK = Known("harms", "How often does cement leak? 18 of 100 people.")
NERVES = Known("harms", "How often are nerves harmed? 8 of 1,000 people.")
PAIN = Known("benefits", "How many people have only mild pain? 44 of 100 people.")
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
def test_an_honest_sentence_is_left_alone(text):
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
def test_other_languages_have_lists_of_their_own(language, text, found):
    assert keys(text, language=language) == [f"claim:{found}"]


def test_a_language_without_a_list_is_not_judged():
    assert keys("It is safe.", language="fi") == []


def test_advice_says_why_and_where_and_what_instead():
    (told,) = advice("Before. It is painless. After.", facts=FACTS)
    assert told.topic == Topic.CLAIM
    assert (told.excerpt, told.found, told.place) == (
        "It is painless.",
        "painless",
        HERE,
    )
    assert "Say what can go wrong" in told.why
    assert told.suggestion == NERVES.sentence


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
def test_the_fact_that_is_nearest_is_suggested(text, fact):
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
def test_one_in_so_many_is_counted_out_of_a_round_number(text, instead):
    assert [each.suggestion for each in advice(text)] == [instead]


@pytest.mark.parametrize("text", ["It happens to 1 in 0.", "It happens to 1 in 1."])
def test_nonsense_is_not_counted(text):
    assert [each.suggestion for each in advice(text)] == [""]


def test_without_a_fact_nothing_is_suggested():
    assert [each.suggestion for each in advice("It is safe.")] == [""]


def test_a_patients_own_words_are_not_corrected():
    (told,) = advice(passage("It was painless!", is_quoted=True), facts=FACTS)
    assert "stays as it is" in told.why
    assert "usually happens" in told.why


def test_an_answer_holds_for_one_sentence():
    (first,), (again,) = advice("It is  safe."), advice("So. It is safe.")
    (other,) = advice("It is very safe.")
    assert first.excerpt_hash == again.excerpt_hash != other.excerpt_hash
