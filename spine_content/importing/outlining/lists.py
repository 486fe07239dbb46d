"""Lists, lists in lists, lists that are none, and terms with their meanings."""

import re

from bs4.element import NavigableString, Tag
from django.utils.translation import gettext as _

from spine_content.importing.documents import Picture, Table
from spine_content.importing.markup import attribute, seen
from spine_content.importing.outlining import toggles
from spine_content.importing.outlining.pieces import (
    Heading,
    Items,
    Paragraph,
    Piece,
    Toggle,
    asks,
    lines,
)
from spine_content.importing.outlining.walker import Walker, plain

LISTS = frozenset(("ul", "ol", "menu", "dir"))


def items(walker: Walker, tag: Tag) -> None:
    walker.flush()
    asked = toggles.is_about_questions(tag)
    walker.asked += asked
    found = _items(walker, tag)
    walker.asked -= asked
    if any(_is_box(pieces) for pieces in found):
        # Cards in a row, made as a list: each is a text of its own.
        for pieces in found:
            walker.pieces += pieces
    else:
        numbered = tag.name == "ol"
        start = attribute(tag, "start")
        if numbered and start not in ("", "1"):
            walker.warn(
                _("A list began at number %s. Now it begins at 1: check it.") % start
            )
        walker.pieces += make_list(found, numbered)


def _items(walker: Walker, tag: Tag) -> list[list[Piece]]:
    found: list[list[Piece]] = []
    for node in tag.contents:
        if isinstance(node, NavigableString):
            if not seen(node) or not node.strip():
                continue
            with walker.capture() as pieces:
                walker.text(node)
        elif not isinstance(node, Tag):
            continue
        elif node.name in LISTS and found:
            # A list straight in a list belongs to the item before it.
            with walker.capture() as pieces:
                walker.visit(node)
            found[-1] += pieces
            continue
        else:
            with walker.capture() as pieces:
                walker.visit(node)
        if pieces:
            found.append(pieces)
    return found


def item(walker: Walker, tag: Tag) -> None:
    """An ``li``, in a list or without one."""
    walker.flush()
    if not tag.attrs or not toggles.toggle(walker, tag):
        walker.walk(tag)
    walker.flush()


def _is_box(pieces: list[Piece]) -> bool:
    if any(isinstance(piece, (Heading, Table, Toggle)) for piece in pieces):
        return True
    pictures = sum(isinstance(piece, Picture) for piece in pieces)
    paragraphs = sum(isinstance(piece, Paragraph) for piece in pieces)
    return bool(pictures) and paragraphs > 1


def make_list(found: list[list[Piece]], numbered: bool) -> list[Piece]:
    """A list of items, and what does not fit into one after it."""
    name = "ol" if numbered else "ul"
    html: list[str] = []
    flat: list[str] = []
    rest: list[Piece] = []
    for pieces in found:
        content, others = _item(pieces)
        rest += others
        if content:
            html.append(f"<li>{content}</li>")
            flat += lines([p for p in pieces if isinstance(p, (Paragraph, Items))])[0]
    if not html:
        return rest
    return [Items(f"<{name}>{''.join(html)}</{name}>", flat), *rest]


def _item(pieces: list[Piece]) -> tuple[str, list[Piece]]:
    content = ""
    rest: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, Items):
            before, name = content[-5:], piece.html[:4]
            if before == f"</{name[1:]}":
                # Two lists in one item, as left by a wrong end tag, are one.
                content = content[:-5] + piece.html[4:]
            else:
                content += piece.html
        elif isinstance(piece, Paragraph):
            apart = "<br>" if content and not content.endswith("l>") else ""
            content += apart + piece.html
        else:
            rest.append(piece)
    return content, rest


def terms(walker: Walker, tag: Tag) -> None:
    """A ``dl``: questions with answers, or terms with their meanings."""
    walker.flush()
    about = toggles.is_about_questions(tag)
    groups = _groups(walker, tag)
    questions = sum(asks(_text(names)) for names, _meanings in groups)
    if about or walker.asked or (groups and questions * 2 >= len(groups)):
        for names, meanings in groups:
            texts, rest = plain(names)
            title = " ".join(texts)
            found = [*rest, *meanings]
            walker.pieces += [Toggle(title, found, True)] if title else found
    else:
        explained = [_explained(names, meanings) for names, meanings in groups]
        walker.pieces += make_list(explained, False)


def _groups(walker: Walker, tag: Tag) -> list[tuple[list[Piece], list[Piece]]]:
    groups: list[tuple[list[Piece], list[Piece]]] = []
    after_meaning = True
    for node in _entries(tag):
        with walker.capture() as pieces:
            if isinstance(node, Tag):
                walker.visit(node)
            elif seen(node):
                walker.text(str(node))
        if isinstance(node, Tag) and node.name == "dt":
            if after_meaning:
                groups.append(([], []))
            groups[-1][0].extend(pieces)
            after_meaning = False
        elif pieces:
            if not groups:
                groups.append(([], []))
            groups[-1][1].extend(pieces)
            after_meaning = True
    return groups


def _entries(tag: Tag) -> list[Tag | NavigableString]:
    """The terms and meanings, also those that are grouped in ``div``."""
    found: list[Tag | NavigableString] = []
    for node in tag.contents:
        if isinstance(node, Tag) and node.name == "div" and node.find("dt"):
            found += _entries(node)
        elif isinstance(node, (Tag, NavigableString)):
            found.append(node)
    return found


def _text(pieces: list[Piece]) -> str:
    return " ".join(plain(pieces)[0])


def _explained(names: list[Piece], meanings: list[Piece]) -> list[Piece]:
    """One item of a list: the term in bold, then what it means."""
    terms = [piece for piece in names if isinstance(piece, (Paragraph, Heading))]
    rest = [piece for piece in names if not isinstance(piece, (Paragraph, Heading))]
    bold = ", ".join(
        _bold(term.html) if isinstance(term, Paragraph) else f"<b>{term.text}</b>"
        for term in terms
    )
    made: list[Piece] = []
    if bold:
        first = meanings[0] if meanings else None
        if isinstance(first, Paragraph):
            made = [Paragraph(f"{bold}: {first.html}", _text(names))]
            meanings = meanings[1:]
        else:
            made = [Paragraph(bold, _text(names))]
    return [*made, *rest, *meanings]


def _bold(html: str) -> str:
    return f"<b>{re.sub('</?b>', '', html)}</b>"
