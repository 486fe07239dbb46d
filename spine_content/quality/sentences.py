"""Texts cut into sentences and words, by rules plain enough to check by hand."""

import re
from functools import lru_cache

#: A word, a number, or several joined by apostrophes, hyphens, full stops or commas.
WORD = re.compile(r"\w+(?:[’'.,\-‑]\w+)*")
#: The end of a sentence: marks, what closes after them, and a space. It begins at the
#: first of several marks only, or a text of nothing but full stops would take hours.
END = re.compile(r"(?<![.!?…])[.!?…]+[\"'”’»)\]]*\s+")
#: Words that end in a full stop and no sentence.
ABBREVIATIONS = frozenset(
    (
        *("dr", "mr", "mrs", "ms", "prof", "st", "no", "nos", "fig", "vs", "e.g"),
        *("i.e", "approx", "ca", "cf", "ref", "p", "pp", "vol", "z.b", "d.h", "bzw"),
        *("evtl", "ggf", "nr", "u.a", "p.ex", "m", "mme", "art", "sr", "sra", "p.ej"),
    )
)
#: No abbreviation with quotation marks around it is longer.
MAX_ABBREVIATION = 40
#: What a new sentence begins with: no small letter.
BEGINNING = re.compile(r"[\"'“‘„«»(\[¿¡\-–—•]*\s*[^\W_a-zß-öø-ÿа-яё]")


def words(text: str) -> list[str]:
    """The words of a text. A number is a word; so is one with a hyphen."""
    return WORD.findall(text)


def sentences(text: str) -> list[str]:
    """The sentences of one paragraph. Its end is the end of a sentence."""
    found, start = [], 0
    for end in END.finditer(text):
        before = text[max(start, end.start() - MAX_ABBREVIATION) : end.start()]
        if not _ends_in_abbreviation(before) and BEGINNING.match(text, end.end()):
            found.append(text[start : end.end()].strip())
            start = end.end()
    found.append(text[start:].strip())
    return [sentence for sentence in found if WORD.search(sentence)]


def letters(word: str) -> int:
    """How many letters and digits it has."""
    return sum(character.isalnum() for character in word)


def _ends_in_abbreviation(text: str) -> bool:
    last = text.rsplit(maxsplit=1)[-1:] or [""]
    word = last[0].strip("\"'“‘„«([").lower()
    # “A. Example” is a name; “vitamin K.” is rare enough to be counted wrong.
    return word in ABBREVIATIONS or (len(word) == 1 and word.isalpha())


#: More words than most sites use.
CACHED_WORDS = 20_000
VOWELS = re.compile(r"[aeiouy]+")
#: Endings whose vowel is written and not said.
SILENT = [
    re.compile(r"(?<=[aeiouy])[^aeiouy]+e$(?<![^aeiouy]le)"),
    re.compile(
        r"(?<=[aeiouy])[^aeiouy]+es$(?<![cgsxz]es)(?<![cs]hes)(?<![^aeiouy]les)"
    ),
    re.compile(r"(?<=[aeiouy])[^aeiouy]+ed$(?<![dt]ed)(?<![^aeiouyl]led)"),
    re.compile(r"(?<=[aeiouy])[^aeiouyl]+e(?=(ly|ful|less|ness|ment)s?$)"),
]
#: Vowels side by side that are said one by one.
SEPARATE = [
    re.compile(r"(?<![cgstx])i(?:[au]|o(?!n))|(?<![cglnstx])ion"),
    re.compile(r"(?<=[aeo]t)io(?!n)|(?<=phys)io"),
    re.compile(r"(?<![gp])eo"),
    re.compile(r"(?<![qg])ua(?=l|t)"),
    re.compile(r"crea(?=t)|iet|oing|[aeiouy]ing(?<=[eyu]ing)"),
]
#: Words that spelling misleads about, and that patients meet often.
EXCEPTIONS = {
    **dict.fromkeys(("maybe", "every", "business", "something", "sometimes"), 2),
    **dict.fromkeys(("science", "ruin", "fluid", "being", "doing", "going"), 2),
    **dict.fromkeys(("people", "create", "created", "someone", "somewhere"), 2),
    **dict.fromkeys(("client", "giant", "fuel", "cruel", "poem"), 2),
    **dict.fromkeys(("therefore", "real", "really", "lying", "quiet"), 2),
    **dict.fromkeys(("area", "areas", "idea", "ideas", "everything", "everyone"), 3),
    **dict.fromkeys(("somebody", "anyone", "radius", "period", "medicine"), 3),
    "created": 3,
    "real": 1,
}


@lru_cache(CACHED_WORDS)
def syllables(word: str) -> int:
    """At least one. Numbers and signs count as one; hyphens part words."""
    parts = re.split(r"[^a-z’']+", word.lower())
    return max(
        1, sum(_syllables_of_part(re.sub(r"[’']", "", part)) for part in parts if part)
    )


def _syllables_of_part(word: str) -> int:
    if word in EXCEPTIONS:
        return EXCEPTIONS[word]
    count = len(VOWELS.findall(word))
    count -= any(pattern.search(word) for pattern in SILENT[:3])
    count -= bool(SILENT[3].search(word))
    count += sum(len(pattern.findall(word)) for pattern in SEPARATE)
    return max(1, count)
