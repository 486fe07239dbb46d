"""
How hard a text is to read, by formulas that count and know nothing of its sense.

Flesch-Kincaid and ARI give the school years that English needs. LIX counts long words
and long sentences; it suits languages whose alphabets write every sound. For all other
languages there is no figure: a wrong one would be worse than none.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from spine_content.quality.sentences import letters, sentences, syllables, words

#: Below so many words a figure changes with every sentence.
MIN_WORDS = 50
#: Letters of a word that LIX calls long: more than these.
MAX_SHORT_WORD = 6
#: Alphabets that LIX was tried on.
ALPHABETS = frozenset({"LATIN", "CYRILLIC", "GREEK"})
#: Written with these letters, but syllable by syllable.
SYLLABIC_LANGUAGES = frozenset({"vi"})


@dataclass(frozen=True)
class Counts:
    """What the formulas are fed with."""

    sentences: int
    words: int
    letters: int
    syllables: int
    long_words: int


@dataclass(frozen=True)
class Readability:
    """The figures of a text; ``None`` for a formula that does not suit it."""

    counts: Counts
    grade: float | None = None
    ari: float | None = None
    lix: float | None = None


def count(texts: Iterable[str], without: frozenset[str] = frozenset()) -> Counts:
    """Counts over paragraphs. Words in ``without`` (small letters) are not counted."""
    word_lists = [
        [word for word in words(sentence) if word.lower() not in without]
        for text in texts
        for sentence in sentences(text)
    ]
    counted = [sentence for sentence in word_lists if sentence]
    # A text says the same words again and again: each is looked at once.
    every = Counter(word for sentence in counted for word in sentence)
    lengths = {word: letters(word) for word in every}
    return Counts(
        sentences=len(counted),
        words=every.total(),
        letters=sum(lengths[word] * times for word, times in every.items()),
        syllables=sum(syllables(word) * times for word, times in every.items()),
        long_words=sum(
            times for word, times in every.items() if lengths[word] > MAX_SHORT_WORD
        ),
    )


def flesch_kincaid(counts: Counts) -> float:
    per_sentence = counts.words / counts.sentences
    return 0.39 * per_sentence + 11.8 * counts.syllables / counts.words - 15.59


def automated_readability_index(counts: Counts) -> float:
    """The Automated Readability Index."""
    per_sentence = counts.words / counts.sentences
    return 4.71 * counts.letters / counts.words + 0.5 * per_sentence - 21.43


def lix(counts: Counts) -> float:
    return counts.words / counts.sentences + 100 * counts.long_words / counts.words


def suitable_formulas(text: str, language: str) -> frozenset[str]:
    """Which of ``grade``, ``ari`` and ``lix`` suit a text in a language."""
    base = language.lower().replace("_", "-").partition("-")[0]
    alphabet = _alphabet(text)
    if alphabet not in ALPHABETS or base in SYLLABIC_LANGUAGES:
        return frozenset()
    if base == "en" and alphabet == "LATIN":
        return frozenset({"grade", "ari"})
    return frozenset({"lix"})


def readability(
    texts: Iterable[str], language: str, without: frozenset[str] = frozenset()
) -> Readability:
    """The figures of some paragraphs, where they are long enough to have any."""
    texts = list(texts)
    counts = count(texts, without)
    suited = suitable_formulas(" ".join(texts), language)
    if counts.words < MIN_WORDS:
        return Readability(counts)
    return Readability(
        counts,
        grade=round(flesch_kincaid(counts), 1) if "grade" in suited else None,
        ari=round(automated_readability_index(counts), 1) if "ari" in suited else None,
        lix=round(lix(counts), 1) if "lix" in suited else None,
    )


def _alphabet(text: str) -> str:
    """The one that most letters belong to, as Unicode calls it."""
    found: Counter[str] = Counter()
    for letter, times in Counter(text).items():
        if letter.isalpha():
            found[unicodedata.name(letter, " ").split(" ")[0]] += times
    return found.most_common(1)[0][0] if found else ""
