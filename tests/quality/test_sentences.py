import pytest

from spine_content.quality.sentences import sentences, words


@pytest.mark.parametrize(
    "text, parts",
    [
        ("One. Two! Three? Four… Five", ["One.", "Two!", "Three?", "Four…", "Five"]),
        ("It fell by 0.7 points. So what?", ["It fell by 0.7 points.", "So what?"]),
        ("Ask Dr. Sample. She knows.", ["Ask Dr. Sample.", "She knows."]),
        ("Some food, e.g. Bread, is fine.", ["Some food, e.g. Bread, is fine."]),
        ("See A. Example and others.", ["See A. Example and others."]),
        ("It hurts etc. but it heals.", ["It hurts etc. but it heals."]),
        ("He said “stop.” Then he left.", ["He said “stop.”", "Then he left."]),
        ("(See above.) Go on.", ["(See above.)", "Go on."]),
        ("Was ist das? Äußerlich nichts.", ["Was ist das?", "Äußerlich nichts."]),
        ("Болит. Это пройдёт.", ["Болит.", "Это пройдёт."]),
        ("Back in 2 days. 44 of 100 were.", ["Back in 2 days.", "44 of 100 were."]),
        ("No end", ["No end"]),
        ("…", []),
        ("", []),
    ],
)
def test_a_text_is_split_into_sentences(text, parts):
    assert sentences(text) == parts


def test_numbers_and_words_with_hyphens_are_one_word():
    text = "In 1,000 follow-ups, pain fell by 0.7: that’s little."
    assert words(text) == [
        *("In", "1,000", "follow-ups", "pain", "fell", "by", "0.7", "that’s", "little")
    ]
