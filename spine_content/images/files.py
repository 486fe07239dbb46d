import hashlib
import re
import uuid
from pathlib import PurePosixPath
from typing import Any

from django.core.files.base import ContentFile
from django.utils.translation import gettext as _

from spine_content import conf
from spine_content.compat import has_unsaved_upload
from spine_content.images.metadata import strip_metadata

#: The last part of a name that says nothing. A storage adds to names that are taken.
ANONYMOUS_NAME = re.compile(r"[0-9a-f]{32}(_\w{7})?\.\w+\Z")


def strip_metadata_on_save(instance: Any, raw: bool = False, **kwargs: Any) -> None:
    """Receives ``pre_save`` of the site's image model, whoever is storing the image."""
    file = instance.file
    if raw or not file or not conf.get("STRIP_IMAGE_METADATA"):
        return
    if has_unsaved_upload(file):
        _strip_upload(instance, file)
    elif _is_newly_named(instance):
        _strip_stored(instance, file)


def has_anonymous_name(image: Any) -> bool:
    """Whether the name of the file says nothing of who is in the picture."""
    return bool(ANONYMOUS_NAME.match(PurePosixPath(image.file.name).name))


def anonymise_file(image: Any) -> str:
    """
    Give a picture of a patient a file name and a title that say nothing of them.

    Place, camera and comments go too, whatever the site's setting. Returns the name of
    the old file, which the caller deletes once the new one is sure to stay.
    """
    storage, old = image.file.storage, image.file.name
    with storage.open(old) as stored:
        cleaned = strip_metadata(stored.read())
    suffix = PurePosixPath(old).suffix.lower()
    name = image.get_upload_to(f"{uuid.uuid4().hex}{suffix}")
    image.file = storage.save(name, ContentFile(cleaned))
    image.title = _("Story image %(number)s") % {"number": image.pk}
    image.file_size, image.file_hash = len(cleaned), _hash(cleaned)
    image.save()
    return str(old)


def _strip_upload(instance: Any, file: Any) -> None:
    content = file.file
    content.open()
    data = content.read()
    content.seek(0)
    cleaned = strip_metadata(data)
    if cleaned != data:
        file.file = ContentFile(cleaned, name=file.name)
        _update_details(instance, cleaned)


def _is_newly_named(instance: Any) -> bool:
    # ``image.file.save(name, content)`` has stored its file before we are asked.
    images = type(instance)._base_manager.filter(pk=instance.pk)
    return not images.filter(file=instance.file.name).exists()


def _strip_stored(instance: Any, file: Any) -> None:
    try:
        with file.storage.open(file.name) as stored:
            data = stored.read()
    except OSError:
        return  # a row may be kept for a file that is not there
    cleaned = strip_metadata(data)
    if cleaned == data:
        return
    old = file.name
    # The new file first, so that no failure leaves the image without one.
    instance.file = file.storage.save(old, ContentFile(cleaned))
    _update_details(instance, cleaned)
    if not type(instance)._base_manager.filter(file=old).exists():
        file.storage.delete(old)


def _update_details(instance: Any, data: bytes) -> None:
    # Wagtail has measured what was uploaded, and finds duplicates by these.
    if instance.file_size is not None:
        instance.file_size = len(data)
    if instance.file_hash:
        instance.file_hash = _hash(data)


def _hash(data: bytes) -> str:
    """As Wagtail makes it."""
    return hashlib.sha1(data, usedforsecurity=False).hexdigest()
