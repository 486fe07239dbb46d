"""
Where an uploaded file waits until its import is over.

It lies in the private storage that consents use too, as exports hold drafts and
addresses of e-mail. Wagtail's ``UploadedFile`` would put it among the public media.
"""

import os
import re
import secrets
import shutil
from pathlib import Path, PurePosixPath
from typing import Any

from django.utils.translation import gettext as _

from spine_content.consent.image_files import (
    delete_private_file,
    private_storage,
    storage_holding,
)
from spine_content.importing.documents import ImportRefused
from spine_content.importing.sanitiser import without_control_characters

MAX_UPLOAD_BYTES = 100 * 1024 * 1024
MAX_NAME_LENGTH = 120
_STORED_NAME = re.compile(r"spine_imports/[0-9a-f]{32}\.upload")


def upload_name() -> str:
    """A name in the storage that nobody can guess, for an upload to come."""
    # The ending keeps a web server from showing it as a page, wherever it lies.
    return f"spine_imports/{secrets.token_hex(16)}.upload"


def store_upload(name: str, upload: Any) -> None:
    """Store an uploaded file under a name from ``upload_name``."""
    private_storage().save(name, upload)


def copy_upload(name: str, file_name: str, folder: Path) -> Path:
    """
    Copy a stored upload into ``folder``, under the name that it had when uploaded.

    Raises ``ImportRefused`` if it is gone.
    """
    storage = storage_holding(name) if _STORED_NAME.fullmatch(name) else None
    if storage is None:
        raise ImportRefused(
            _("The file is no longer there. Upload it again: what is made stays made.")
        )
    path = folder / _safe_name(file_name)
    with storage.open(name) as stored, path.open("wb") as copy:
        shutil.copyfileobj(stored, copy)
    return path


def delete_upload(name: str) -> None:
    if _STORED_NAME.fullmatch(name):
        delete_private_file(name)


def _safe_name(name: str) -> str:
    # Its ending tells what it is, and its documents are known by its name.
    path = PurePosixPath(without_control_characters(name).replace("\\", "/")).name
    stem, suffix = os.path.splitext(path)
    return f"{stem[:MAX_NAME_LENGTH].strip(' .') or 'upload'}{suffix[:10]}"
