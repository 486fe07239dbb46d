"""
Links between pages of the old site, which become links between the new ones.

``UrlMap`` knows which page stands for which old address; ``LinkRewriter`` rewrites the
links of one document. ``resolve_document`` comes last, once all drafts of a run exist:
it links to pages that came later in the file, and moves pages below pages.
"""

import posixpath
import re
from dataclasses import dataclass, field
from html import unescape
from typing import Any
from unicodedata import normalize
from urllib.parse import parse_qsl, unquote, urljoin, urlsplit

from django.db import transaction
from django.utils.translation import gettext as _

from spine_content.blocks.stream_text import mapped_fields
from spine_content.importing.building.media import (
    DocumentStore,
    FileRejected,
    is_download,
)
from spine_content.importing.building.placement import (
    can_be_below,
    flattened_warning,
    parent_page_of,
)
from spine_content.importing.building.previous_imports import (
    imported_page,
    reason_to_keep,
)
from spine_content.importing.models import ImportedDocument, ImportRun

_INDEX_FILE = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?)\Z", re.IGNORECASE)
#: What names a page in the query of an address; the rest counts visits.
_PAGE_PARAMETERS = ("p", "page_id", "id", "attachment_id")
#: Links that never lead to a document.
_OTHER_SCHEMES = ("mailto:", "tel:", "sms:", "javascript:", "data:")


@dataclass(frozen=True)
class OldUrl:
    """An address taken apart: host (or ``""``), and path with what names a page."""

    host: str
    path: str

    @property
    def name(self) -> str:
        return f"{self.host}{self.path}"


def parse_url(address: str) -> OldUrl | None:
    """The place of an address or path, or nothing for what is none."""
    try:
        parts = urlsplit(address.strip())
        host = (parts.hostname or "").lower().removeprefix("www.")
    except ValueError:
        return None
    path = _INDEX_FILE.sub("/", posixpath.normpath("/" + unquote(parts.path)))
    # A Mac writes the accents in its file names in another way than its pages do.
    path = normalize("NFC", path)
    path = "/" + path.strip("/")
    naming = [f"{k}={v}" for k, v in parse_qsl(parts.query) if k in _PAGE_PARAMETERS]
    return OldUrl(host, path + ("?" + "&".join(naming) if naming else ""))


@dataclass
class UrlMap:
    """The pages of a run by every address that their documents had."""

    pages: dict[str, int] = field(default_factory=dict)
    hosts: set[str] = field(default_factory=set)

    def add(self, key: str, address: str, kind: str, page_id: int | None) -> None:
        """Note where a document was, and which page stands for it by now, if any."""
        for each in _urls_of(key, address, kind):
            if each.host:
                self.hosts.add(each.host)
            if page_id is not None:
                self.pages[each.name] = page_id
                # On the same site a link may leave the host out.
                self.pages.setdefault(each.path, page_id)

    def page(self, reference: str, key: str, address: str, kind: str) -> int | None:
        """The page that a link in one document leads to, if it is known."""
        for each in self._candidates(reference, key, address, kind):
            for name in (each.name, each.path if each.host in self.hosts else None):
                if name in self.pages:
                    return self.pages[name]
        return None

    def is_own(self, reference: str) -> bool:
        """Whether a link leads to the old site, known or not."""
        text = reference.strip().lower()
        if not text or text.startswith(("#", *_OTHER_SCHEMES)):
            return False
        found = parse_url(reference)
        return found is not None and (not found.host or found.host in self.hosts)

    def _candidates(
        self, reference: str, key: str, address: str, kind: str
    ) -> list[OldUrl]:
        bases = [address] if address else []
        if kind == "file":
            bases.append("/" + key)
        found = []
        for base in bases or ["/"]:
            try:
                found.append(parse_url(urljoin(base, reference.strip())))
            except ValueError:
                continue
        return [each for each in found if each]


def _urls_of(key: str, address: str, kind: str) -> list[OldUrl]:
    names = [address] if address else []
    # The key of an export is its guid, which is an address by its look at least.
    names.append("/" + key if kind == "file" else key)
    return [each for name in names if (each := parse_url(name))]


#: The opening tag of a link as nh3 writes it, with its address.
_OPENING_TAG = re.compile(r'<a\s+href="([^"]*)"\s*>')


@dataclass
class LinkRewriter:
    """
    Rewrites the links in the texts of one document.

    What leads to the old site but to no page that is known yet is noted in
    ``unresolved``, for when all pages are there.
    """

    url_map: UrlMap
    key: str
    address: str
    kind: str
    downloads: DocumentStore | None = None
    unresolved: list[str] = field(default_factory=list)
    #: Links to a place within a page, of which only the page is kept.
    without_fragment: int = 0
    rejected: list[tuple[str, str]] = field(default_factory=list)

    def rewrite(self, html: str) -> str:
        return _OPENING_TAG.sub(self._opening, html) if "<a" in html else html

    def _opening(self, match: re.Match[str]) -> str:
        reference = unescape(match[1]).strip()
        if reference.startswith("#"):
            return match[0]
        if self.downloads and is_download(reference):
            return self._document(reference, match[0])
        page = self.url_map.page(reference, self.key, self.address, self.kind)
        if page is None:
            if self.url_map.is_own(reference):
                self.unresolved.append(reference)
            return match[0]
        self.without_fragment += "#" in reference
        return f'<a id="{page}" linktype="page">'

    def _document(self, reference: str, opening: str) -> str:
        if self.downloads is None or not self.url_map.is_own(reference):
            return opening
        try:
            document = self.downloads.store(reference, self.key)
        except FileRejected as reason:
            self.rejected.append((reference, str(reason)))
            return opening
        return f'<a id="{document}" linktype="document">'


#: So many dead links of one document are named; the rest are counted.
NAMED_LINKS = 10


def url_map_of(run: ImportRun) -> UrlMap:
    """Every document of the run, with its page where it has one."""
    found = UrlMap()
    for row in run.documents.values_list("key", "address", "kind", "page_id"):
        found.add(*row)
    return found


def unresolved_documents(run: ImportRun) -> Any:
    """The documents that wait for pages which come later in the file."""
    waiting = (
        run.documents.select_related("run__user")
        .filter(page_id__isnull=False)
        .exclude(open_links=[], parent_key_hash="")
    )
    return waiting.filter(outcome__in=["created", "updated", "unchanged"])


@transaction.atomic
def resolve_document(line: ImportedDocument, url_map: UrlMap) -> None:
    """Move a draft below its page, and give it the links it could not have before."""
    user, page = line.run.user, imported_page(line)
    if page is None or reason_to_keep(page, line, user):
        return
    if line.parent_key_hash:
        page = _move_below_parent(line, page, user)
        line.parent_key_hash = ""
    if line.open_links:
        _rewrite_links(line, page, url_map, user)
    line.save()


def _rewrite_links(
    line: ImportedDocument, page: Any, url_map: UrlMap, user: Any
) -> None:
    draft = page.get_latest_revision_as_object()
    rewriter = LinkRewriter(url_map, line.key, line.address, line.kind)
    changed = mapped_fields(
        draft, lambda text, is_html: rewriter.rewrite(text) if is_html else text
    )
    for name, value in changed.items():
        setattr(draft, name, value)
    if changed:
        draft.save()
        line.revision_id = draft.save_revision(
            user=user, clean=False, log_action="wagtail.edit"
        ).pk
    line.open_links = []
    line.warnings += _dead_link_warnings(rewriter)


def _dead_link_warnings(rewriter: LinkRewriter) -> list[str]:
    dead = list(dict.fromkeys(rewriter.unresolved))
    said = [
        _("The link to “%s” leads to nothing that came along. It was left as it is.")
        % reference[:200]
        for reference in dead[:NAMED_LINKS]
    ]
    if len(dead) > NAMED_LINKS:
        said.append(
            _("So do %d links more: look through the text.") % (len(dead) - NAMED_LINKS)
        )
    return said


def _move_below_parent(line: ImportedDocument, page: Any, user: Any) -> Any:
    above = parent_page_of(line)
    if above is None:
        line.warnings.append(_("The page that it stood below is not in this import."))
        return page
    # Two pages may each claim to stand below the other.
    is_circle = above.pk == page.pk or above.is_descendant_of(page)
    if is_circle or not can_be_below(above, page.page_type, user):
        line.warnings.append(flattened_warning())
        return page
    page.move(above, pos="last-child", user=user)
    return imported_page(line)
