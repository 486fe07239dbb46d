"""Words that frighten, and sentences that hide who does what. English only, so far."""

import re
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from spine_content.quality.sentences import sentences, words
from spine_content.quality.types import Advice, Passage, Topic

ALARMING = re.compile(
    r"\b(agon(?:y|izing|ising)|catastroph\w+|crippl\w+|deadly|devastat\w+|dreaded|"
    r"excruciating|gruesome|horrif\w+|horrible|nightmare|terrif\w+|terrible|"
    r"ticking time bomb|time bomb|victims?|suffer(?:s|ing|ed)? from|"
    r"wheelchair[- ]bound)\b|!{2,}",
    re.IGNORECASE,
)
PARTICIPLES = (
    r"\w{2,}ed|begun|broken|brought|built|chosen|cut|done|drawn|driven|felt|found|given|"
    r"held|kept|known|laid|led|left|lost|made|met|paid|put|read|run|said|seen|sent|set|"
    r"shown|shut|sewn|taken|taught|thought|told|understood|used|worn|written"
)
#: No participles: they tell how something is.
STATES = (
    r"(?!(?:tired|worried|based|supposed|allowed|limited|married|retired|needed)\b)"
)
PASSIVE = re.compile(
    rf"\b(?:is|are|was|were|be|been|being)\s+(?:not\s+)?(?:\w+ly\s+)?{STATES}"
    rf"(?:{PARTICIPLES})\b",
    re.IGNORECASE,
)
#: Some passive sentences are good ones: from this share on, a text sounds like a form.
MANY = 0.25
FEWEST = 8

CALM = gettext_lazy(
    "“%(found)s” frightens without telling anything. Say what happens, and what to do."
)


def wording(passages: Iterable[Passage], language: str) -> Iterator[Advice]:
    """Alarming words one by one, and the passive voice where there is much of it."""
    if language.lower()[:2] != "en":
        return
    own = [passage for passage in passages if not passage.is_quoted]
    for passage in own:
        for sentence in sentences(passage.text):
            if match := ALARMING.search(sentence):
                why = CALM % {"found": match[0]}
                key = f"alarming:{match[0].lower()}"
                yield Advice(key, Topic.WORDING, why, passage.place, sentence, match[0])
    yield from _passive([passage for passage in own if passage.is_prose])


def _passive(passages: list[Passage]) -> Iterator[Advice]:
    told = [(each, passage) for passage in passages for each in sentences(passage.text)]
    passive = [(each, passage) for each, passage in told if PASSIVE.search(each)]
    if len(told) < FEWEST or len(passive) < MANY * len(told):
        return
    sentence, passage = passive[0]
    match = PASSIVE.search(sentence)
    why = _(
        "%(count)s of %(all)s sentences say what is done and not who does it. “We put "
        "a needle in” is easier to follow than “a needle is put in”. This is one of "
        "them."
    ) % {"count": len(passive), "all": len(told)}
    found = match[0] if match else ""
    yield Advice("passive", Topic.WORDING, why, passage.place, sentence, found)


#: More words than these are hard to hold in mind while reading.
MOST_WORDS = 20


def long_sentences(passages: Iterable[Passage]) -> Iterator[Advice]:
    """Every sentence that is too long, with the place where it stands."""
    for passage in passages:
        for sentence in sentences(passage.text) if passage.is_prose else ():
            number = len(words(sentence))
            if number > MOST_WORDS:
                why = ngettext(
                    "%(number)s word in one sentence. Many readers have lost the "
                    "beginning by its end: say it in two.",
                    "%(number)s words in one sentence. Many readers have lost the "
                    "beginning by its end: say it in two.",
                    number,
                ) % {"number": number}
                yield Advice("long", Topic.LONG, why, passage.place, sentence)
