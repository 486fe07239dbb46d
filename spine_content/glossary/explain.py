"""
Links the terms of the glossary in the texts of a page to their meaning.

An editor may mark a word and pick its term; rich text stores the term's id alone, so a
meaning that is corrected is right on every page. Other terms are found automatically.
Readers get a link to the list of words at the foot of the page: it works by touch, by
keyboard and without JavaScript; with it, the meaning opens beside the word.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from django.utils.html import format_html
from wagtail.rich_text import LinkHandler

from spine_content.glossary.models import GlossaryTerm, split_spellings

LINK_TYPE = "spine-glossary"
LINK_TAG = re.compile(r"<a\s[^<>]*>")
TERM_ID = re.compile(r'\sid="(\d+)"')

#: Tags, and signs written as “&amp;”. Each part is read once, however it goes on: a
#: text that is all quotation marks or opening tags must not take longer than another.
MARKUP = re.compile(r"""(<(?:[^<>"']|"[^"]*"|'[^']*')*>|<[^<>]*>|&#?\w+;)""")
#: No term is linked inside these elements.
UNLINKED_TAG = re.compile(r"<(?P<end>/?)(?P<element>h(?=[1-6]\b)|a\b)")
WORD = re.compile(r"\w+(?:[’'\-‑]\w+)*")
#: Written without spaces between words: Chinese, Japanese, Thai, Lao, Khmer, Burmese.
UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]"
)


class Term(NamedTuple):
    """What a page needs of a term: making hundreds of models would take long."""

    pk: int
    term: str
    meaning: str
    other_forms: str
    link_automatically: bool
    locale_id: int

    @property
    def spellings(self) -> list[str]:
        return split_spellings(self.term, self.other_forms)


class TermIndex:
    """Terms by id, and those to be found automatically in one language by spelling."""

    def __init__(self, terms: Iterable[Any], locale_id: int) -> None:
        self.terms = {term.pk: term for term in terms}
        #: The words of a spelling and its term by the first word, the longest first.
        self.by_first_word: dict[str, list[tuple[list[str], Any]]] = {}
        self.unspaced: list[tuple[str, Any]] = []
        for term in self.terms.values():
            if term.link_automatically and term.locale_id == locale_id:
                for spelling in term.spellings:
                    self._add(spelling, term)
        for spellings in self.by_first_word.values():
            spellings.sort(key=lambda each: -len(each[0]))

    @classmethod
    def published(cls, locale_id: int) -> "TermIndex":
        """Every published term, in one query."""
        terms = GlossaryTerm.objects.filter(live=True).order_by()
        return cls(map(Term._make, terms.values_list(*Term._fields)), locale_id)

    def _add(self, spelling: str, term: Any) -> None:
        words = WORD.findall(spelling)
        if UNSPACED.search(spelling):
            self.unspaced.append((spelling, term))
        elif words:
            self.by_first_word.setdefault(words[0].lower(), []).append((words, term))

    def matches(self, text: str) -> Iterator[tuple[int, int, Any]]:
        """Start, end and term of every spelling in a plain text."""
        for unspaced, term in self.unspaced:
            if (start := text.find(unspaced)) >= 0:
                yield start, start + len(unspaced), term
        words = list(WORD.finditer(text))
        for index, word in enumerate(words):
            for spelling, term in self.by_first_word.get(word[0].lower(), ()):
                run = words[index : index + len(spelling)]
                if _is_spelled(run, spelling) and _has_only_spaces(run, text):
                    yield word.start(), run[-1].end(), term
                    break


def _is_spelled(run: list[re.Match[str]], spelling: list[str]) -> bool:
    found = [word[0] for word in run]
    if all(word.isupper() for word in spelling):
        return found == spelling  # “IT” is another word than “it”
    return [word.lower() for word in found] == [word.lower() for word in spelling]


def _has_only_spaces(run: list[re.Match[str]], text: str) -> bool:
    pairs = zip(run, run[1:], strict=False)
    return all(text[one.end() : two.start()].isspace() for one, two in pairs)


class TermLinker:
    """Links the terms in the texts of one page, and collects those it found."""

    def __init__(self, index: TermIndex) -> None:
        self.index = index
        self._found: dict[int, Any] = {}

    @property
    def found(self) -> list[Any]:
        """The terms that were found, in alphabetical order."""
        return sorted(self._found.values(), key=lambda term: term.term.lower())

    def link_text(self, text: str, is_html: bool) -> str:
        """A text with its links; only rich text can have any."""
        return self.link_html(text) if is_html else text

    def link_html(self, html: str) -> str:
        """Rich text with a link for each term that is marked or found in it."""
        html = LINK_TAG.sub(self._marked, html)
        if not (self.index.by_first_word or self.index.unspaced):
            return html
        linked: set[int] = set()
        parts = MARKUP.split(html)
        inside = ""
        for number, part in enumerate(parts):
            if number % 2:
                inside = _unlinked_element(part, inside)
            elif not inside:
                parts[number] = self._link_plain(part, linked)
        return "".join(parts)

    def _marked(self, match: re.Match[str]) -> str:
        tag = match[0]
        if f'linktype="{LINK_TYPE}"' not in tag:
            return tag
        key = TERM_ID.search(tag)
        term = self.index.terms.get(int(key[1])) if key else None
        if term is not None:
            self._found[term.pk] = term
        return opening_tag(term)

    def _link_plain(self, text: str, linked: set[int]) -> str:
        parts, end = [], 0
        for start, stop, term in self.index.matches(text):
            if start >= end and term.pk not in linked:
                linked.add(term.pk)
                self._found[term.pk] = term
                tag = opening_tag(term, automatic=True)
                parts += [text[end:start], f"{tag}{text[start:stop]}</a>"]
                end = stop
        return "".join([*parts, text[end:]])


def _unlinked_element(markup: str, inside: str) -> str:
    """Inside which element without links the text after a tag stands, if any."""
    tag = UNLINKED_TAG.match(markup)
    if tag is None:
        return inside
    if tag["end"]:
        return "" if tag["element"] == inside else inside
    return inside or tag["element"]


def opening_tag(term: Any, automatic: bool = False) -> str:
    """The link to the meaning of a term, as ``link_first_uses`` looks for it."""
    if term is None:  # deleted or not published: the word stays, plain
        return "<a>"
    # On paper the style sheet prints the description in brackets behind the word.
    return format_html(
        '<a class="spine-term" {}href="#spine-word-{}" aria-description="{}">',
        "data-found " if automatic else "",
        term.pk,
        term.meaning,
    )


#: As ``opening_tag`` writes it, with its text.
TERM_LINK = re.compile(
    r'<a class="spine-term" (data-found )?href="#spine-word-(\d+)"'
    r' aria-description="([^"]*)">((?:(?!</?a\b).)*)</a>',
    re.DOTALL,
)


def link_first_uses_in(response: Any) -> Any:
    """The response of a page, with one anchor for each meaning."""
    response.content = link_first_uses(response.content.decode(response.charset))
    return response


def link_first_uses(html: str) -> str:
    """
    The HTML of a whole page with an anchor at the first link to each meaning.

    Later links that were found automatically become plain text; marked ones stay links.
    """
    seen: set[str] = set()

    def replace(match: re.Match[str]) -> str:
        automatic, pk, meaning, text = match.groups()
        rest = f'href="#spine-word-{pk}" aria-description="{meaning}">{text}</a>'
        if pk not in seen:
            seen.add(pk)
            return f'<a class="spine-term" id="spine-term-{pk}" {rest}'
        return text if automatic else f'<a class="spine-term spine-term--again" {rest}'

    return TERM_LINK.sub(replace, html)


class TermLinkHandler(LinkHandler):
    """Marked terms wherever Wagtail expands rich text by itself."""

    identifier = LINK_TYPE

    @staticmethod
    def get_model() -> Any:
        return GlossaryTerm

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, Any]]) -> list[str]:
        ids = {attrs["id"] for attrs in attrs_list if attrs.get("id", "").isdigit()}
        terms = GlossaryTerm.objects.filter(live=True).in_bulk(map(int, ids))
        known = {str(pk): term for pk, term in terms.items()}
        return [opening_tag(known.get(attrs.get("id", ""))) for attrs in attrs_list]

    @classmethod
    def extract_references(cls, attrs: dict[str, Any]) -> Iterable[Any]:
        if attrs.get("id", "").isdigit():
            yield GlossaryTerm, attrs["id"], "", ""
