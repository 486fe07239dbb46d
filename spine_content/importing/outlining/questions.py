"""Questions with their answers, in all the ways in which pages show them."""

import re
from html import unescape

from django.utils.translation import gettext as _

from spine_content.importing.cleaning import TEXT, clean
from spine_content.importing.documents import Questions
from spine_content.importing.outlining.pieces import (
    WRITTEN,
    Heading,
    Paragraph,
    Piece,
    Taken,
    Toggle,
    asks,
    written,
)

#: What an answer may hold: a heading has no place in it.
ANSWER = TEXT - {"h3"}
#: Headings above questions.
ABOVE = re.compile(
    r"\bfaqs?\b|frequently asked|common questions|your questions|questions and answers|"
    r"h[äa]ufig\w* (?:gestellte )?fragen|fragen (?:und|&) antworten|ihre fragen|"
    r"questions? (?:fr[ée]quent\w*|courant\w*)|foire aux questions|vos questions|"
    r"preguntas (?:m[áa]s )?(?:frecuentes|comunes)|preguntas y respuestas",
    re.I,
)
#: A question that begins its paragraph, with the answer after a line break.
Q_AND_A = (
    re.compile(
        r"(?:<b>)?(?:Q|Question|Frage|F|P|Pregunta)(?: ?\d+)?[.:](?:</b>)?\s+", re.I
    ),
    re.compile(
        r"(?:<b>)?(?:A|R|Answer|Antwort|R[ée]ponse|Respuesta)[.:](?:</b>)?\s+", re.I
    ),
)
RUN_IN = re.compile(r"<b>([^<]*[?？؟])\s*</b>\s*<br>(?=\S)")


def apart(pieces: list[Piece]) -> list[Piece]:
    """Questions and their answers in one paragraph, or marked with Q and A."""
    made: list[Piece] = []
    pieces = _marked(pieces)
    for piece in pieces:
        match = RUN_IN.match(piece.html) if isinstance(piece, Paragraph) else None
        if match and isinstance(piece, Paragraph):
            question = match[1].strip()
            made.append(Paragraph(f"<b>{question}</b>", unescape(question), bold=True))
            rest = piece.html[match.end() :]
            made.append(Paragraph(rest, unescape(_plain(rest))))
        else:
            made.append(piece)
    return made


def _marked(pieces: list[Piece]) -> list[Piece]:
    """“Q: May I eat?”, and in the next paragraph or line “A: Yes.”"""
    question, answer = Q_AND_A
    made: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, Paragraph) and (match := question.match(piece.html)):
            asked, _break, rest = piece.html[match.end() :].partition("<br>")
            if not rest or answer.match(rest):
                plain = _plain(asked)
                made.append(Paragraph(f"<b>{plain}</b>", unescape(plain), bold=True))
                piece = Paragraph(rest, unescape(_plain(rest)))
                if not rest:
                    continue
        made.append(_answer(piece, made[-1]) if made else piece)
    return made


def _answer(piece: Piece, before: Piece) -> Piece:
    """An answer without the letter that marks it, if a question stands before it."""
    if not (isinstance(piece, Paragraph) and isinstance(before, Paragraph)):
        return piece
    match = Q_AND_A[1].match(piece.html)
    if not match or not before.bold:
        return piece
    html = piece.html[match.end() :]
    return Paragraph(html, unescape(_plain(html)))


def _plain(html: str) -> str:
    return re.sub(r"<[^>]*>", "", html)


def opened(pieces: list[Piece], level: int = 1) -> list[Piece]:
    """Toggles as questions, or as headings with what they hid."""
    made: list[Piece] = []
    waiting: list[Toggle] = []
    under = ""
    for piece in pieces:
        if isinstance(piece, Toggle):
            waiting.append(piece)
            continue
        made += _opened(waiting, level, under)
        waiting = []
        made.append(piece)
        if isinstance(piece, Heading):
            level, under = piece.level, piece.text
    return made + _opened(waiting, level, under)


def _opened(toggles: list[Toggle], level: int, under: str) -> list[Piece]:
    if not toggles:
        return []
    asked = sum(toggle.asked or asks(toggle.title) for toggle in toggles)
    if asked * 2 >= len(toggles) or ABOVE.search(under):
        return list(_questions([(t.title, t.pieces) for t in toggles]))
    made: list[Piece] = []
    for toggle in toggles:
        made.append(Heading(min(level + 1, 6), toggle.title))
        made += opened(toggle.pieces, min(level + 1, 6))
    return made


def _questions(found: list[tuple[str, list[Piece]]]) -> list[Taken]:
    items: list[tuple[str, str]] = []
    rest: list[Taken] = []
    for question, answer in found:
        html, more = written(answer)
        items.append((question, clean(html, ANSWER)))
        rest += more
    return [Questions(items), *rest]


def asked(pieces: list[Piece], known: set[str]) -> list[Piece]:
    """Headings that are questions, with what stands under them as their answers."""
    made: list[Piece] = []
    above: list[Heading] = []
    position = 0
    while position < len(pieces):
        found, end = _run(pieces, position, above, known)
        if found:
            made += _questions(found)
            position = end
            continue
        piece = pieces[position]
        if isinstance(piece, Heading):
            above = [h for h in above if h.level < piece.level] + [piece]
        made.append(piece)
        position += 1
    return made


def _run(
    pieces: list[Piece], start: int, above: list[Heading], known: set[str]
) -> tuple[list[tuple[str, list[Piece]]], int]:
    """Questions of one level in a row, from ``start`` on."""
    first = pieces[start]
    if not isinstance(first, Heading):
        return [], start
    about = any(h.level < first.level and ABOVE.search(h.text) for h in above)
    found: list[tuple[str, list[Piece]]] = []
    position = start
    while position < len(pieces):
        heading = pieces[position]
        if not isinstance(heading, Heading) or heading.level != first.level:
            break
        text = heading.text
        if not (about or asks(text) or _norm(text) in known):
            break
        end = position + 1
        while end < len(pieces) and isinstance(pieces[end], WRITTEN):
            end += 1
        whole = end == len(pieces) or _ends(pieces[end], first.level)
        if end == position + 1 or not whole:
            break
        found.append((text, pieces[position + 1 : end]))
        position = end
    enough = (
        len(found) > 1 or (found and about) or any(_norm(q) in known for q, _a in found)
    )
    return (found, position) if enough else ([], start)


def _ends(piece: Piece, level: int) -> bool:
    return isinstance(piece, Heading) and piece.level <= level


def only_told(
    structured: list[tuple[str, str]], seen_text: str
) -> list[tuple[str, str]]:
    """Questions for search engines that the page itself does not show."""
    seen = _norm(seen_text)
    return [
        (" ".join(question.split()), _told(answer))
        for question, answer in structured
        if _norm(question) not in seen
    ]


def _told(answer: str) -> str:
    html = clean(answer, ANSWER).strip()
    return html if "<p>" in html or "<li>" in html else clean(f"<p>{html}</p>", ANSWER)


def names(structured: list[tuple[str, str]]) -> set[str]:
    return {_norm(question) for question, _answer in structured}


def title() -> str:
    """A heading for questions that had none."""
    return _("Questions and answers")


def _norm(text: str) -> str:
    return " ".join(text.casefold().split())
