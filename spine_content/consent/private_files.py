"""
Where pictures are that nobody may see: outside of the folder that the web server shows.

A site names the place ``spine_private`` in STORAGES. Without that it is a folder beside
the public one, and where there can be none, the public one, under a name that nobody
can guess.
"""

import os
import uuid
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.base import File
from django.core.files.storage import FileSystemStorage, storages
from django.db import transaction
from wagtail.images import get_image_model

from spine_content.consent.public_files import delete_file, delete_renditions
from spine_content.consent.records import HiddenPicture

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


def delete_private_file(sender: Any, instance: HiddenPicture, **kwargs: Any) -> None:
    """Receives ``post_delete``: a picture may be deleted while it is hidden."""
    name = instance.private_name
    transaction.on_commit(lambda: delete_private(name))


def hide(image: Any) -> bool:
    """Take a picture out of public view; gives whether there was anything to hide."""
    public, private = image.file.storage, private_storage()
    hidden, _made = HiddenPicture.objects.get_or_create(
        image=image, defaults={"private_name": f"{uuid.uuid4().hex}/{uuid.uuid4().hex}"}
    )
    delete_renditions(image)
    if not public.exists(image.file.name):
        return False
    # A copy from an attempt that was cut short may not be whole.
    delete_private(hidden.private_name)
    hidden.private_name = _copy(public, image.file.name, private, hidden.private_name)
    hidden.save()
    delete_file(image.file)
    return True


def restore(image: Any) -> bool:
    """Bring a hidden picture back under the name that it had."""
    hidden = HiddenPicture.objects.filter(image=image).first()
    if hidden is None:
        return False
    private, public = holder_of(hidden.private_name), image.file.storage
    if private is not None:
        public.delete(image.file.name)
        name = _copy(private, hidden.private_name, public, image.file.name)
        type(image)._base_manager.filter(pk=image.pk).update(file=name)
        private.delete(hidden.private_name)
    hidden.delete()
    return True


def _copy(source: Any, name: str, target: Any, new_name: str) -> str:
    with source.open(name) as stored:
        return str(target.save(new_name, File(stored)))
