"""Texts cut into sentences and words, by rules plain enough to check by hand."""

import re

#: A word, a number, or several joined by apostrophes, hyphens, full stops or commas.
WORD = re.compile(r"\w+(?:[’'.,\-‑]\w+)*")
#: The end of a sentence: a mark, what closes after it, and a space.
END = re.compile(r"[.!?…]+[\"'”’»)\]]*\s+")
#: Words that end in a full stop and no sentence.
ABBREVIATIONS = frozenset(
    (
        *("dr", "mr", "mrs", "ms", "prof", "st", "no", "nos", "fig", "vs", "e.g"),
        *("i.e", "approx", "ca", "cf", "ref", "p", "pp", "vol", "z.b", "d.h", "bzw"),
        *("evtl", "ggf", "nr", "u.a", "p.ex", "m", "mme", "art", "sr", "sra", "p.ej"),
    )
)
#: What a new sentence begins with: no small letter.
BEGINNING = re.compile(r"[\"'“‘„«»(\[¿¡\-–—•]*\s*[^\W_a-zß-öø-ÿа-яё]")


def words(text: str) -> list[str]:
    """The words of a text. A number is a word; so is one with a hyphen."""
    return WORD.findall(text)


def sentences(text: str) -> list[str]:
    """The sentences of one paragraph. Its end is the end of a sentence."""
    found, start = [], 0
    for end in END.finditer(text):
        if _goes_on(text[start : end.start()], text[end.end() :]):
            continue
        found.append(text[start : end.end()].strip())
        start = end.end()
    found.append(text[start:].strip())
    return [sentence for sentence in found if words(sentence)]


def letters(word: str) -> int:
    """How many letters and digits it has."""
    return sum(character.isalnum() for character in word)


def _goes_on(before: str, after: str) -> bool:
    last = before.rsplit(maxsplit=1)[-1:] or [""]
    word = last[0].strip("\"'“‘„«([").lower()
    # “A. Example” is a name; “vitamin K.” is rare enough to be counted wrong.
    is_initial = len(word) == 1 and word.isalpha()
    return word in ABBREVIATIONS or is_initial or not BEGINNING.match(after)
