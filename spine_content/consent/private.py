"""
Where pictures are that nobody may see: outside of the folder that the web server shows.

A site names the place ``spine_private`` in STORAGES. Without that it is a folder beside
the public one, and where there can be none, the public one, under a name that nobody
can guess.
"""

import os
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.storage import FileSystemStorage, storages
from wagtail.images import get_image_model

PRIVATE = "spine_private"


def private_storage() -> Any:
    """The best place that there is."""
    return private_storages()[0]


def private_storages() -> list[Any]:
    """Every place in which a picture may have been put, the best first."""
    public = public_storage()
    named = [storages[PRIVATE]] if PRIVATE in settings.STORAGES else []
    beside = _beside(public)
    return [*named, *([beside] if beside else []), public]


def holder_of(name: str) -> Any:
    """The place that has the picture of this name, or ``None``."""
    return next((each for each in private_storages() if each.exists(name)), None)


def delete_private(name: str) -> None:
    for place in private_storages():
        place.delete(name)


def public_storage() -> Any:
    field: Any = get_image_model()._meta.get_field("file")
    return field.storage


def _beside(public: Any) -> FileSystemStorage | None:
    root = folder_of(public)
    if root is None or not _is_kept_like(root.parent, root):
        return None
    return FileSystemStorage(
        location=root.parent / f"private_{root.name}",
        base_url=None,
        file_permissions_mode=0o600,
        directory_permissions_mode=0o700,
    )


def folder_of(storage: Any) -> Path | None:
    """The folder on this machine that a storage writes to, if it does."""
    # Without MEDIA_ROOT it would be wherever the process was started.
    is_local = isinstance(storage, FileSystemStorage) and settings.MEDIA_ROOT
    return Path(storage.location) if is_local else None


def _is_kept_like(parent: Path, root: Path) -> bool:
    # Beside a disk that was mounted nothing may outlive the machine.
    if not os.access(parent, os.W_OK):
        return False
    return not root.exists() or root.stat().st_dev == parent.stat().st_dev
