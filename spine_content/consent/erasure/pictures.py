from collections.abc import Iterator
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import ProtectedError, RestrictedError
from taggit.models import Tag, TaggedItem
from wagtail.images import get_image_model

from spine_content.consent.erasure.logs import picture_log_entries
from spine_content.consent.erasure.scope import PICTURE_TITLE, Holding, Trail
from spine_content.consent.patient_images import patient_pictures
from spine_content.consent.private_files import delete_private
from spine_content.consent.public_files import delete_file, delete_with_files
from spine_content.consent.records import HiddenPicture


def found_pictures(trail: Trail) -> Any:
    """The patient's pictures, those of earlier versions of the story included."""
    keys = patient_pictures(trail.objects, trail.kept)
    return get_image_model()._base_manager.filter(pk__in=keys)


def pictures(trail: Trail) -> Iterator[Holding]:
    """The patient's pictures with all that Wagtail makes and keeps of them."""
    images = found_pictures(trail)
    keys = list(images.values_list("pk", flat=True))
    renditions = images.model.get_rendition_model()._base_manager
    yield picture_log_entries(images)
    yield Holding(Tag.objects.filter(pk__in=_own_tags(images)))
    yield Holding(renditions.filter(image__in=keys), delete_with_files)
    hidden = HiddenPicture.objects.filter(image__in=keys)
    yield Holding(hidden, _delete_hidden)
    yield Holding(images.exclude(title=PICTURE_TITLE, file=""), _delete_pictures)


def file_names(trail: Trail) -> list[str]:
    """The files that go, by the names under which they are stored."""
    images = found_pictures(trail)
    renditions = images.model.get_rendition_model()._base_manager
    hidden = HiddenPicture.objects.filter(image__in=images.values("pk"))
    in_public = images.exclude(pk__in=hidden.values("image")).exclude(file="")
    stored = [*in_public, *renditions.filter(image__in=images.values("pk"))]
    private = hidden.values_list("private_name", flat=True)
    return sorted({*(row.file.name for row in stored), *private})


def _delete_hidden(rows: Any) -> None:
    for hidden in rows:
        delete_private(hidden.private_name)
        hidden.delete()


def _delete_pictures(images: Any) -> None:
    for image in images:
        delete_file(image.file)
        try:
            image.delete()
        except (ProtectedError, RestrictedError):
            # Something of the site's own holds on to the row: it stays, and is empty.
            images.model._base_manager.filter(pk=image.pk).update(
                title=PICTURE_TITLE, file="", **_words(image)
            )


def _words(image: Any) -> dict[str, str]:
    names = {field.name for field in image._meta.concrete_fields}
    return dict.fromkeys({"description", "file_hash"} & names, "")


def _own_tags(images: Any) -> set[int]:
    """Tags of these pictures that nothing else has: they may be somebody's name."""
    tagged = TaggedItem.objects.filter(
        content_type=ContentType.objects.get_for_model(images.model),
        object_id__in=list(images.values_list("pk", flat=True)),
    )
    own = set(tagged.values_list("tag", flat=True))
    for relation in filter(lambda each: each.one_to_many, Tag._meta.related_objects):
        rows = relation.related_model._base_manager.filter(
            **{f"{relation.field.name}__in": own}
        )
        if relation.related_model is TaggedItem:
            rows = rows.exclude(pk__in=tagged.values("pk"))
        own -= set(rows.values_list(relation.field.name, flat=True))
    return own
