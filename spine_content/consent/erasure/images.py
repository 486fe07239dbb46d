from collections.abc import Iterator
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import ProtectedError, RestrictedError
from taggit.models import Tag, TaggedItem

from spine_content.consent.erasure.related_rows import image_log_entries
from spine_content.consent.erasure.scope import IMAGE_TITLE, ErasureScope, ErasureTarget
from spine_content.consent.image_files import (
    delete_file,
    delete_private_file,
    delete_rows_with_files,
)
from spine_content.consent.records import HiddenPicture


def image_rows(scope: ErasureScope) -> Iterator[ErasureTarget]:
    """The patient's images with all that Wagtail makes and keeps of them."""
    found = scope.images
    keys = list(found.values_list("pk", flat=True))
    renditions = found.model.get_rendition_model()._base_manager
    yield image_log_entries(found)
    yield ErasureTarget(Tag.objects.filter(pk__in=_own_tags(found)))
    yield ErasureTarget(renditions.filter(image__in=keys), delete_rows_with_files)
    hidden = HiddenPicture.objects.filter(image__in=keys)
    yield ErasureTarget(hidden, _delete_hidden)
    yield ErasureTarget(found.exclude(title=IMAGE_TITLE, file=""), _delete_images)


def file_names(scope: ErasureScope) -> list[str]:
    """The files that go, by the names under which they are stored."""
    found = scope.images
    renditions = found.model.get_rendition_model()._base_manager
    hidden = HiddenPicture.objects.filter(image__in=found.values("pk"))
    in_public = found.exclude(pk__in=hidden.values("image")).exclude(file="")
    stored = [*in_public, *renditions.filter(image__in=found.values("pk"))]
    private = hidden.values_list("private_name", flat=True)
    return sorted({*(row.file.name for row in stored), *private})


def _delete_hidden(rows: Any) -> None:
    for hidden in rows:
        delete_private_file(hidden.private_name)
        hidden.delete()


def _delete_images(images: Any) -> None:
    for image in images:
        delete_file(image.file)
        try:
            image.delete()
        except (ProtectedError, RestrictedError):
            # Something of the site's own holds on to the row: it stays, and is empty.
            images.model._base_manager.filter(pk=image.pk).update(
                title=IMAGE_TITLE, file="", **_empty_texts(image)
            )


def _empty_texts(image: Any) -> dict[str, str]:
    names = {field.name for field in image._meta.concrete_fields}
    return dict.fromkeys({"description", "file_hash"} & names, "")


def _own_tags(images: Any) -> set[int]:
    """Tags that nothing but these images has: they may be somebody's name."""
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
