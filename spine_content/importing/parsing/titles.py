"""What a document is called."""

import re
from collections import Counter
from collections.abc import Collection, Iterable
from html import unescape
from pathlib import PurePosixPath

from bs4 import Tag
from django.utils.translation import gettext as _

from spine_content.importing.documents import SourceDocument
from spine_content.importing.html_tree import HTMLTree, attribute, classes, visible_text
from spine_content.importing.parsing.nodes import Heading, Node
from spine_content.importing.parsing.walker import Walker

_TITLE_START = re.compile(r"<title\b[^<>]*>", re.I)
#: What stands between the name of a page and that of its site.
_SEPARATOR = re.compile(r"\s+[|–—•·»«:]+\s+|\s+-+\s+|\s*[|»]\s*|\s*::\s*")
#: A part that is set off like this is the site's name, whatever it is.
_SITE_NAME_SEPARATORS = ("|", "»", "::", "«")
_CLINIC_NAME = re.compile(
    r"\b(?:clinic|klinik|clinique|cl[íi]nica|praxis|hospital|krankenhaus|h[ôo]pital|"
    r"cent(?:er|re|ro)|zentrum|cabinet|practice|dr\.?|mvz|institute?|homepage|website)\b|"
    r"\w(?:klinik|klinikum|praxis|zentrum)\b",
    re.I,
)
_LOGO_CLASSES = frozenset(("site-title", "logo", "brand", "navbar-brand", "site-name"))


def repeated_titles(documents: Iterable[SourceDocument]) -> frozenset[str]:
    """
    Titles, and parts of them, that many documents have: the name of the site.

    They are found without reading the whole documents.
    """
    counts: Counter[str] = Counter()
    total = 0
    for document in documents:
        found = _title_in(document.html[:20_000])
        if document.kind != "file" or found is None:
            continue
        total += 1
        title = " ".join(unescape(found).split())
        counts.update({title, *_SEPARATOR.split(title)} - {""})
    return frozenset(
        title for title, count in counts.items() if count > 1 and count * 2 >= total
    )


def _title_in(start: str) -> str | None:
    """The first ``title`` of a page, without parsing the page."""
    match = _TITLE_START.search(start)
    if not match:
        return None
    end = start.lower().find("</title", match.end())
    return start[match.end() : end] if end >= 0 else None


def choose_title(
    tree: HTMLTree,
    walker: Walker,
    document: SourceDocument,
    site_titles: Collection[str],
) -> str:
    """The title of a document. The heading that says it is removed from the nodes."""
    known = {_normalise(title) for title in site_titles}
    title = document.title or _title_of_page(tree, walker.nodes, known)
    if title:
        _remove_heading(walker.nodes, title)
        return title
    return _fallback_title(tree, walker, document, known)


def _title_of_page(tree: HTMLTree, nodes: list[Node], known: set[str]) -> str:
    name = _page_title(tree, known)
    return (
        _from_headings(nodes, known, name) or _title_above_region(tree, known) or name
    )


def _from_headings(nodes: list[Node], known: set[str], name: str) -> str:
    """The h1, or that of several which opens the document or has its name."""
    found = [
        node.text for node in nodes if isinstance(node, Heading) and node.level == 1
    ]
    found = [text for text in found if _normalise(text) not in known]
    if len(found) == 1:
        return found[0]
    for text in found:
        if name and _normalise(text) == _normalise(name):
            return text
    opens = bool(nodes) and isinstance(nodes[0], Heading) and nodes[0].level == 1
    if found and opens and not name:
        return found[0]
    return ""


def _title_above_region(tree: HTMLTree, known: set[str]) -> str:
    """A single h1 outside the main region, unless it is the clinic's name."""
    found = []
    for tag in tree.find_all("h1"):
        if tag.find_parent(("nav", "footer")) or _LOGO_CLASSES & set(classes(tag)):
            continue
        text = visible_text(tag)
        if text and _normalise(text) not in known and len(text) <= 200:
            found.append(text)
    return found[0] if len(found) == 1 else ""


def _page_title(tree: HTMLTree, known: set[str]) -> str:
    """The ``title`` without the name of the site."""
    tag = tree.find("title")
    if not isinstance(tag, Tag) or tag.find_parent("svg") is not None:
        return ""
    title = " ".join(tag.get_text().split())
    if not title or _normalise(title) in known:
        return ""
    site = _normalise(_meta(tree, "og:site_name"))
    parts = _SEPARATOR.split(title)
    between = _SEPARATOR.findall(title)
    kept = [
        p for p in parts if p and _normalise(p) not in known and _normalise(p) != site
    ]
    if len(kept) < len([part for part in parts if part]):
        return " – ".join(kept)
    last = between[-1].strip() if between else ""
    if last and (last in _SITE_NAME_SEPARATORS or _CLINIC_NAME.search(parts[-1])):
        return title[: title.rindex(between[-1])].strip()
    return title


def _fallback_title(
    tree: HTMLTree, walker: Walker, document: SourceDocument, known: set[str]
) -> str:
    for node in walker.nodes:
        if isinstance(node, Heading) and _normalise(node.text) not in known:
            _remove_heading(walker.nodes, node.text)
            return node.text
    said = _meta(tree, "og:title")
    if said and _normalise(said) not in known:
        return said
    walker.warn(_("It has no title of its own. Its file name is used: change it."))
    stem = document.slug or PurePosixPath(document.key).stem
    name = re.sub(r"[-_+\s]+", " ", stem).strip()
    return name[:1].upper() + name[1:] or document.key


def _remove_heading(nodes: list[Node], title: str) -> None:
    """Take the heading out that says the title again."""
    for number, node in enumerate(nodes):
        if isinstance(node, Heading) and _normalise(node.text) == _normalise(title):
            del nodes[number]
            return


def _meta(tree: HTMLTree, name: str) -> str:
    for tag in tree.find_all("meta"):
        if name in (attribute(tag, "property"), attribute(tag, "name").lower()):
            return " ".join(attribute(tag, "content").split())
    return ""


def meta_description(tree: HTMLTree) -> str:
    """What the document says about itself for search engines."""
    return _meta(tree, "description") or _meta(tree, "og:description")


def _normalise(text: str) -> str:
    return " ".join(text.casefold().split()).strip(" .!:–-|")
