"""
Outlining: what a document says, without how its page looked.

A page is parsed once and walked through once. What the walk finds is a row of pieces;
titles, lists, questions and sections are made of that row.
"""

from collections.abc import Collection

from django.utils.translation import gettext as _

from spine_content.importing.documents import Original, Outline, Questions, Section
from spine_content.importing.markup import Markup, attribute, parse, words
from spine_content.importing.outlining import (
    assembling,
    counting,
    questions,
    region,
    structured,
    titles,
    toggles,
)
from spine_content.importing.outlining.editor_blocks import unframed
from spine_content.importing.outlining.handlers import HANDLERS
from spine_content.importing.outlining.pieces import Heading, Paragraph, Piece
from spine_content.importing.outlining.shortcodes import expand
from spine_content.importing.outlining.titles import repeated_titles
from spine_content.importing.outlining.walker import Walker

__all__ = ["outline", "repeated_titles"]


def outline(original: Original, *, site_titles: Collection[str] = ()) -> Outline:
    """
    The outline of a document. ``site_titles`` are titles, or parts of them, that
    many documents of the site have (see ``repeated_titles``).
    """
    html, left = expand(original.html, original.kind)
    exported = original.kind != "file"
    html, in_blocks, missing = unframed(html)
    soup = parse(html)
    walker = Walker(HANDLERS, by_lines=exported and not in_blocks)
    walker.left_out += [*left, *missing]
    found = region.Region(soup) if exported else region.main_region(soup)
    region.leave(walker, found)
    toggles.prepare(walker, found.tag)
    walker.walk(found.tag)
    toggles.finish(walker)
    if soup.flattened:
        walker.warn(_("It was nested deeper than any text is. It was made flat."))
    title = titles.choose(soup, walker, original, site_titles)
    told = structured.questions(soup)
    pieces = _shaped(walker.pieces, questions.names(told))
    opening, sections = assembling.sections(pieces)
    made = Outline(
        title=title,
        summary=original.excerpt or titles.description(soup) or _first(pieces),
        opening=opening,
        sections=sections,
        language=original.language or _language(soup),
        warnings=[*original.warnings, *walker.warnings],
        left_out=[*original.left_out, *walker.left_out],
    )
    hidden = questions.only_told(told, words(found.tag)) if told else []
    if hidden:
        made.sections.append(Section(questions.title(), [Questions(hidden)]))
    made.links = counting.links(made)
    made.counts = counting.count(made)
    return made


def _shaped(pieces: list[Piece], known: set[str]) -> list[Piece]:
    pieces = assembling.listed(assembling.by_hand(pieces))
    pieces = assembling.headed(questions.apart(pieces))
    return questions.asked(questions.opened(pieces), known)


def _first(pieces: list[Piece]) -> str:
    """The first paragraph, where nothing else says what the document is about."""
    headings = 0
    for piece in pieces:
        headings += isinstance(piece, Heading)
        if headings > 1:
            break
        if isinstance(piece, Paragraph):
            return piece.text
    return ""


def _language(soup: Markup) -> str:
    html = soup.find("html")
    return attribute(html, "lang").lower() if html else ""
