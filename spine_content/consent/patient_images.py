"""
Which images show the patient, what else uses them, and what they are called.

An image of a patient is renamed when a story is saved with it, a draft included: nobody
knows before what it is for.
"""

from collections.abc import Collection, Iterator
from functools import partial
from typing import Any

import swapper
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.images import get_image_model
from wagtail.models import ModelLogEntry, ReferenceIndex, Revision

from spine_content.compat import references_from
from spine_content.consent.gate import ConsentRequired, story_models
from spine_content.consent.image_files import delete_file, delete_renditions
from spine_content.images import anonymise_file, has_anonymous_name


def patient_images(
    versions: list[Any], excluded_images: frozenset[int] = frozenset()
) -> Any:
    """The images on any of these versions of a story that show the patient."""
    keys = patient_image_ids(versions) - excluded_images
    return get_image_model()._base_manager.filter(pk__in=keys)


def patient_image_ids(versions: list[Any]) -> set[int]:
    """
    Keys of the images on any of these versions of a story that show the patient.

    One that nobody has labelled counts as the patient, unless another story says that
    it is a drawing or a model.
    """
    labels: dict[int, set[bool]] = {}
    for version in versions:
        for key, is_patient in _images_on(version):
            found = labels.setdefault(key, set())
            if is_patient is not None:
                found.add(is_patient)
    unlabelled = {key for key, found in labels.items() if not found}
    shown = {key for key, found in labels.items() if True in found}
    return shown | (unlabelled - _labelled_otherwise(unlabelled))


def labelled_image_ids(versions: list[Any]) -> set[int]:
    """Keys of images of which an editor said whether they show the patient."""
    found = (each for version in versions for each in _images_on(version))
    return {key for key, is_patient in found if is_patient is not None}


def image_ids_to_anonymise(version: Any) -> set[int]:
    """
    Keys of the images that a version of a story shows of its patient.

    An image in the text that other kinds of page use as well keeps its name: it is
    hardly the patient, and editors look for drawings by name.
    """
    labelled = {key for key, is_patient in _images_on(version) if is_patient}
    keys = patient_image_ids([version])
    return {key for key in keys if key in labelled or not _is_used_elsewhere(key)}


def objects_using(images: Any, ignored_pages: Collection[int] = ()) -> list[Any]:
    """Pages and other objects that use these images, but for pages with these keys."""
    page_model = swapper.load_model("wagtailcore", "Page")
    found = {}
    for image in images:
        for user, _references in ReferenceIndex.get_grouped_references_to(image):
            if not (isinstance(user, page_model) and user.pk in ignored_pages):
                found[user._meta.label, user.pk] = user
    return list(found.values())


def page_from_revision(revision: Any) -> Any:
    """
    The page as a revision stores it, without a query.

    ``as_object()`` would give it the tree position and the consent that it has now.
    """
    content = {**revision.content, "wagtail_admin_comments": []}
    return revision.content_type.model_class().from_serializable_data(
        content, check_fks=False, strict_fks=False
    )


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


def _images_on(version: Any) -> Iterator[tuple[int, bool | None]]:
    """Each image, and whether it shows the patient; ``None`` where nobody says."""
    for key, field in references_from(version, get_image_model()):
        yield key, _is_patient(version, field)


def _is_patient(version: Any, field: str) -> bool | None:
    if (label := version.image_subject_fields.get(field)) is None:
        return None
    return getattr(version, label) not in version.NOT_THE_PATIENT


def _labelled_otherwise(keys: set[int]) -> set[int]:
    """Which of these images any story labels as a drawing or a model."""
    found: set[int] = set()
    for model in story_models():
        for field, label in model.image_subject_fields.items():
            rows = model._base_manager.filter(
                **{f"{field}__in": keys, f"{label}__in": model.NOT_THE_PATIENT}
            )
            found |= set(rows.values_list(field, flat=True))
    return found


def _is_used_elsewhere(key: int) -> bool:
    """Whether anything but a story uses this image."""
    image = get_image_model()._base_manager.filter(pk=key)
    users = objects_using(image)
    models = (getattr(user, "specific_class", type(user)) for user in users)
    return not all(issubclass(model, ConsentRequired) for model in models)
