"""Where each document of the old site was, however a link may write it."""

import posixpath
import re
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, unquote, urljoin, urlsplit

INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?)\Z", re.IGNORECASE)
#: What names a page in the query of an address; the rest counts visits.
NAMING = ("p", "page_id", "id", "attachment_id")
#: Links that never lead to a document.
ELSEWHERE = ("mailto:", "tel:", "sms:", "javascript:", "data:")


@dataclass(frozen=True)
class Place:
    """An address taken apart: host (or ``""``), and path with what names a page."""

    host: str
    path: str

    @property
    def name(self) -> str:
        return f"{self.host}{self.path}"


def place(address: str) -> Place | None:
    """The place of an address or path, or nothing for what is none."""
    try:
        parts = urlsplit(address.strip())
        host = (parts.hostname or "").lower().removeprefix("www.")
    except ValueError:
        return None
    path = INDEX.sub("/", posixpath.normpath("/" + unquote(parts.path)))
    path = "/" + path.strip("/")
    naming = [f"{k}={v}" for k, v in parse_qsl(parts.query) if k in NAMING]
    return Place(host, path + ("?" + "&".join(naming) if naming else ""))


@dataclass
class Addresses:
    """The pages of a run by every address that their documents had."""

    pages: dict[str, int] = field(default_factory=dict)
    hosts: set[str] = field(default_factory=set)

    def add(self, key: str, address: str, kind: str, page_id: int | None) -> None:
        """Note where a document was, and which page stands for it by now, if any."""
        for each in _own(key, address, kind):
            if each.host:
                self.hosts.add(each.host)
            if page_id is not None:
                self.pages[each.name] = page_id
                # On the same site a link may leave the host out.
                self.pages.setdefault(each.path, page_id)

    def page(self, reference: str, key: str, address: str, kind: str) -> int | None:
        """The page that a link in one document leads to, if it is known."""
        for each in self._meant(reference, key, address, kind):
            for name in (each.name, each.path if each.host in self.hosts else None):
                if name in self.pages:
                    return self.pages[name]
        return None

    def is_own(self, reference: str) -> bool:
        """Whether a link leads to the old site, known or not."""
        text = reference.strip().lower()
        if not text or text.startswith(("#", *ELSEWHERE)):
            return False
        found = place(reference)
        return found is not None and (not found.host or found.host in self.hosts)

    def _meant(self, reference: str, key: str, address: str, kind: str) -> list[Place]:
        bases = [address] if address else []
        if kind == "file":
            bases.append("/" + key)
        found = []
        for base in bases or ["/"]:
            try:
                found.append(place(urljoin(base, reference.strip())))
            except ValueError:
                continue
        return [each for each in found if each]


def _own(key: str, address: str, kind: str) -> list[Place]:
    names = [address] if address else []
    # The key of an export is its guid, which is an address by its look at least.
    names.append("/" + key if kind == "file" else key)
    return [each for name in names if (each := place(name))]
