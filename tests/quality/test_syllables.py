import pytest

from spine_content.quality.sentences import syllables

#: As dictionaries part them, by number.
COUNTED = {
    1: "bone bones the she spine pain nerves called named walked scan whole",
    2: (
        "balloon because before being cement client create doctor fracture "
        "needle little muscles patient people places science settled table treatment "
        "treated trying weakness million movement"
    ),
    3: (
        "area benefit companion created hospital infection injection medical medicine "
        "procedure serious surgery vertebra vertebrae video improvement"
    ),
    4: "anaesthetic diagnosis emergency kyphoplasty operation radiation usually",
    5: "vertebroplasty",
    6: "osteoporosis physiotherapist",
}


@pytest.mark.parametrize(
    "word, number",
    [(word, number) for number, words in COUNTED.items() for word in words.split()],
)
def test_common_words_have_the_syllables_of_a_dictionary(word, number):
    assert syllables(word) == number


@pytest.mark.parametrize("word", ["44", "0.7", "", "’", "–", "x", "hmm", "骨"])
def test_anything_else_counts_as_one(word):
    assert syllables(word) == 1


def test_the_parts_of_a_hyphenated_word_are_counted_separately():
    assert syllables("needle-like") == 3
    assert syllables("Can’t") == syllables("can't") == 1
