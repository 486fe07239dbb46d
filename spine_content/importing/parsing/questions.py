"""Questions that a page tells to search engines only (schema.org, JSON-LD)."""

import json
import re
from collections import deque
from typing import Any

from spine_content.html import TEXT_TAGS, sanitise
from spine_content.importing.documents import Questions
from spine_content.importing.html_tree import HTMLTree, attribute
from spine_content.importing.parsing.nodes import (
    TAG,
    TEXT_NODES,
    AccordionItem,
    Heading,
    Node,
    NonText,
    Paragraph,
    as_html,
    is_question,
)


def structured_questions(tree: HTMLTree) -> list[tuple[str, str]]:
    """Each question with its answer, as it was written there."""
    found: list[tuple[str, str]] = []
    for script in tree.find_all("script"):
        if attribute(script, "type").lower() != "application/ld+json":
            continue
        try:
            data = json.loads("".join(map(str, script.contents)), strict=False)
        except (ValueError, RecursionError):
            continue
        _collect(data, found)
    return found


def _collect(data: Any, found: list[tuple[str, str]]) -> None:
    waiting = deque([data])
    while waiting:
        value = waiting.popleft()
        if isinstance(value, list):
            waiting += value
        elif isinstance(value, dict):
            if _is_type(value, "FAQPage"):
                entries = value.get("mainEntity")
                for entry in entries if isinstance(entries, list) else [entries]:
                    _add_question(entry, found)
            else:
                waiting += [v for v in value.values() if isinstance(v, (dict, list))]


def _is_type(value: dict[str, Any], kind: str) -> bool:
    kinds = value.get("@type")
    return kind in (kinds if isinstance(kinds, list) else [kinds])


def _add_question(entry: Any, found: list[tuple[str, str]]) -> None:
    if not isinstance(entry, dict):
        return
    answer = entry.get("acceptedAnswer")
    answer = answer[0] if isinstance(answer, list) and answer else answer
    text = answer.get("text") if isinstance(answer, dict) else None
    name = entry.get("name")
    if isinstance(name, str) and isinstance(text, str) and name.strip():
        found.append((name, text))


#: What an answer may hold: a heading has no place in it.
ANSWER_TAGS = TEXT_TAGS - {"h3"}
#: Headings above questions.
_FAQ_HEADING = re.compile(
    r"\bfaqs?\b|frequently asked|common questions|your questions|questions and answers|"
    r"h[äa]ufig\w{0,20} (?:gestellte )?fragen|fragen (?:und|&) antworten|ihre fragen|"
    r"questions? (?:fr[ée]quent\w*|courant\w*)|foire aux questions|vos questions|"
    r"preguntas (?:m[áa]s )?(?:frecuentes|comunes)|preguntas y respuestas",
    re.I,
)
#: A question that begins its paragraph, with the answer after a line break.
_Q_AND_A = (
    re.compile(
        r"(?:<b>)?(?:Q|Question|Frage|F|P|Pregunta)(?: ?\d+)?[.:](?:</b>)?\s+", re.I
    ),
    re.compile(
        r"(?:<b>)?(?:A|R|Answer|Antwort|R[ée]ponse|Respuesta)[.:](?:</b>)?\s+", re.I
    ),
)
_RUN_IN_QUESTION = re.compile(r"<b>([^<]*[?？؟])\s*</b>\s*<br>(?=\S)")


def split_run_in_questions(nodes: list[Node]) -> list[Node]:
    """Questions and their answers in one paragraph, or marked with Q and A."""
    made: list[Node] = []
    nodes = _split_marked(nodes)
    for node in nodes:
        match = (
            _RUN_IN_QUESTION.match(node.html) if isinstance(node, Paragraph) else None
        )
        if match and isinstance(node, Paragraph):
            made.append(Paragraph.of(f"<b>{match[1].strip()}</b>", bold=True))
            made.append(Paragraph.of(node.html[match.end() :]))
        else:
            made.append(node)
    return made


def _split_marked(nodes: list[Node]) -> list[Node]:
    """“Q: May I eat?”, and in the next paragraph or line “A: Yes.”"""
    question, answer = _Q_AND_A
    made: list[Node] = []
    for node in nodes:
        if isinstance(node, Paragraph) and (match := question.match(node.html)):
            asked, _break, rest = node.html[match.end() :].partition("<br>")
            if not rest or answer.match(rest):
                plain = TAG.sub("", asked)
                made.append(Paragraph.of(f"<b>{plain}</b>", bold=True))
                node = Paragraph.of(rest)
                if not rest:
                    continue
        made.append(_answer(node, made[-1]) if made else node)
    return made


def _answer(node: Node, before: Node) -> Node:
    """An answer without the letter that marks it, if a question stands before it."""
    if not (isinstance(node, Paragraph) and isinstance(before, Paragraph)):
        return node
    match = _Q_AND_A[1].match(node.html)
    if not match or not before.bold:
        return node
    return Paragraph.of(node.html[match.end() :])


def expand_accordions(nodes: list[Node], level: int = 1) -> list[Node]:
    """Accordion items become questions, or headings with their content below."""
    made: list[Node] = []
    waiting: list[AccordionItem] = []
    under = ""
    for node in nodes:
        if isinstance(node, AccordionItem):
            waiting.append(node)
            continue
        made += _expand(waiting, level, under)
        waiting = []
        made.append(node)
        if isinstance(node, Heading):
            level, under = node.level, node.text
    return made + _expand(waiting, level, under)


def _expand(items: list[AccordionItem], level: int, under: str) -> list[Node]:
    if not items:
        return []
    asked = sum(item.is_question or is_question(item.title) for item in items)
    if asked * 2 >= len(items) or _FAQ_HEADING.search(under):
        return list(_questions([(t.title, t.nodes) for t in items]))
    made: list[Node] = []
    for item in items:
        made.append(Heading(min(level + 1, 6), item.title))
        made += expand_accordions(item.nodes, min(level + 1, 6))
    return made


def _questions(found: list[tuple[str, list[Node]]]) -> list[NonText]:
    items: list[tuple[str, str]] = []
    rest: list[NonText] = []
    for question, answer in found:
        html, more = as_html(answer)
        items.append((question, sanitise(html, ANSWER_TAGS)))
        rest += more
    return [Questions(items), *rest]


def group_questions(nodes: list[Node], known: set[str]) -> list[Node]:
    """Headings that are questions, with what stands under them as their answers."""
    made: list[Node] = []
    above: list[Heading] = []
    position = 0
    while position < len(nodes):
        found, end = _consecutive_questions(nodes, position, above, known)
        if found:
            made += _questions(found)
            position = end
            continue
        node = nodes[position]
        if isinstance(node, Heading):
            above = [h for h in above if h.level < node.level] + [node]
        made.append(node)
        position += 1
    return made


def _consecutive_questions(
    nodes: list[Node], start: int, above: list[Heading], known: set[str]
) -> tuple[list[tuple[str, list[Node]]], int]:
    """Questions of one level in a row, from ``start`` on."""
    first = nodes[start]
    if not isinstance(first, Heading):
        return [], start
    about = any(h.level < first.level and _FAQ_HEADING.search(h.text) for h in above)
    found: list[tuple[str, list[Node]]] = []
    position = start
    while position < len(nodes):
        heading = nodes[position]
        if not isinstance(heading, Heading) or heading.level != first.level:
            break
        text = heading.text
        if not (about or is_question(text) or _normalise(text) in known):
            break
        end = position + 1
        while end < len(nodes) and isinstance(nodes[end], TEXT_NODES):
            end += 1
        whole = end == len(nodes) or _ends_section(nodes[end], first.level)
        if end == position + 1 or not whole:
            break
        found.append((text, nodes[position + 1 : end]))
        position = end
    enough = (
        len(found) > 1
        or (found and about)
        or any(_normalise(q) in known for q, _a in found)
    )
    return (found, position) if enough else ([], start)


def _ends_section(node: Node, level: int) -> bool:
    return isinstance(node, Heading) and node.level <= level


def hidden_questions(
    structured: list[tuple[str, str]], seen_text: str
) -> list[tuple[str, str]]:
    """Questions for search engines that the page itself does not show."""
    seen = _normalise(seen_text)
    return [
        (" ".join(question.split()), _answer_html(answer))
        for question, answer in structured
        if _normalise(question) not in seen
    ]


def _answer_html(answer: str) -> str:
    html = sanitise(answer, ANSWER_TAGS).strip()
    if "<p>" in html or "<li>" in html:
        return html
    return sanitise(f"<p>{html}</p>", ANSWER_TAGS)


def normalised_questions(structured: list[tuple[str, str]]) -> set[str]:
    return {_normalise(question) for question, _answer in structured}


def _normalise(text: str) -> str:
    return " ".join(text.casefold().split())
