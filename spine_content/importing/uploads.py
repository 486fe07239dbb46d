"""
Where an uploaded file waits until its import is over: a folder that only this program
may read, never the public media.
"""

import os
import re
import secrets
import shutil
import tempfile
import time
from pathlib import Path, PurePosixPath
from typing import Any

from django.utils.translation import gettext as _

from spine_content.importing.building.texts import seen
from spine_content.importing.documents import ImportRefused

LARGEST = 100 * 1024 * 1024
LONGEST_NAME = 120
DAY = 24 * 60 * 60
TOKEN = re.compile(r"[0-9a-f]{32}")


def keep(upload: Any) -> str:
    """Keep an uploaded file; gives the token under which it is found."""
    discard_old()
    token = secrets.token_hex(16)
    folder = _root() / token
    folder.mkdir(mode=0o700)
    try:
        with (folder / _file_name(upload.name)).open("xb") as kept:
            for chunk in upload.chunks():
                kept.write(chunk)
    except BaseException:
        discard(token)
        raise
    return token


def path_of(token: str) -> Path:
    """The file of a token. Raises ``ImportRefused`` when it is gone."""
    folder = _folder(token)
    files = list(folder.iterdir()) if folder and folder.is_dir() else []
    if len(files) != 1:
        raise ImportRefused(
            _("The file is no longer there. Upload it again: what is made stays made.")
        )
    return files[0]


def discard(token: str) -> None:
    if folder := _folder(token):
        shutil.rmtree(folder, ignore_errors=True)


def discard_old() -> None:
    """Delete what nobody has gone on with for a day."""
    for folder in _root().iterdir():
        if folder.stat().st_mtime < time.time() - DAY:
            shutil.rmtree(folder, ignore_errors=True)


def _folder(token: str) -> Path | None:
    return _root() / token if TOKEN.fullmatch(token) else None


def _root() -> Path:
    owner = os.getuid() if hasattr(os, "getuid") else 0
    root = Path(tempfile.gettempdir()) / f"spine-content-imports-{owner}"
    root.mkdir(mode=0o700, exist_ok=True)
    state = root.lstat()
    # Anybody may make folders in the temporary folder, and leave the door open.
    if root.is_symlink() or (owner and state.st_uid != owner):
        raise ImportRefused(_("Uploads cannot be kept safely on this server."))
    root.chmod(0o700)
    return root


def _file_name(name: str) -> str:
    # Its end tells what it is, and its name is what the documents are known by.
    path = PurePosixPath(seen(name).replace("\\", "/")).name
    stem, suffix = os.path.splitext(path)
    return f"{stem[:LONGEST_NAME].strip(' .') or 'upload'}{suffix[:10]}"
