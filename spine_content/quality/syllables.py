"""How many syllables an English word has, by its spelling. Nothing is downloaded."""

import re
from functools import lru_cache

#: More words than most sites use. Beyond that, those that were met last are kept.
KNOWN_WORDS = 20_000
VOWELS = re.compile(r"[aeiouy]+")
#: Letters that are written and not said.
SILENT = [
    re.compile(r"(?<=[aeiouy])[^aeiouy]+e$(?<![^aeiouy]le)"),
    re.compile(
        r"(?<=[aeiouy])[^aeiouy]+es$(?<![cgsxz]es)(?<![cs]hes)(?<![^aeiouy]les)"
    ),
    re.compile(r"(?<=[aeiouy])[^aeiouy]+ed$(?<![dt]ed)(?<![^aeiouyl]led)"),
    re.compile(r"(?<=[aeiouy])[^aeiouyl]+e(?=(ly|ful|less|ness|ment)s?$)"),
]
#: Vowels side by side that are said one by one.
APART = [
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


@lru_cache(KNOWN_WORDS)
def syllables(word: str) -> int:
    """At least one. Numbers and signs count as one; hyphens part words."""
    parts = re.split(r"[^a-z’']+", word.lower())
    return max(1, sum(_of_part(re.sub(r"[’']", "", part)) for part in parts if part))


def _of_part(word: str) -> int:
    if word in EXCEPTIONS:
        return EXCEPTIONS[word]
    count = len(VOWELS.findall(word))
    count -= any(pattern.search(word) for pattern in SILENT[:3])
    count -= bool(SILENT[3].search(word))
    count += sum(len(pattern.findall(word)) for pattern in APART)
    return max(1, count)
