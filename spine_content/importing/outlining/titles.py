"""What a document is called."""

import re
from collections import Counter
from collections.abc import Collection, Iterable
from html import unescape
from pathlib import PurePosixPath

from bs4 import Tag
from django.utils.translation import gettext as _

from spine_content.importing.documents import Original
from spine_content.importing.markup import Markup, attribute, classes, words
from spine_content.importing.outlining.pieces import Heading, Piece
from spine_content.importing.outlining.walker import Walker

TITLE = re.compile(r"<title\b[^>]*>(.*?)</title", re.I | re.S)
#: What stands between the name of a page and that of its site.
BETWEEN = re.compile(r"\s+[|–—•·»«:]+\s+|\s+-+\s+|\s*[|»]\s*|\s*::\s*")
#: A part that is set off like this is the site's name, whatever it is.
ALWAYS = ("|", "»", "::", "«")
CLINIC = re.compile(
    r"\b(?:clinic|klinik|clinique|cl[íi]nica|praxis|hospital|krankenhaus|h[ôo]pital|"
    r"cent(?:er|re|ro)|zentrum|cabinet|practice|dr\.?|mvz|institute?|homepage|website)\b|"
    r"\w(?:klinik|klinikum|praxis|zentrum)\b",
    re.I,
)
LOGO = frozenset(("site-title", "logo", "brand", "navbar-brand", "site-name"))


def repeated_titles(originals: Iterable[Original]) -> frozenset[str]:
    """
    Titles, and parts of them, that many documents have: the name of the site.

    They are found without reading the whole documents.
    """
    counts: Counter[str] = Counter()
    total = 0
    for original in originals:
        match = TITLE.search(original.html[:20_000])
        if original.kind != "file" or not match:
            continue
        total += 1
        title = " ".join(unescape(match[1]).split())
        counts.update({title, *BETWEEN.split(title)} - {""})
    return frozenset(
        title for title, count in counts.items() if count > 1 and count * 2 >= total
    )


def choose(
    soup: Markup,
    walker: Walker,
    original: Original,
    site_titles: Collection[str],
) -> str:
    """The title of a document. A heading that says it is taken out of the pieces."""
    known = {_norm(title) for title in site_titles}
    if original.title:
        _drop(walker.pieces, original.title)
        return original.title
    name = _page_title(soup, known)
    first = _from_headings(walker.pieces, known, name)
    if first:
        _drop(walker.pieces, first)
        return first
    above = _above(soup, known)
    if above:
        _drop(walker.pieces, above)
        return above
    if name:
        _drop(walker.pieces, name)
        return name
    return _makeshift(soup, walker, original, known)


def _from_headings(pieces: list[Piece], known: set[str], name: str) -> str:
    """The h1, or that of several which opens the document or has its name."""
    found = [
        piece.text
        for piece in pieces
        if isinstance(piece, Heading) and piece.level == 1
    ]
    found = [text for text in found if _norm(text) not in known]
    if len(found) == 1:
        return found[0]
    for text in found:
        if name and _norm(text) == _norm(name):
            return text
    opens = bool(pieces) and isinstance(pieces[0], Heading) and pieces[0].level == 1
    if found and opens and not name:
        return found[0]
    return ""


def _above(soup: Markup, known: set[str]) -> str:
    """A single h1 outside the main region, unless it is the clinic's name."""
    found = []
    for tag in soup.find_all("h1"):
        if tag.find_parent(("nav", "footer")) or LOGO & set(classes(tag)):
            continue
        text = words(tag)
        if text and _norm(text) not in known and len(text) <= 200:
            found.append(text)
    return found[0] if len(found) == 1 else ""


def _page_title(soup: Markup, known: set[str]) -> str:
    """The ``title`` without the name of the site."""
    tag = soup.find("title")
    if not isinstance(tag, Tag) or tag.find_parent("svg") is not None:
        return ""
    title = " ".join(tag.get_text().split())
    if not title or _norm(title) in known:
        return ""
    site = _norm(_meta(soup, "og:site_name"))
    parts = BETWEEN.split(title)
    between = BETWEEN.findall(title)
    kept = [p for p in parts if p and _norm(p) not in known and _norm(p) != site]
    if len(kept) < len([part for part in parts if part]):
        return " – ".join(kept)
    last = between[-1].strip() if between else ""
    if last and (last in ALWAYS or CLINIC.search(parts[-1])):
        return title[: title.rindex(between[-1])].strip()
    return title


def _makeshift(
    soup: Markup, walker: Walker, original: Original, known: set[str]
) -> str:
    for piece in walker.pieces:
        if isinstance(piece, Heading) and _norm(piece.text) not in known:
            _drop(walker.pieces, piece.text)
            return piece.text
    said = _meta(soup, "og:title")
    if said and _norm(said) not in known:
        return said
    walker.warn(_("It has no title of its own. Its file name is used: change it."))
    stem = original.slug or PurePosixPath(original.key).stem
    name = re.sub(r"[-_+\s]+", " ", stem).strip()
    return name[:1].upper() + name[1:] or original.key


def _drop(pieces: list[Piece], title: str) -> None:
    """Take the heading out that says the title again."""
    for number, piece in enumerate(pieces):
        if isinstance(piece, Heading) and _norm(piece.text) == _norm(title):
            del pieces[number]
            return


def _meta(soup: Markup, name: str) -> str:
    for tag in soup.find_all("meta"):
        if name in (attribute(tag, "property"), attribute(tag, "name").lower()):
            return " ".join(attribute(tag, "content").split())
    return ""


def description(soup: Markup) -> str:
    """What the document says about itself for search engines."""
    return _meta(soup, "description") or _meta(soup, "og:description")


def _norm(text: str) -> str:
    return " ".join(text.casefold().split()).strip(" .!:–-|")
