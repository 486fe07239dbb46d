"""
Finds the words of the glossary in the texts of a page, and links each to its meaning.

An editor may mark a word; others are found by themselves. Which of them is the first
that a reader meets is told when the page is whole (see ``first_use``).
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from spine_content.glossary.links import MENTION, MENTION_ID, opening_tag
from spine_content.glossary.models import GlossaryTerm, spellings

#: What is no running text: headings, links, tags, and signs written as “&amp;”.
NOT_TEXT = re.compile(r"(<h[1-6]\b.*?</h[1-6]>|<a\b.*?</a>|<[^>]*>|&#?\w+;)", re.DOTALL)
WORD = re.compile(r"\w+(?:[’'\-‑]\w+)*")
#: Written without spaces between words: Chinese, Japanese, Thai, Lao, Khmer, Burmese.
UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]"
)


class Word(NamedTuple):
    """What a page needs of a term: making hundreds of models would take long."""

    pk: int
    term: str
    meaning: str
    other_forms: str
    explained_by_itself: bool
    locale_id: int

    @property
    def forms(self) -> list[str]:
        return spellings(self.term, self.other_forms)


class Vocabulary:
    """What there is to explain, and in one language, what is found by itself."""

    def __init__(self, terms: Iterable[Word], locale_id: int) -> None:
        self.terms = {term.pk: term for term in terms}
        #: Spellings by their first word, the longest first.
        self.by_first: dict[str, list[tuple[list[str], Word]]] = {}
        self.unspaced: list[tuple[str, Word]] = []
        for term in self.terms.values():
            if term.explained_by_itself and term.locale_id == locale_id:
                for form in term.forms:
                    self._learn(form, term)
        for forms in self.by_first.values():
            forms.sort(key=lambda each: -len(each[0]))

    @classmethod
    def published(cls, locale_id: int) -> "Vocabulary":
        """Every published term, in one query."""
        terms = GlossaryTerm.objects.filter(live=True).order_by()
        found = terms.values_list(*Word._fields)
        return cls([Word(*values) for values in found], locale_id)

    def _learn(self, form: str, term: Word) -> None:
        words = WORD.findall(form)
        if UNSPACED.search(form):
            self.unspaced.append((form, term))
        elif words:
            self.by_first.setdefault(words[0].lower(), []).append((words, term))


class Explainer:
    """Links the words of one page, and remembers which it met."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.met: dict[int, Word] = {}

    @property
    def words(self) -> list[Word]:
        """The terms that were met, in alphabetical order."""
        return sorted(self.met.values(), key=lambda term: term.term.lower())

    def change(self, text: str, is_html: bool) -> str:
        """The text with its links; only rich text can hold any."""
        return self.explain(text) if is_html else text

    def explain(self, html: str) -> str:
        html = MENTION.sub(self._marked, html)
        if not (self.vocabulary.by_first or self.vocabulary.unspaced):
            return html
        seen: set[int] = set()
        parts = NOT_TEXT.split(html)
        for index in range(0, len(parts), 2):
            parts[index] = self._in_text(parts[index], seen)
        return "".join(parts)

    def _marked(self, match: re.Match[str]) -> str:
        found = MENTION_ID.search(match[0])
        term = self.vocabulary.terms.get(int(found[1])) if found else None
        if term is not None:
            self.met[term.pk] = term
        return opening_tag(term)

    def _in_text(self, text: str, seen: set[int]) -> str:
        found, end = [], 0
        for start, stop, term in self._matches(text):
            if start >= end and term.pk not in seen:
                seen.add(term.pk)
                self.met[term.pk] = term
                found += [text[end:start], link(term, text[start:stop])]
                end = stop
        return "".join([*found, text[end:]])

    def _matches(self, text: str) -> Iterator[tuple[int, int, Word]]:
        for form, term in self.vocabulary.unspaced:
            if (start := text.find(form)) >= 0:
                yield start, start + len(form), term
        words, by_first = list(WORD.finditer(text)), self.vocabulary.by_first
        for index, word in enumerate(words):
            for spelling, term in by_first.get(word[0].lower(), ()):
                run = words[index : index + len(spelling)]
                if _same(run, spelling) and _together(run, text):
                    yield word.start(), run[-1].end(), term
                    break


def link(term: Word, said: str) -> str:
    """A word that was found by itself."""
    return f"{opening_tag(term, by_itself=True)}{said}</a>"


def _same(run: list[Any], spelling: list[str]) -> bool:
    said = [word[0] for word in run]
    if all(word.isupper() for word in spelling):
        return said == spelling  # “IT” is another word than “it”
    return [word.lower() for word in said] == [word.lower() for word in spelling]


def _together(run: list[Any], text: str) -> bool:
    pairs = zip(run, run[1:], strict=False)
    return all(text[one.end() : two.start()].isspace() for one, two in pairs)


#: As ``opening_tag`` writes it, with what stands in it.
TERM = re.compile(
    r'<a class="spine-term" (data-found )?href="#spine-word-(\d+)"'
    r' aria-description="([^"]*)">(.*?)</a>',
    re.DOTALL,
)


def explain_first_use(response: Any) -> Any:
    """After a page is whole: keep the first link to each meaning."""
    response.content = first_only(response.content.decode(response.charset))
    return response


def first_only(html: str) -> str:
    """The first use with an anchor; later ones plain, unless an editor marked them."""
    met: set[str] = set()

    def replaced(match: re.Match[str]) -> str:
        found, pk, meaning, said = match.groups()
        rest = f'href="#spine-word-{pk}" aria-description="{meaning}">{said}</a>'
        if pk not in met:
            met.add(pk)
            return f'<a class="spine-term" id="spine-term-{pk}" {rest}'
        return said if found else f'<a class="spine-term spine-term--again" {rest}'

    return TERM.sub(replaced, html)
