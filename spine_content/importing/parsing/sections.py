"""From a flat list of nodes to sections with their parts."""

import re

from spine_content.html import sanitise
from spine_content.importing.documents import Part, Section, Text
from spine_content.importing.parsing.lists import build_list
from spine_content.importing.parsing.nodes import (
    AccordionItem,
    Heading,
    ListNode,
    Node,
    Paragraph,
    escape,
    is_question,
)

#: A bold line with more letters is a warning in a text, not a heading.
HEADING_LENGTH = 100
#: The bullet of a list that its author made by hand.
BULLET = re.compile(r"[•·▪●◦‣■□✓✔➤►]\s*(?=\S)|[-–*]\s+(?=\S)")
#: The level of a bold paragraph: below any real heading.
BOLD_LINE_LEVEL = 7
HEADING_END = re.compile(r"[.,;!…]$")


def split_typed_bullets(nodes: list[Node]) -> list[Node]:
    """Lists whose authors typed the bullets: lines of a paragraph, or paragraphs."""
    bullets = [_bullets(node) for node in nodes]
    around = [False, *map(any, bullets), False]
    made: list[Node] = []
    for number, (node, marked) in enumerate(zip(nodes, bullets, strict=True)):
        beside = around[number] or around[number + 2]
        if isinstance(node, Paragraph) and sum(marked) + beside > 1:
            for line, is_item in zip(node.html.split("<br>"), marked, strict=True):
                html = BULLET.sub("", line, count=1) if is_item else line
                made.append(Paragraph.of(html, level=int(is_item)))
        else:
            made.append(node)
    return made


def _bullets(node: Node) -> list[bool]:
    """Which lines of a paragraph begin with a bullet."""
    if not isinstance(node, Paragraph) or node.level:
        return []
    return [bool(BULLET.match(line)) for line in node.html.split("<br>")]


def build_typed_lists(nodes: list[Node]) -> list[Node]:
    """Items that were written as paragraphs, by Word or by hand, as lists."""
    made: list[Node] = []
    waiting: list[Paragraph] = []
    for node in nodes:
        if isinstance(node, Paragraph) and node.level:
            waiting.append(node)
            continue
        made += _lists(waiting)
        waiting = []
        if isinstance(node, AccordionItem):
            node.nodes = build_typed_lists(node.nodes)
        made.append(node)
    return made + _lists(waiting)


def _lists(paragraphs: list[Paragraph]) -> list[Node]:
    """Lists of one level, each with the deeper ones inside its items."""
    made: list[Node] = []
    position = 0
    while position < len(paragraphs):
        first = paragraphs[position]
        found: list[list[Node]] = []
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
        made += build_list(found, first.numbered)
    return made


def promote_bold_lines(nodes: list[Node]) -> list[Node]:
    """Bold lines as headings, where they do the work of headings."""
    has_headings = any(isinstance(node, Heading) for node in nodes)
    candidates = {
        number
        for number, node in enumerate(nodes)
        if isinstance(node, Paragraph) and _is_title(node, nodes, number)
    }
    questions = {n for n in candidates if is_question(_text(nodes[n]))}
    chosen = candidates if not has_headings else set()
    if len(questions) > 1:
        chosen |= questions
    return [
        Heading(BOLD_LINE_LEVEL, node.text.rstrip(":").rstrip())
        if number in chosen and isinstance(node, Paragraph)
        else node
        for number, node in enumerate(nodes)
    ]


def _text(node: Node) -> str:
    return node.text if isinstance(node, Paragraph) else ""


def _is_title(node: Paragraph, nodes: list[Node], number: int) -> bool:
    if not node.bold or len(node.text) > HEADING_LENGTH or "<br>" in node.html:
        return False
    if HEADING_END.search(node.text) or number + 1 == len(nodes):
        return False
    after = nodes[number + 1]
    # Two bold lines in a row are a heading only if the second one is no heading.
    return not isinstance(after, (Heading, AccordionItem)) and not (
        isinstance(after, Paragraph) and after.bold
    )


def build_sections(nodes: list[Node]) -> tuple[list[Part], list[Section]]:
    """What stands before the first heading, and the sections."""
    base = _section_level(nodes)
    opening: list[Node] = []
    found: list[tuple[str, list[Node]]] = []
    for node in nodes:
        if isinstance(node, Heading) and node.level <= base:
            found.append((node.text, []))
        else:
            (found[-1][1] if found else opening).append(node)
    return build_parts(opening), [
        Section(title, build_parts(inner)) for title, inner in found
    ]


def _section_level(nodes: list[Node]) -> int:
    """The level of headings that begin a section."""
    levels = sorted(node.level for node in nodes if isinstance(node, Heading))
    # A single heading above all others says what the page is about.
    return levels[1] if len(levels) > 1 else (levels or [BOLD_LINE_LEVEL])[0]


def build_parts(nodes: list[Node]) -> list[Part]:
    """Texts as long as they go, and between them what is none."""
    made: list[Part] = []
    html: list[str] = []
    for node in nodes:
        if isinstance(node, Paragraph):
            html.append(f"<p>{node.html}</p>")
        elif isinstance(node, ListNode):
            html.append(node.html)
        elif isinstance(node, Heading):
            html.append(f"<h3>{escape(node.text)}</h3>")
        elif not isinstance(node, AccordionItem):
            made += _text_parts(html)
            html = []
            made.append(node)
    return made + _text_parts(html)


def _text_parts(html: list[str]) -> list[Part]:
    text = sanitise("".join(html)) if html else ""
    return [Text(text)] if text else []
