"""Lists, lists in lists, lists that are none, and terms with their meanings."""

import re

from bs4.element import NavigableString, Tag
from django.utils.translation import gettext as _

from spine_content.importing.documents import Picture, Table
from spine_content.importing.html_tree import attribute, is_text
from spine_content.importing.parsing import accordions
from spine_content.importing.parsing.nodes import (
    AccordionItem,
    Heading,
    ListNode,
    Node,
    Paragraph,
    as_lines,
    is_question,
)
from spine_content.importing.parsing.walker import Walker, split_text

LIST_TAGS = frozenset(("ul", "ol", "menu", "dir"))


def html_list(walker: Walker, tag: Tag) -> None:
    walker.flush()
    asked = accordions.is_faq(tag)
    walker.faq_depth += asked
    found = _list_items(walker, tag)
    walker.faq_depth -= asked
    if any(_is_box(nodes) for nodes in found):
        # Cards in a row, made as a list: each is a text of its own.
        for nodes in found:
            walker.nodes += nodes
    else:
        numbered = tag.name == "ol"
        start = attribute(tag, "start")
        if numbered and start not in ("", "1"):
            walker.warn(
                _("A list began at number %s. Now it begins at 1: check it.") % start
            )
        walker.nodes += build_list(found, numbered)


def _list_items(walker: Walker, tag: Tag) -> list[list[Node]]:
    found: list[list[Node]] = []
    for child in tag.contents:
        if isinstance(child, NavigableString):
            if not is_text(child) or not child.strip():
                continue
            with walker.capture() as nodes:
                walker.add_text(child)
        elif not isinstance(child, Tag):
            continue
        elif child.name in LIST_TAGS and found:
            # A list straight in a list belongs to the item before it.
            with walker.capture() as nodes:
                walker.visit(child)
            found[-1] += nodes
            continue
        else:
            with walker.capture() as nodes:
                walker.visit(child)
        if nodes:
            found.append(nodes)
    return found


def list_item(walker: Walker, tag: Tag) -> None:
    """An ``li``, in a list or without one."""
    walker.flush()
    if not tag.attrs or not accordions.accordion_item(walker, tag):
        walker.walk(tag)
    walker.flush()


def _is_box(nodes: list[Node]) -> bool:
    if any(isinstance(node, (Heading, Table, AccordionItem)) for node in nodes):
        return True
    pictures = sum(isinstance(node, Picture) for node in nodes)
    paragraphs = sum(isinstance(node, Paragraph) for node in nodes)
    return bool(pictures) and paragraphs > 1


def build_list(found: list[list[Node]], numbered: bool) -> list[Node]:
    """A list of items, and what does not fit into one after it."""
    name = "ol" if numbered else "ul"
    html: list[str] = []
    flat: list[str] = []
    rest: list[Node] = []
    for nodes in found:
        content, others = _item_html(nodes)
        rest += others
        if content:
            html.append(f"<li>{content}</li>")
            flat += as_lines(
                [p for p in nodes if isinstance(p, (Paragraph, ListNode))]
            )[0]
    if not html:
        return rest
    return [ListNode(f"<{name}>{''.join(html)}</{name}>", flat), *rest]


def _item_html(nodes: list[Node]) -> tuple[str, list[Node]]:
    content = ""
    rest: list[Node] = []
    for node in nodes:
        if isinstance(node, ListNode):
            before, name = content[-5:], node.html[:4]
            if before == f"</{name[1:]}":
                # Two lists in one item, as left by a wrong end tag, are one.
                content = content[:-5] + node.html[4:]
            else:
                content += node.html
        elif isinstance(node, Paragraph):
            apart = "<br>" if content and not content.endswith("l>") else ""
            content += apart + node.html
        else:
            rest.append(node)
    return content, rest


def definition_list(walker: Walker, tag: Tag) -> None:
    """A ``dl``: questions with answers, or terms with their meanings."""
    walker.flush()
    about = accordions.is_faq(tag)
    groups = _groups(walker, tag)
    questions = sum(is_question(_text(names)) for names, _meanings in groups)
    if about or walker.faq_depth or (groups and questions * 2 >= len(groups)):
        for names, meanings in groups:
            texts, rest = split_text(names)
            title = " ".join(texts)
            found = [*rest, *meanings]
            walker.nodes += [AccordionItem(title, found, True)] if title else found
    else:
        explained = [_explained(names, meanings) for names, meanings in groups]
        walker.nodes += build_list(explained, False)


def _groups(walker: Walker, tag: Tag) -> list[tuple[list[Node], list[Node]]]:
    groups: list[tuple[list[Node], list[Node]]] = []
    after_meaning = True
    for child in _entries(tag):
        with walker.capture() as nodes:
            if isinstance(child, Tag):
                walker.visit(child)
            elif is_text(child):
                walker.add_text(str(child))
        if isinstance(child, Tag) and child.name == "dt":
            if after_meaning:
                groups.append(([], []))
            groups[-1][0].extend(nodes)
            after_meaning = False
        elif nodes:
            if not groups:
                groups.append(([], []))
            groups[-1][1].extend(nodes)
            after_meaning = True
    return groups


def _entries(tag: Tag) -> list[Tag | NavigableString]:
    """The terms and meanings, also those that are grouped in ``div``."""
    found: list[Tag | NavigableString] = []
    for child in tag.contents:
        if isinstance(child, Tag) and child.name == "div" and child.find("dt"):
            found += _entries(child)
        elif isinstance(child, (Tag, NavigableString)):
            found.append(child)
    return found


def _text(nodes: list[Node]) -> str:
    return " ".join(split_text(nodes)[0])


def _explained(names: list[Node], meanings: list[Node]) -> list[Node]:
    """One item of a list: the term in bold, then what it means."""
    terms = [node for node in names if isinstance(node, (Paragraph, Heading))]
    rest = [node for node in names if not isinstance(node, (Paragraph, Heading))]
    bold = ", ".join(
        _bold(term.html) if isinstance(term, Paragraph) else f"<b>{term.text}</b>"
        for term in terms
    )
    made: list[Node] = []
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
