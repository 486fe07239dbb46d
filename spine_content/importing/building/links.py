"""Links of the old site become links to pages and documents."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html import unescape

from spine_content.importing.building.addresses import Addresses
from spine_content.importing.building.downloads import Downloads, is_download
from spine_content.importing.building.storing import NotTaken
from spine_content.importing.documents import Original

#: The opening tag of a link as nh3 writes it, with its address.
OPENING = re.compile(r'<a\s+href="([^"]*)"\s*>')


@dataclass
class Linker:
    """
    Rewrites the links in the texts of one document.

    What leads to the old site but to no page that is known yet is noted in ``open``,
    for when all pages are there.
    """

    addresses: Addresses
    key: str
    address: str
    kind: str
    downloads: Downloads | None = None
    open: list[str] = field(default_factory=list)
    #: Links to a place within a page, of which only the page is kept.
    without_place: int = 0
    joined: int = 0
    not_taken: list[tuple[str, str]] = field(default_factory=list)

    @classmethod
    def of(
        cls, original: Original, addresses: Addresses, downloads: Downloads
    ) -> "Linker":
        return cls(addresses, original.key, original.address, original.kind, downloads)

    def rewrite(self, html: str) -> str:
        return OPENING.sub(self._opening, html) if "<a" in html else html

    def _opening(self, match: re.Match[str]) -> str:
        reference = unescape(match[1]).strip()
        if reference.startswith("#"):
            return match[0]
        if self.downloads and is_download(reference):
            return self._document(reference, match[0])
        page = self.addresses.page(reference, self.key, self.address, self.kind)
        if page is None:
            if self.addresses.is_own(reference):
                self.open.append(reference)
            return match[0]
        self.joined += 1
        self.without_place += "#" in reference
        return f'<a id="{page}" linktype="page">'

    def _document(self, reference: str, opening: str) -> str:
        if self.downloads is None or not self.addresses.is_own(reference):
            return opening
        try:
            document = self.downloads.take(reference, self.key)
        except NotTaken as reason:
            self.not_taken.append((reference, str(reason)))
            return opening
        return f'<a id="{document}" linktype="document">'


def changer(linker: Linker) -> Callable[[str, bool], str]:
    """The linker as a change of all texts of a page, for ``pages.texts``."""
    return lambda text, is_html: linker.rewrite(text) if is_html else text
