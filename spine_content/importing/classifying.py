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
    Original,
    Outline,
    Proposal,
    Questions,
    Table,
    Text,
)
from spine_content.importing.signs import FIRST_PERSON, HEADINGS, PLACES, STEP, TITLES

#: What a type needs, and how far it must be ahead of the next one.
ENOUGH = 2.0
AHEAD = 1.0
#: Words in the first person among all words, and how many there must be.
TOLD = 0.03
TOLD_WORDS = 6
MOST_WORDS = 3000
SMALL_HEADING = re.compile(r"<h3>(.*?)</h3>")
TAG = re.compile(r"<[^>]*>")
WORD = re.compile(r"[^\W\d_]+")
NUMBER = re.compile(r"\d+")


@dataclass
class _Points:
    """How much speaks for each type, and what."""

    found: Counter[str] = field(default_factory=Counter)
    reasons: dict[str, list[str]] = field(default_factory=dict)

    def add(self, page_type: str, points: float, reason: str) -> None:
        self.found[page_type] += points  # type: ignore[assignment]
        self.reasons.setdefault(page_type, []).append(reason)


def classify(outline: Outline, original: Original) -> Proposal:
    """The page type that fits, or ``ASK``."""
    points = _Points()
    headings = list(_headings(outline))
    _by_headings(points, headings)
    _by_title(points, outline.title)
    _by_place(points, original)
    _by_series(points, headings)
    _by_tables(points, outline)
    _by_person(points, outline)
    _by_links(points, outline)
    return _proposal(points)


def _proposal(points: _Points) -> Proposal:
    ranking = points.found.most_common(2)
    if not ranking:
        reason = _("Nothing in it says what kind of page it was.")
        return Proposal(ASK, [reason])
    best, score = ranking[0]
    second = ranking[1][1] if len(ranking) > 1 else 0
    if score >= ENOUGH and score - second >= AHEAD:
        return Proposal(best, points.reasons[best])
    reasons = [reason for kind, _score in ranking for reason in points.reasons[kind]]
    if score < ENOUGH:
        return Proposal(ASK, [*reasons, _("That is not enough to be sure.")])
    return Proposal(ASK, [*reasons, _("Both kinds of page would fit.")])


def _headings(outline: Outline) -> Iterator[str]:
    parts = list(outline.opening)
    for section in outline.sections:
        yield section.heading
        parts += section.parts
    for part in parts:
        if isinstance(part, Questions):
            yield from (question for question, _answer in part.items)
        elif isinstance(part, Text):
            yield from SMALL_HEADING.findall(part.html)


def _by_headings(points: _Points, headings: list[str]) -> None:
    reasons = {
        "procedure": _("The heading “%s” is one of a page about a procedure."),
        "recovery": _("The heading “%s” is one of a recovery guide."),
        "topic": _("The heading “%s” is one of a page about a condition."),
    }
    for kind, subjects in HEADINGS.items():
        for subject in subjects:
            heading = next((text for text in headings if subject.search(text)), "")
            if heading:
                points.add(kind, 1, reasons[kind] % heading)


def _by_title(points: _Points, title: str) -> None:
    for kind, pattern in TITLES.items():
        if match := pattern.search(title):
            reason = _("Its title has the words “%s”.") % match[0].strip()
            # “My rights as a patient” is no story.
            points.add(kind, 1.5 if kind == "story" else 2, reason)


def _by_place(points: _Points, original: Original) -> None:
    """What the editors of the old site said: its category, or its folder."""
    try:
        path = unquote(urlsplit(original.address).path)
    except ValueError:
        path = ""
    folders = [step for step in path.split("/")[:-2] if step]
    for kind, pattern in PLACES.items():
        for name in original.categories:
            if pattern.search(name):
                points.add(kind, 2.5, _("It was filed under “%s”.") % name)
                break
        else:
            folder = next((name for name in folders if pattern.search(name)), "")
            if folder:
                points.add(kind, 1.5, _("It was in the folder “%s”.") % folder)


def _by_series(points: _Points, headings: list[str]) -> None:
    """Headings that count, in any language: “Day 1”, “Day 2”, “Day 3”."""
    series: dict[str, list[str]] = {}
    for heading in headings:
        bare = NUMBER.sub("#", heading.split(":")[0]).strip().casefold()
        if "#" in bare and WORD.search(bare) and not STEP.search(bare):
            series.setdefault(bare, []).append(heading)
    for found in series.values():
        if len(found) > 2:
            reason = _("Its headings count, from “%(first)s” to “%(last)s”.")
            said = {"first": found[0], "last": found[-1]}
            points.add("recovery", 1.5, reason % said)
            return


def _by_tables(points: _Points, outline: Outline) -> None:
    title = outline.title.casefold()
    for part in (*outline.opening, *(p for s in outline.sections for p in s.parts)):
        if not isinstance(part, Table):
            continue
        sides = [name for name in part.columns[1:] if name]
        named = [name for name in sides if name.casefold() in title]
        if len(named) > 1:
            reason = _("Its title and its table both name “%(one)s” and “%(two)s”.")
            points.add("comparison", 2, reason % {"one": named[0], "two": named[1]})
            return
        if len(sides) > 1 and len(part.rows) > 2 and part.rows_have_names:
            reason = _("A table compares “%(one)s” with “%(two)s” in %(rows)d rows.")
            said = {"one": sides[0], "two": sides[1], "rows": len(part.rows)}
            points.add("comparison", 1, reason % said)
            return


def _by_person(points: _Points, outline: Outline) -> None:
    """Somebody tells of himself or herself, where we know the words for it."""
    words = _words(outline)
    if not words:
        return
    language = outline.language[:2]
    known = [language] if language in FIRST_PERSON else list(FIRST_PERSON)
    counts = Counter(words)
    told, code = max((sum(counts[w] for w in FIRST_PERSON[c]), c) for c in known)
    if told >= TOLD_WORDS and told >= TOLD * len(words):
        shown = [w for w, _n in counts.most_common() if w in FIRST_PERSON[code]][:2]
        reason = ngettext(
            "Somebody tells of himself or herself: “%(words)s” stands there %(count)d "
            "time in %(total)d words.",
            "Somebody tells of himself or herself: “%(words)s” stand there %(count)d "
            "times in %(total)d words.",
            told,
        ) % {"words": "”, “".join(shown), "count": told, "total": len(words)}
        points.add("story", 3 if told >= 2 * TOLD * len(words) else 2, reason)


def _words(outline: Outline) -> list[str]:
    parts = (*outline.opening, *(p for s in outline.sections for p in s.parts))
    words: list[str] = []
    for part in parts:
        if isinstance(part, Text) and len(words) < MOST_WORDS:
            text = TAG.sub(" ", part.html).lower()
            words += WORD.findall(text)
    return words


def _by_links(points: _Points, outline: Outline) -> None:
    """A page that mostly leads on to others."""
    linked = sum(len(link.text.split()) for link in outline.links)
    total = len(_words(outline))
    if len(outline.links) > 4 and linked * 3 > total:
        reason = _("It mostly leads on: %(links)d links in %(words)d words.")
        said = {"links": len(outline.links), "words": total}
        points.add("topic", 2, reason % said)
