"""Which pictures show the patient, and where else they are used."""

from collections.abc import Iterator
from typing import Any

import swapper
from wagtail.images import get_image_model
from wagtail.models import ReferenceIndex

from spine_content.consent.gate import story_models
from spine_content.consent.references import references

#: What an editor said of the picture in the field ``image`` is in ``image_is``.
LABEL = "_is"


def patient_pictures(versions: list[Any], kept: frozenset[int]) -> set[int]:
    """
    Keys of the pictures on any of these versions of a story that show the patient.

    One that nobody has labelled counts as the patient, unless another story says that
    it is a drawing or a model.
    """
    said: dict[int, set[bool]] = {}
    for version in versions:
        for key, is_patient in _pictures_on(version):
            labels = said.setdefault(key, set())
            if is_patient is not None:
                labels.add(is_patient)
    unlabelled = {key for key, labels in said.items() if not labels}
    shown = {key for key, labels in said.items() if True in labels}
    return (shown | (unlabelled - _drawings(unlabelled))) - kept


def labelled_pictures(versions: list[Any]) -> set[int]:
    """Keys of pictures of which an editor said whether they show the patient."""
    found = (each for version in versions for each in _pictures_on(version))
    return {key for key, is_patient in found if is_patient is not None}


def neutral_pictures(version: Any) -> set[int]:
    """
    Keys of the pictures that a version of a story shows of its patient.

    A picture in the text that other kinds of page use as well keeps its name: it is
    hardly the patient, and editors look for drawings by name.
    """
    keys = patient_pictures([version], frozenset())
    patients = {key for key, is_patient in _pictures_on(version) if is_patient}
    return {key for key in keys if key in patients or not _elsewhere(key)}


def _elsewhere(key: int) -> bool:
    """Whether anything but a story uses this picture."""
    stories = tuple(story_models())
    kinds = (getattr(user, "specific_class", type(user)) for user in uses({key}, set()))
    return not all(issubclass(kind, stories) for kind in kinds)


def _pictures_on(version: Any) -> Iterator[tuple[int, bool | None]]:
    """Each picture, and whether it shows the patient; ``None`` where nobody says."""
    for key, field in references(version, get_image_model()):
        yield key, _label(version, field)


def _label(version: Any, field: str) -> bool | None:
    if not hasattr(version, f"{field}{LABEL}"):
        return None
    label = getattr(version, f"{field}{LABEL}")
    return label not in getattr(version, "NOT_THE_PATIENT", ())


def _drawings(keys: set[int]) -> set[int]:
    """Which of these pictures a story shows as its drawing or model."""
    found: set[int] = set()
    for model in story_models():
        for field in model._meta.concrete_fields:
            label = f"{field.name}{LABEL}"
            if field.related_model is get_image_model() and hasattr(model, label):
                rows = model._base_manager.filter(
                    **{f"{field.name}__in": keys, f"{label}__in": model.NOT_THE_PATIENT}
                )
                found |= set(rows.values_list(field.name, flat=True))
    return found


def uses(keys: set[int], but_for: set[int]) -> list[Any]:
    """What else shows these pictures, without the pages of ``but_for``."""
    page_model = swapper.load_model("wagtailcore", "Page")
    found = {}
    for image in get_image_model()._base_manager.filter(pk__in=keys):
        for user, _references in ReferenceIndex.get_grouped_references_to(image):
            if not (isinstance(user, page_model) and user.pk in but_for):
                found[user._meta.label, user.pk] = user
    return list(found.values())
