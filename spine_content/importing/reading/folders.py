"""A folder of HTML files with their pictures."""

import os
from pathlib import Path

from django.utils.translation import gettext as _

from spine_content.importing.documents import ImportRefused
from spine_content.importing.reading.collected import Collected, source
from spine_content.importing.reading.limits import Limits, in_words
from spine_content.importing.reading.source import Source
from spine_content.importing.reading.streams import Readable


def read(root: Path, limits: Limits) -> Source:
    """The documents below ``root``. Links to elsewhere are not followed."""
    root = root.resolve()

    def size(name: str) -> int:
        return (root / name).stat().st_size

    def content(name: str) -> bytes:
        if size(name) > limits.file_bytes:
            raise ImportRefused(
                _("The file “%(name)s” is larger than %(limit)s. Make it smaller.")
                % {"name": name, "limit": in_words(limits.file_bytes)}
            )
        return (root / name).read_bytes()

    def stream(name: str) -> Readable:
        return (root / name).open("rb")

    return source(Collected(_names(root, limits), size, stream, content), limits)


def _names(root: Path, limits: Limits) -> list[str]:
    names: list[str] = []
    for folder, folders, files in os.walk(root):
        folders[:] = [
            name for name in folders if not (Path(folder) / name).is_symlink()
        ]
        for name in files:
            path = Path(folder) / name
            if path.is_symlink() or not path.is_file():
                continue
            names.append(path.relative_to(root).as_posix())
        if len(names) > limits.files:
            raise ImportRefused(
                _(
                    "The folder holds more than %(limit)d files. Import it in parts, "
                    "one folder after another."
                )
                % {"limit": limits.files}
            )
    return names
