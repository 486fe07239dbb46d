"""
An image of a patient is stored under a file name and a title that say nothing of them.

It is renamed when a story is saved with it, a draft included, whichever way it was
uploaded: nobody knows before what it is for.
"""

from functools import partial
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.images import get_image_model
from wagtail.models import ModelLogEntry, Revision

from spine_content.consent.gate import ConsentRequired
from spine_content.consent.image_files import delete_file, delete_renditions
from spine_content.consent.patient_images import (
    image_ids_to_anonymise,
    page_from_revision,
)
from spine_content.images import anonymise_file, has_anonymous_name


def anonymise_on_save(
    sender: Any, instance: Any, raw: bool = False, **kwargs: Any
) -> None:
    """Receives ``post_save`` of a story, and of every revision: its draft is one."""
    if raw:
        return
    if isinstance(instance, Revision):
        # Django remembers the type of what somebody saves: no query.
        content_type = ContentType.objects.get_for_id(instance.content_type_id)
        model = content_type.model_class()
        if not (model and issubclass(model, ConsentRequired)):
            return
        instance = page_from_revision(instance)
    if keys := image_ids_to_anonymise(instance):
        # The row has to be there, or the file would be renamed for nothing.
        transaction.on_commit(partial(anonymise, keys))


def anonymise(keys: set[int]) -> None:
    """Rename the images with these keys, unless that has been done already."""
    for image in get_image_model()._base_manager.filter(pk__in=keys):
        # One that is hidden, or lost, is not there to be renamed.
        if not has_anonymous_name(image) and image.file.storage.exists(image.file.name):
            _rename(image)


def _rename(image: Any) -> None:
    former = type(image)._base_manager.get(pk=image.pk).file
    with transaction.atomic():
        anonymise_file(image)
        _rename_log_entries(image)
    delete_renditions(image)
    delete_file(former)


def _rename_log_entries(image: Any) -> None:
    content_type = ContentType.objects.get_for_model(type(image))
    entries = ModelLogEntry.objects.filter(
        content_type=content_type, object_id=str(image.pk)
    )
    entries.exclude(label=image.title).update(label=image.title)
