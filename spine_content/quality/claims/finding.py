"""Claims that no number stands behind, with the fact that could stand there."""

import re
from collections.abc import Iterable, Iterator, Sequence

from django.utils.translation import gettext as _

from spine_content.quality.claims.english import ENGLISH
from spine_content.quality.claims.french import FRENCH
from spine_content.quality.claims.german import GERMAN
from spine_content.quality.claims.kinds import WHY, Claim, Kind, Phrases
from spine_content.quality.claims.spanish import SPANISH
from spine_content.quality.sentences import sentences, words
from spine_content.quality.types import Advice, Known, Passage, Topic

LANGUAGES: dict[str, Phrases] = {
    "en": ENGLISH,
    "de": GERMAN,
    "fr": FRENCH,
    "es": SPANISH,
}
#: A count that stands beside a claim: “53 of 100”, “53 out of 100”.
COUNTED = re.compile(r"\d[\d,.]*\s+(?:out of|of|von|sur|de)\s+(?:\w+\s+){0,2}\d")
#: How far before a claim a word can deny it.
REACH = 4
#: Groups of facts that answer a claim, the best first.
ANSWERED_BY = {
    Kind.SAFETY: ("harms",),
    Kind.EFFECT: ("benefits",),
    Kind.PROMISE: ("benefits", "recovery"),
    Kind.FREQUENCY: ("benefits",),
    Kind.RELATIVE: ("benefits", "harms"),
}
#: Shorter words say nothing about what a sentence is about.
TELLING = 4


def claims(
    passages: Iterable[Passage], language: str, facts: Sequence[Known] = ()
) -> Iterator[Advice]:
    """Every claim without a number, each once in a sentence."""
    phrases = LANGUAGES.get(language.lower().replace("_", "-").partition("-")[0])
    if phrases is None:
        return
    for passage in passages:
        # Few paragraphs claim anything: most need not be cut into sentences.
        text = passage.text
        possible = [each for each in phrases.claims if each.pattern.search(text)]
        for sentence in sentences(text) if possible else ():
            for claim in possible:
                if found := _found(claim, sentence, phrases):
                    yield _advice(claim, found, sentence, passage, phrases, facts)


def _found(claim: Claim, sentence: str, phrases: Phrases) -> str:
    for match in claim.pattern.finditer(sentence):
        before = words(sentence[: match.start()])[-REACH:]
        if phrases.denials.isdisjoint(word.lower() for word in before):
            # “Most people (53 of 100)” says how many.
            counted = claim.kind == Kind.FREQUENCY and COUNTED.search(sentence)
            return "" if counted else match[0]
    return ""


def _advice(
    claim: Claim,
    found: str,
    sentence: str,
    passage: Passage,
    phrases: Phrases,
    facts: Sequence[Known],
) -> Advice:
    why = str(WHY[claim.kind]) % {"found": found}
    if passage.is_quoted:
        why = _(
            "“%(found)s” is how one person tells it, and stays as it is. Readers need "
            "to see beside it what usually happens."
        ) % {"found": found}
    return Advice(
        f"claim:{claim.key}",
        Topic.CLAIM,
        why,
        passage.place,
        sentence,
        found,
        suggestion(claim.kind, found, sentence, phrases, facts),
    )


def suggestion(
    kind: Kind,
    found: str,
    sentence: str,
    phrases: Phrases,
    facts: Sequence[Known],
) -> str:
    """A sentence that says it with a number, where there is one."""
    if kind == Kind.ONE_IN:
        return _out_of(int(re.findall(r"\d+", found.replace(",", ""))[-1]))
    groups = ANSWERED_BY.get(kind, ())
    if kind == Kind.FREQUENCY and _is_about_harm(sentence, phrases):
        groups = ("harms",)
    fitting = [fact for group in groups for fact in facts if fact.group == group]
    return (
        max(fitting, key=lambda fact: _likeness(fact, sentence)).sentence
        if fitting
        else ""
    )


def _is_about_harm(sentence: str, phrases: Phrases) -> bool:
    return any(beginning in sentence.lower() for beginning in phrases.harms)


def _likeness(fact: Known, sentence: str) -> tuple[int, bool]:
    # How many out of 100 is what readers can do most with.
    return len(_telling(fact.sentence) & _telling(sentence)), fact.is_count


def _telling(text: str) -> set[str]:
    # Five letters, so that “leaks” and “leakage” are one.
    return {word.lower()[:5] for word in words(text) if len(word) >= TELLING}


def _out_of(number: int) -> str:
    if number <= 1:
        return ""
    base = next((base for base in (100, 1000) if base >= number), 10_000)
    count = round(base / number)
    said = {"count": count, "base": f"{base:,}"}
    if count * number == base:
        return _("%(count)s out of %(base)s") % said
    return _("about %(count)s out of %(base)s") % said
