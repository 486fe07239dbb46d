"""Finding the picture or document that a text means, among those that came along."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from unicodedata import normalize
from urllib.parse import unquote, urlsplit

from django.utils.translation import gettext as _

from spine_content.importing.documents import ImportRefused
from spine_content.importing.sources.source import Limits, check_size

#: WordPress adds the size to the name of a smaller copy: "hand-300x200.jpg".
_THUMBNAIL_SIZE = re.compile(r"-\d{2,5}x\d{2,5}(?=\.\w+$)")
#: Folders of an address that are tried: ".../wp-content/uploads/2020/01/hand.jpg".
MAX_FOLDERS = 8


def candidate_names(reference: str, base: str) -> Iterator[str]:
    """The names that a reference may stand for, the nearest first."""
    try:
        parts = urlsplit(reference.strip().replace("\\", "/"))
    except ValueError:
        return
    if parts.scheme not in ("", "http", "https", "file") or not parts.path:
        return
    path = unquote(parts.path)
    if not parts.netloc and not parts.scheme and not path.startswith("/"):
        near = _within(str(PurePosixPath(base).parent / path))
        if near:
            yield near
    steps = [step for step in path.split("/") if step not in ("", ".")]
    if ".." in steps:
        steps = steps[len(steps) - steps[::-1].index("..") :]
    folders = [str(above) for above in PurePosixPath(base).parents]
    for start in range(max(0, len(steps) - MAX_FOLDERS), len(steps)):
        tail = "/".join(steps[start:])
        yield tail
        yield from (f"{folder}/{tail}" for folder in folders if folder != ".")


def _within(path: str) -> str:
    """A path without "..", or nothing if it leads out."""
    steps: list[str] = []
    for step in path.split("/"):
        if step == "..":
            if not steps:
                return ""
            steps.pop()
        elif step not in ("", "."):
            steps.append(step)
    return "/".join(steps)


def find_file(
    reference: str, base: str, known: Callable[[str], str | None]
) -> str | None:
    """The first candidate that ``known`` knows, in full size before a thumbnail."""
    names = list(candidate_names(reference, base))
    for name in (*(_THUMBNAIL_SIZE.sub("", name) for name in names), *names):
        if "\x00" not in name and (found := known(name)):
            return found
    return None


def _normalise(name: str) -> str:
    """A name as it is compared: in any case, accents written in any way."""
    return normalize("NFC", name).casefold()


class FolderFiles:
    """Files below a folder. Nothing outside it is ever found, by whatever path."""

    def __init__(self, root: Path, limits: Limits) -> None:
        self.root = root.resolve()
        self.limits = limits

    def find(self, reference: str, base: str) -> str | None:
        return find_file(reference, base, self._known)

    def read(self, name: str) -> bytes:
        path = self._path(name)
        if path is None:
            raise ImportRefused(_("There is no file “%s”.") % name)
        too_large = _(
            "The file “%(name)s” is larger than %(limit)s. Make it smaller first."
        )
        check_size(path.stat().st_size, self.limits.file_bytes, too_large, name=name)
        return path.read_bytes()

    def _known(self, name: str) -> str | None:
        # A Mac writes an accent as a letter of its own, other systems do not.
        forms = (name, normalize("NFC", name), normalize("NFD", name))
        return next((form for form in forms if self._path(form)), None)

    def _path(self, name: str) -> Path | None:
        try:
            path = self.root / name
            inside = path.resolve() == path and path.is_relative_to(self.root)
            if inside and path.is_file():
                return path
        except (OSError, ValueError):
            pass
        return None


class ListedFiles:
    """Files whose names are known: those of a walked folder, or of a zip."""

    def __init__(self, names: list[str], read: Callable[[str], bytes]) -> None:
        self._names = {_normalise(name): name for name in reversed(names)}
        self._read = read

    def find(self, reference: str, base: str) -> str | None:
        return find_file(reference, base, self._known)

    def read(self, name: str) -> bytes:
        if self._known(name) is None:
            raise ImportRefused(_("There is no file “%s”.") % name)
        return self._read(name)

    def _known(self, name: str) -> str | None:
        return self._names.get(_normalise(name))
