"""
A picture of a patient is stored under a name and a title that say nothing of them.

It becomes one when a story is saved with it, a draft included, whichever way it was
uploaded: nobody knows before what it is for.
"""

from functools import partial
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.images import get_image_model
from wagtail.models import Revision

from spine_content.consent.erasure.logs import rename_log_entries
from spine_content.consent.gate import story_models
from spine_content.consent.patient_images import neutral_pictures
from spine_content.consent.public_files import delete_file, delete_renditions
from spine_content.consent.references import as_page
from spine_content.images import is_neutral, make_neutral


def anonymise_on_save(
    sender: Any, instance: Any, raw: bool = False, **kwargs: Any
) -> None:
    """Receives ``post_save`` of a story, and of every revision: its draft is one."""
    if raw:
        return
    if isinstance(instance, Revision):
        # Of what somebody saves, Django remembers the type: no query.
        kind = ContentType.objects.get_for_id(instance.content_type_id)
        model = kind.model_class()
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
        if not is_neutral(image) and image.file.storage.exists(image.file.name):
            _rename(image)


def _rename(image: Any) -> None:
    former = type(image)._base_manager.get(pk=image.pk).file
    with transaction.atomic():
        make_neutral(image)
        rename_log_entries(image)
    delete_renditions(image)
    delete_file(former)
