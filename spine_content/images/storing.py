import hashlib
from typing import Any

from django.core.files.base import ContentFile

from spine_content import conf
from spine_content.images.cleaning import without_metadata


def strip_metadata_on_save(instance: Any, raw: bool = False, **kwargs: Any) -> None:
    """Receives ``pre_save`` of the site's image model, whoever is storing the image."""
    file = instance.file
    if raw or not file or not conf.get("STRIP_IMAGE_METADATA"):
        return
    if not file._committed:
        _strip_upload(instance, file)
    elif _is_newly_named(instance):
        _strip_in_storage(instance, file)


def _strip_upload(instance: Any, file: Any) -> None:
    content = file.file
    content.open()
    data = content.read()
    content.seek(0)
    cleaned = without_metadata(data)
    if cleaned != data:
        file.file = ContentFile(cleaned, name=file.name)
        _describe(instance, cleaned)


def _is_newly_named(instance: Any) -> bool:
    # ``image.file.save(name, content)`` has stored its file before we are asked.
    images = type(instance)._base_manager.filter(pk=instance.pk)
    return not images.filter(file=instance.file.name).exists()


def _strip_in_storage(instance: Any, file: Any) -> None:
    try:
        with file.storage.open(file.name) as stored:
            data = stored.read()
    except OSError:
        return  # a row may be kept for a file that is not there
    cleaned = without_metadata(data)
    if cleaned == data:
        return
    old = file.name
    # The new file first, so that no failure leaves the image without one.
    instance.file = file.storage.save(old, ContentFile(cleaned))
    _describe(instance, cleaned)
    if not type(instance)._base_manager.filter(file=old).exists():
        file.storage.delete(old)


def _describe(instance: Any, data: bytes) -> None:
    # Wagtail has measured what was uploaded, and finds duplicates by these.
    if instance.file_size is not None:
        instance.file_size = len(data)
    if instance.file_hash:
        instance.file_hash = hashlib.sha1(data, usedforsecurity=False).hexdigest()
