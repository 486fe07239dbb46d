"""
The files of images: deleted together with their copies in caches, or made private.

A site names the place for private ones ``spine_private`` in STORAGES. Without that it
is a folder beside the public one, and where there can be none, the public one, under a
name that nobody can guess.
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

from spine_content.consent.records import HiddenPicture
from spine_content.frontend_cache import purge_urls

PRIVATE_STORAGE = "spine_private"


def delete_file(file: Any) -> None:
    """Delete a stored file, and have caches drop its address."""
    if file:
        file.storage.delete(file.name)
        purge_urls([_full_url(file)])


def delete_rows_with_files(rows: Any) -> None:
    for row in rows:
        # The file first: when this is cut short, the row says what is still to do.
        delete_file(row.file)
        row.delete()


def delete_renditions(image: Any) -> None:
    delete_rows_with_files(image.renditions.all())


def hide_image(image: Any) -> bool:
    """Move an image into private storage; ``False`` if there was nothing to move."""
    public, private = image.file.storage, private_storage()
    hidden, _created = HiddenPicture.objects.get_or_create(
        image=image, defaults={"private_name": f"{uuid.uuid4().hex}/{uuid.uuid4().hex}"}
    )
    delete_renditions(image)
    if not public.exists(image.file.name):
        return False
    # A copy from an attempt that was cut short may not be whole.
    delete_private_file(hidden.private_name)
    hidden.private_name = _copy(public, image.file.name, private, hidden.private_name)
    hidden.save()
    delete_file(image.file)
    return True


def restore_image(image: Any) -> bool:
    """Bring a hidden image back under its public name; ``False`` if none is hidden."""
    hidden = HiddenPicture.objects.filter(image=image).first()
    if hidden is None:
        return False
    private, public = storage_holding(hidden.private_name), image.file.storage
    if private is not None:
        public.delete(image.file.name)
        name = _copy(private, hidden.private_name, public, image.file.name)
        type(image)._base_manager.filter(pk=image.pk).update(file=name)
        private.delete(hidden.private_name)
    hidden.delete()
    return True


def delete_private_file(name: str) -> None:
    for storage in _private_storages():
        storage.delete(name)


def delete_hidden_file(sender: Any, instance: HiddenPicture, **kwargs: Any) -> None:
    """Receives ``post_delete``: an image may be deleted while it is hidden."""
    name = instance.private_name
    transaction.on_commit(lambda: delete_private_file(name))


def public_storage() -> Any:
    """Where the site stores its images."""
    field: Any = get_image_model()._meta.get_field("file")
    return field.storage


def private_storage() -> Any:
    """Where hidden images are stored: the best place that the site has."""
    return _private_storages()[0]


def local_folder(storage: Any) -> Path | None:
    """The folder on this machine that a storage writes to, if it does."""
    # Without MEDIA_ROOT it would be wherever the process was started.
    is_local = isinstance(storage, FileSystemStorage) and settings.MEDIA_ROOT
    return Path(storage.location) if is_local else None


def _private_storages() -> list[Any]:
    """Every storage in which a file may have been put, the best first."""
    named = [storages[PRIVATE_STORAGE]] if PRIVATE_STORAGE in settings.STORAGES else []
    public = public_storage()
    sibling = _sibling_of(public)
    return [*named, *([sibling] if sibling else []), public]


def storage_holding(name: str) -> Any:
    return next((each for each in _private_storages() if each.exists(name)), None)


def _sibling_of(public: Any) -> FileSystemStorage | None:
    folder = local_folder(public)
    if folder is None or not _is_as_durable(folder.parent, folder):
        return None
    return FileSystemStorage(
        location=folder.parent / f"private_{folder.name}",
        base_url=None,
        file_permissions_mode=0o600,
        directory_permissions_mode=0o700,
    )


def _is_as_durable(parent: Path, folder: Path) -> bool:
    # Beside a disk that was mounted nothing may outlive the machine.
    if not os.access(parent, os.W_OK):
        return False
    return not folder.exists() or folder.stat().st_dev == parent.stat().st_dev


def _copy(source: Any, name: str, target: Any, new_name: str) -> str:
    with source.open(name) as stored:
        return str(target.save(new_name, File(stored)))


def _full_url(file: Any) -> str:
    """The whole address of a stored file, which may be kept on another server."""
    url = str(file.url)
    base = getattr(settings, "WAGTAILADMIN_BASE_URL", None) or ""
    return url if "://" in url else base + url
