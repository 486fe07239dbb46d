"""Claims without a number, each with the fact that could stand in its place."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spine_content.quality.claim_phrases import (
    Claim,
    ClaimKind,
    LanguagePhrases,
    phrases_for,
)
from spine_content.quality.sentences import sentences, words
from spine_content.quality.types import Advice, AdviceTopic, FactSentence, Paragraph

#: ``found`` is the claim in the words of the page.
REASONS: dict[ClaimKind, Any] = {
    ClaimKind.SAFETY: gettext_lazy(
        "“%(found)s” means something else to everybody. Say what can go wrong, and "
        "how often."
    ),
    ClaimKind.EFFECT: gettext_lazy(
        "“%(found)s” does not say how well it works, for whom, or compared with what."
    ),
    ClaimKind.FREQUENCY: gettext_lazy(
        "“%(found)s” can be read as a few or as nearly all. Say how many out of 100."
    ),
    ClaimKind.PROMISE: gettext_lazy(
        "“%(found)s” promises what nobody can promise to one person."
    ),
    ClaimKind.ONE_IN: gettext_lazy(
        "“%(found)s” is hard to compare with other numbers. Count out of 100 or 1,000 "
        "everywhere."
    ),
    ClaimKind.RELATIVE: gettext_lazy(
        "“%(found)s” makes a small change look big. Say how many out of 100 with it "
        "and without it."
    ),
    ClaimKind.STUDIES: gettext_lazy(
        "“%(found)s” does not say which ones. Name the source."
    ),
}
QUOTED_REASON = gettext_lazy(
    "“%(found)s” is how one person tells it, and stays as it is. Readers need "
    "to see beside it what usually happens."
)
#: Groups of facts to suggest for each kind of claim, the best first.
FACT_GROUPS = {
    ClaimKind.SAFETY: ("harms",),
    ClaimKind.EFFECT: ("benefits",),
    ClaimKind.PROMISE: ("benefits", "recovery"),
    ClaimKind.FREQUENCY: ("benefits",),
    ClaimKind.RELATIVE: ("benefits", "harms"),
}
#: A count that stands beside a claim: “53 of 100”, “53 out of 100”.
COUNT = re.compile(r"\d[,.]*\s+(?:out of|of|von|sur|de)\s+(?:\w+\s+){0,2}\d")
#: How many words before a claim can negate it, and in how many characters they stand:
#: reading all that comes before each claim would take long in a long sentence.
NEGATING_WORDS = 4
NEGATING_CHARACTERS = 200
#: Shorter words do not say what a sentence is about.
MIN_WORD_LENGTH = 4
#: Longer numbers are no counts of people.
MAX_DIGITS = 9


def claim_advice(
    paragraphs: Iterable[Paragraph], language: str, facts: Sequence[FactSentence] = ()
) -> Iterator[Advice]:
    """Every claim without a number, each once in a sentence."""
    phrases = phrases_for(language)
    if phrases is None:
        return
    for paragraph in paragraphs:
        # Few paragraphs claim anything: most need not be cut into sentences.
        text = paragraph.text
        possible = [claim for claim in phrases.claims if claim.pattern.search(text)]
        for sentence in sentences(text) if possible else ():
            for claim in possible:
                if found := _find(claim, sentence, phrases):
                    suggestion = _suggest(claim.kind, found, sentence, phrases, facts)
                    yield _advice(claim, found, sentence, paragraph, suggestion)


def _find(claim: Claim, sentence: str, phrases: LanguagePhrases) -> str:
    for match in claim.pattern.finditer(sentence):
        start = match.start()
        before = words(sentence[max(0, start - NEGATING_CHARACTERS) : start].lower())
        if phrases.negations.isdisjoint(before[-NEGATING_WORDS:]):
            # “Most people (53 of 100)” says how many.
            has_count = claim.kind == ClaimKind.FREQUENCY and COUNT.search(sentence)
            return "" if has_count else match[0]
    return ""


def _advice(
    claim: Claim, found: str, sentence: str, paragraph: Paragraph, suggestion: str
) -> Advice:
    reason = QUOTED_REASON if paragraph.is_quoted else REASONS[claim.kind]
    return Advice(
        f"claim:{claim.key}",
        AdviceTopic.CLAIM,
        str(reason) % {"found": found},
        paragraph.location,
        sentence,
        found,
        suggestion,
    )


def _suggest(
    kind: ClaimKind,
    found: str,
    sentence: str,
    phrases: LanguagePhrases,
    facts: Sequence[FactSentence],
) -> str:
    """A sentence that says it with a number, or an empty string."""
    if kind == ClaimKind.ONE_IN:
        return _out_of(re.findall(r"\d+", found.replace(",", ""))[-1])
    groups = FACT_GROUPS.get(kind, ())
    lowered = sentence.lower()
    if kind == ClaimKind.FREQUENCY and any(s in lowered for s in phrases.harm_stems):
        groups = ("harms",)
    fitting = [fact for group in groups for fact in facts if fact.group == group]
    if not fitting:
        return ""
    stems = _stems(sentence)
    # Where two are as near, how many out of 100 is what readers can do most with.
    return max(
        fitting, key=lambda fact: (len(_stems(fact.sentence) & stems), fact.is_count)
    ).sentence


def _stems(text: str) -> set[str]:
    # Five letters, so that “leaks” and “leakage” are one.
    return {word.lower()[:5] for word in words(text) if len(word) >= MIN_WORD_LENGTH}


def _out_of(digits: str) -> str:
    """“1 in 20” as a count out of a round number: “5 out of 100”."""
    if len(digits) > MAX_DIGITS or int(digits) <= 1:
        return ""
    number = int(digits)
    base = next((base for base in (100, 1000) if base >= number), 10_000)
    count = round(base / number)
    values = {"count": count, "base": f"{base:,}"}
    if count * number == base:
        return _("%(count)s out of %(base)s") % values
    return _("about %(count)s out of %(base)s") % values
