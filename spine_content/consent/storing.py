"""Files of pictures: how they go, and where those are that nobody may see."""

from typing import Any

from django.conf import settings
from django.core.files.storage import storages
from wagtail.images import get_image_model

from spine_content.consent.caches import file_url, purge

#: A site that has a place which its web server does not show names it so in STORAGES.
PRIVATE = "spine_private"


def private_storage() -> Any:
    """Where hidden pictures are: beside the public ones unless the site has better."""
    if PRIVATE in settings.STORAGES:
        return storages[PRIVATE]
    field: Any = get_image_model()._meta.get_field("file")
    return field.storage


def delete_file(file: Any) -> None:
    """Delete a stored file, and have caches forget it."""
    if file:
        file.storage.delete(file.name)
        purge([file_url(file)])


def delete_with_files(rows: Any) -> None:
    for row in rows:
        # The file first: when this is cut short, the row says what is still to do.
        delete_file(row.file)
        row.delete()


def delete_renditions(image: Any) -> None:
    delete_with_files(image.renditions.all())
