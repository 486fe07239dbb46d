"""
A picture of a patient is stored under a name and a title that say nothing of them.

It becomes one when a story is saved with it, a draft included, whichever way it was
uploaded: nobody knows before what it is for.
"""

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_save
from wagtail.images import get_image_model
from wagtail.models import Revision

from spine_content.consent.erasure.logs import rename_log_entries
from spine_content.consent.gate import story_models
from spine_content.consent.patient_images import neutral_pictures
from spine_content.consent.public_files import delete_file, delete_renditions
from spine_content.consent.references import as_page
from spine_content.images import anonymise_file, has_neutral_name


def watch() -> None:
    """Listen to everything that a story is saved in."""
    for model in (Revision, *story_models()):
        uid = f"spine_content.neutral_{model._meta.label_lower}"
        post_save.connect(_saved, sender=model, dispatch_uid=uid)


def _saved(sender: Any, instance: Any, raw: bool = False, **kwargs: Any) -> None:
    if raw:
        return
    if isinstance(instance, Revision):
        model = instance.content_type.model_class()
        if not (model and issubclass(model, tuple(story_models()))):
            return
        instance = as_page(instance)
    if keys := neutral_pictures(instance):
        # The row has to be there, or the file would be renamed for nothing.
        transaction.on_commit(partial(neutralise, keys))


def neutralise(keys: set[int]) -> None:
    """Rename these pictures, unless they have been already."""
    for image in get_image_model()._base_manager.filter(pk__in=keys):
        # One that is hidden, or lost, is not there to be renamed.
        if not has_neutral_name(image) and image.file.storage.exists(image.file.name):
            _rename(image)


def _rename(image: Any) -> None:
    former = type(image)._base_manager.get(pk=image.pk).file
    with transaction.atomic():
        anonymise_file(image)
        rename_log_entries(image)
    delete_renditions(image)
    delete_file(former)
