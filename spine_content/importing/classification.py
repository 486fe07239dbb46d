"""
Classifying: which page type fits a document, with reasons that a person can check.

It would rather ask than guess: a wrong type costs more work than a question.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from spine_content.importing.documents import (
    ASK,
    ParsedDocument,
    Proposal,
    Questions,
    SourceDocument,
    Table,
    Text,
    all_parts,
)
from spine_content.importing.page_type_keywords import (
    CATEGORY_KEYWORDS,
    FIRST_PERSON_PRONOUNS,
    HEADING_KEYWORDS,
    STEP_HEADING,
    TITLE_KEYWORDS,
)

#: What a type needs, and how far it must be ahead of the next one.
MINIMUM_SCORE = 2.0
MINIMUM_LEAD = 1.0
#: Words in the first person among all words, and how many there must be.
FIRST_PERSON_SHARE = 0.03
FIRST_PERSON_WORDS = 6
WORDS_LOOKED_AT = 3000
SMALL_HEADING = re.compile(r"<h3>(.*?)</h3>")
TAG = re.compile(r"<[^>]*>")
WORD = re.compile(r"[^\W\d_]+")
NUMBER = re.compile(r"\d+")


@dataclass
class _Scores:
    """How much speaks for each type, and what."""

    found: Counter[str] = field(default_factory=Counter)
    reasons: dict[str, list[str]] = field(default_factory=dict)

    def add(self, page_type: str, scores: float, reason: str) -> None:
        self.found[page_type] += scores  # type: ignore[assignment]
        self.reasons.setdefault(page_type, []).append(reason)


def classify(parsed: ParsedDocument, document: SourceDocument) -> Proposal:
    """The page type that fits, or ``ASK``."""
    scores = _Scores()
    headings = list(_headings(parsed))
    _score_headings(scores, headings)
    _score_title(scores, parsed.title)
    _score_category(scores, document)
    _score_numbered_headings(scores, headings)
    _score_tables(scores, parsed)
    _score_first_person(scores, parsed)
    _score_links(scores, parsed)
    return _proposal(scores)


def _proposal(scores: _Scores) -> Proposal:
    ranking = scores.found.most_common(2)
    if not ranking:
        reason = _("Nothing in it says what kind of page it was.")
        return Proposal(ASK, [reason])
    best, score = ranking[0]
    second = ranking[1][1] if len(ranking) > 1 else 0
    if score >= MINIMUM_SCORE and score - second >= MINIMUM_LEAD:
        return Proposal(best, scores.reasons[best])
    reasons = [reason for kind, _score in ranking for reason in scores.reasons[kind]]
    if score < MINIMUM_SCORE:
        return Proposal(ASK, [*reasons, _("That is not enough to be sure.")])
    return Proposal(ASK, [*reasons, _("Both kinds of page would fit.")])


def _headings(parsed: ParsedDocument) -> Iterator[str]:
    yield from (section.heading for section in parsed.sections)
    for part in all_parts(parsed):
        if isinstance(part, Questions):
            yield from (question for question, _answer in part.items)
        elif isinstance(part, Text):
            yield from SMALL_HEADING.findall(part.html)


def _score_headings(scores: _Scores, headings: list[str]) -> None:
    reasons = {
        "procedure": _("The heading “%s” is one of a page about a procedure."),
        "recovery": _("The heading “%s” is one of a recovery guide."),
        "topic": _("The heading “%s” is one of a page about a condition."),
    }
    for kind, subjects in HEADING_KEYWORDS.items():
        for subject in subjects:
            heading = next((text for text in headings if subject.search(text)), "")
            if heading:
                scores.add(kind, 1, reasons[kind] % heading)


def _score_title(scores: _Scores, title: str) -> None:
    for kind, pattern in TITLE_KEYWORDS.items():
        if match := pattern.search(title):
            reason = _("Its title has the words “%s”.") % match[0].strip()
            # “My rights as a patient” is no story.
            scores.add(kind, 1.5 if kind == "story" else 2, reason)


def _score_category(scores: _Scores, document: SourceDocument) -> None:
    """What the editors of the old site said: its category, or its folder."""
    try:
        path = unquote(urlsplit(document.address).path)
    except ValueError:
        path = ""
    folders = [step for step in path.split("/")[:-2] if step]
    for kind, pattern in CATEGORY_KEYWORDS.items():
        for name in document.categories:
            if pattern.search(name):
                scores.add(kind, 2.5, _("It was filed under “%s”.") % name)
                break
        else:
            folder = next((name for name in folders if pattern.search(name)), "")
            if folder:
                scores.add(kind, 1.5, _("It was in the folder “%s”.") % folder)


def _score_numbered_headings(scores: _Scores, headings: list[str]) -> None:
    """Headings that count, in any language: “Day 1”, “Day 2”, “Day 3”."""
    series: dict[str, list[str]] = {}
    for heading in headings:
        bare = NUMBER.sub("#", heading.split(":")[0]).strip().casefold()
        if "#" in bare and WORD.search(bare) and not STEP_HEADING.search(bare):
            series.setdefault(bare, []).append(heading)
    for found in series.values():
        if len(found) > 2:
            reason = _("Its headings count, from “%(first)s” to “%(last)s”.")
            said = {"first": found[0], "last": found[-1]}
            scores.add("recovery", 1.5, reason % said)
            return


def _score_tables(scores: _Scores, parsed: ParsedDocument) -> None:
    title = parsed.title.casefold()
    for part in all_parts(parsed):
        if not isinstance(part, Table):
            continue
        sides = [name for name in part.columns[1:] if name]
        named = [name for name in sides if name.casefold() in title]
        if len(named) > 1:
            reason = _("Its title and its table both name “%(one)s” and “%(two)s”.")
            scores.add("comparison", 2, reason % {"one": named[0], "two": named[1]})
            return
        if len(sides) > 1 and len(part.rows) > 2 and part.rows_have_names:
            reason = _("A table compares “%(one)s” with “%(two)s” in %(rows)d rows.")
            said = {"one": sides[0], "two": sides[1], "rows": len(part.rows)}
            scores.add("comparison", 1, reason % said)
            return


def _score_first_person(scores: _Scores, parsed: ParsedDocument) -> None:
    """Somebody tells of himself or herself, where we know the words for it."""
    words = _words(parsed)
    if not words:
        return
    language = parsed.language[:2]
    known = (
        [language] if language in FIRST_PERSON_PRONOUNS else list(FIRST_PERSON_PRONOUNS)
    )
    counts = Counter(words)
    used, code = max(
        (sum(counts[w] for w in FIRST_PERSON_PRONOUNS[c]), c) for c in known
    )
    if used >= FIRST_PERSON_WORDS and used >= FIRST_PERSON_SHARE * len(words):
        shown = [
            w for w, _n in counts.most_common() if w in FIRST_PERSON_PRONOUNS[code]
        ][:2]
        reason = ngettext(
            "Somebody tells of himself or herself: “%(words)s” stands there %(count)d "
            "time in %(total)d words.",
            "Somebody tells of himself or herself: “%(words)s” stand there %(count)d "
            "times in %(total)d words.",
            used,
        ) % {"words": "”, “".join(shown), "count": used, "total": len(words)}
        scores.add(
            "story", 3 if used >= 2 * FIRST_PERSON_SHARE * len(words) else 2, reason
        )


def _words(parsed: ParsedDocument) -> list[str]:
    words: list[str] = []
    for part in all_parts(parsed):
        if isinstance(part, Text) and len(words) < WORDS_LOOKED_AT:
            words += WORD.findall(TAG.sub(" ", part.html).lower())
    return words


def _score_links(scores: _Scores, parsed: ParsedDocument) -> None:
    """A page that mostly leads on to others."""
    linked = sum(len(link.text.split()) for link in parsed.links)
    total = len(_words(parsed))
    if len(parsed.links) > 4 and linked * 3 > total:
        reason = _("It mostly leads on: %(links)d links in %(words)d words.")
        said = {"links": len(parsed.links), "words": total}
        scores.add("topic", 2, reason % said)
