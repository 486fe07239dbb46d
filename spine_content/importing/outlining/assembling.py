"""From pieces in a row to sections with their parts."""

import re
from html import unescape

from spine_content.importing.cleaning import clean
from spine_content.importing.documents import Part, Section, Text
from spine_content.importing.outlining.lists import make_list
from spine_content.importing.outlining.pieces import (
    Heading,
    Items,
    Paragraph,
    Piece,
    Toggle,
    asks,
    escape,
)

#: A bold line with more letters is a warning in a text, not a heading.
TITLE_LENGTH = 100
#: The bullet of a list that its author made by hand.
BULLET = re.compile(r"[•·▪●◦‣■□✓✔➤►]\s*(?=\S)|[-–*]\s+(?=\S)")
TAG = re.compile(r"<[^>]*>")
#: The level of a bold paragraph: below any real heading.
BOLD = 7
HEADING_END = re.compile(r"[.,;!…]$")


def by_hand(pieces: list[Piece]) -> list[Piece]:
    """Lists whose authors typed the bullets: lines of a paragraph, or paragraphs."""
    bullets = [_bullets(piece) for piece in pieces]
    around = [False, *map(any, bullets), False]
    made: list[Piece] = []
    for number, (piece, marked) in enumerate(zip(pieces, bullets, strict=True)):
        beside = around[number] or around[number + 2]
        if isinstance(piece, Paragraph) and sum(marked) + beside > 1:
            for line, is_item in zip(piece.html.split("<br>"), marked, strict=True):
                html = BULLET.sub("", line, count=1) if is_item else line
                made.append(Paragraph(html, _words(html), level=int(is_item)))
        else:
            made.append(piece)
    return made


def _bullets(piece: Piece) -> list[bool]:
    """Which lines of a paragraph begin with a bullet."""
    if not isinstance(piece, Paragraph) or piece.level:
        return []
    return [bool(BULLET.match(line)) for line in piece.html.split("<br>")]


def _words(html: str) -> str:
    return unescape(TAG.sub("", html))


def listed(pieces: list[Piece]) -> list[Piece]:
    """Items that were written as paragraphs, by Word or by hand, as lists."""
    made: list[Piece] = []
    waiting: list[Paragraph] = []
    for piece in pieces:
        if isinstance(piece, Paragraph) and piece.level:
            waiting.append(piece)
            continue
        made += _lists(waiting)
        waiting = []
        if isinstance(piece, Toggle):
            piece.pieces = listed(piece.pieces)
        made.append(piece)
    return made + _lists(waiting)


def _lists(paragraphs: list[Paragraph]) -> list[Piece]:
    """Lists of one level, each with the deeper ones inside its items."""
    made: list[Piece] = []
    position = 0
    while position < len(paragraphs):
        first = paragraphs[position]
        found: list[list[Piece]] = []
        while position < len(paragraphs):
            current = paragraphs[position]
            if current.level < first.level:
                break
            if current.level > first.level:
                end = position
                while end < len(paragraphs) and paragraphs[end].level > first.level:
                    end += 1
                found[-1] += _lists(paragraphs[position:end])
                position = end
            elif current.numbered != first.numbered:
                break
            else:
                found.append([current])
                position += 1
        made += make_list(found, first.numbered)
    return made


def headed(pieces: list[Piece]) -> list[Piece]:
    """Bold lines as headings, where they do the work of headings."""
    has_headings = any(isinstance(piece, Heading) for piece in pieces)
    candidates = {
        number
        for number, piece in enumerate(pieces)
        if isinstance(piece, Paragraph) and _is_title(piece, pieces, number)
    }
    questions = {n for n in candidates if asks(_text(pieces[n]))}
    chosen = candidates if not has_headings else set()
    if len(questions) > 1:
        chosen |= questions
    return [
        Heading(BOLD, piece.text.rstrip(":").rstrip())
        if number in chosen and isinstance(piece, Paragraph)
        else piece
        for number, piece in enumerate(pieces)
    ]


def _text(piece: Piece) -> str:
    return piece.text if isinstance(piece, Paragraph) else ""


def _is_title(piece: Paragraph, pieces: list[Piece], number: int) -> bool:
    if not piece.bold or len(piece.text) > TITLE_LENGTH or "<br>" in piece.html:
        return False
    if HEADING_END.search(piece.text) or number + 1 == len(pieces):
        return False
    after = pieces[number + 1]
    # Two bold lines in a row are a heading only if the second one is no heading.
    return not isinstance(after, (Heading, Toggle)) and not (
        isinstance(after, Paragraph) and after.bold
    )


def sections(pieces: list[Piece]) -> tuple[list[Part], list[Section]]:
    """What stands before the first heading, and the sections."""
    base = _base(pieces)
    opening: list[Piece] = []
    found: list[tuple[str, list[Piece]]] = []
    for piece in pieces:
        if isinstance(piece, Heading) and piece.level <= base:
            found.append((piece.text, []))
        else:
            (found[-1][1] if found else opening).append(piece)
    return parts(opening), [Section(title, parts(inner)) for title, inner in found]


def _base(pieces: list[Piece]) -> int:
    """The level of headings that begin a section."""
    levels = sorted(piece.level for piece in pieces if isinstance(piece, Heading))
    # A single heading above all others says what the page is about.
    return levels[1] if len(levels) > 1 else (levels or [BOLD])[0]


def parts(pieces: list[Piece]) -> list[Part]:
    """Texts as long as they go, and between them what is none."""
    made: list[Part] = []
    html: list[str] = []
    for piece in pieces:
        if isinstance(piece, Paragraph):
            html.append(f"<p>{piece.html}</p>")
        elif isinstance(piece, Items):
            html.append(piece.html)
        elif isinstance(piece, Heading):
            html.append(f"<h3>{escape(piece.text)}</h3>")
        elif not isinstance(piece, Toggle):
            made += _texts(html)
            html = []
            made.append(piece)
    return made + _texts(html)


def _texts(html: list[str]) -> list[Part]:
    text = clean("".join(html)) if html else ""
    return [Text(text)] if text else []
