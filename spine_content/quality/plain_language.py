"""Words that frighten, and sentences that hide who does what. English only, so far."""

import re
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from spine_content.quality.sentences import sentences, words
from spine_content.quality.types import Advice, AdviceTopic, Paragraph

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
#: Adjectives that look like participles.
ADJECTIVES = (
    r"(?!(?:tired|worried|based|supposed|allowed|limited|married|retired|needed)\b)"
)
PASSIVE = re.compile(
    rf"\b(?:is|are|was|were|be|been|being)\s+(?:not\s+)?(?:\w+ly\s+)?{ADJECTIVES}"
    rf"(?:{PARTICIPLES})\b",
    re.IGNORECASE,
)
#: Some passive sentences are good ones: from this share on, a text sounds like a form.
MAX_PASSIVE_SHARE = 0.25
#: Shorter texts are not judged by a share.
MIN_SENTENCES = 8
#: More words than these are hard to hold in mind while reading.
MAX_WORDS = 20
#: As many characters of a key are stored with an answer.
MAX_KEY_LENGTH = 80

ALARMING_REASON = gettext_lazy(
    "“%(found)s” frightens without telling anything. Say what happens, and what to do."
)


def wording_advice(paragraphs: Iterable[Paragraph], language: str) -> Iterator[Advice]:
    """Alarming words one by one, and the passive voice where there is much of it."""
    if language.lower()[:2] != "en":
        return
    own = [
        (paragraph, sentence)
        for paragraph in paragraphs
        if not paragraph.is_quoted
        for sentence in sentences(paragraph.text)
    ]
    for paragraph, sentence in own:
        if match := ALARMING.search(sentence):
            why = ALARMING_REASON % {"found": match[0]}
            key = f"alarming:{match[0].lower()}"[:MAX_KEY_LENGTH]
            yield _advice(key, why, paragraph, sentence, match[0])
    yield from _passive_advice([each for each in own if each[0].is_prose])


def _passive_advice(own: list[tuple[Paragraph, str]]) -> Iterator[Advice]:
    passive = [
        (paragraph, sentence, match[0])
        for paragraph, sentence in own
        if (match := PASSIVE.search(sentence))
    ]
    if len(own) < MIN_SENTENCES or len(passive) < MAX_PASSIVE_SHARE * len(own):
        return
    why = _(
        "%(count)s of %(all)s sentences say what is done and not who does it. “We put "
        "a needle in” is easier to follow than “a needle is put in”. This is one of "
        "them."
    ) % {"count": len(passive), "all": len(own)}
    yield _advice("passive", why, *passive[0])


def _advice(
    key: str, why: str, paragraph: Paragraph, sentence: str, highlight: str
) -> Advice:
    return Advice(
        key, AdviceTopic.WORDING, why, paragraph.location, sentence, highlight
    )


def long_sentence_advice(paragraphs: Iterable[Paragraph]) -> Iterator[Advice]:
    """Every sentence that is too long, with where it stands."""
    for paragraph in paragraphs:
        for sentence in sentences(paragraph.text) if paragraph.is_prose else ():
            number = len(words(sentence))
            if number > MAX_WORDS:
                why = ngettext(
                    "%(number)s word in one sentence. Many readers have lost the "
                    "beginning by its end: say it in two.",
                    "%(number)s words in one sentence. Many readers have lost the "
                    "beginning by its end: say it in two.",
                    number,
                ) % {"number": number}
                yield Advice(
                    "long", AdviceTopic.LONG, why, paragraph.location, sentence
                )
