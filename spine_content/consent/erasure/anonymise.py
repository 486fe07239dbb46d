"""Leaves of a page a row that keeps its place in the tree and says nothing."""

import datetime
import uuid
from collections.abc import Iterator
from functools import partial
from typing import Any

import swapper
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q, Value
from django.db.models.functions import Concat, Substr
from django.utils.crypto import get_random_string
from modelcluster.models import get_all_child_relations
from wagtail.fields import StreamField
from wagtail.models import Revision

from spine_content.consent.erasure.scope import TITLE, ErasureScope, ErasureTarget

#: Fields that place a page in the tree and in a language. All others are emptied.
KEPT_FIELDS = {
    *("path", "depth", "numchild", "content_type"),
    *("locale", "translation_key", "owner"),
}
SLUG_PREFIX = "story-"
EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)
#: For fields of a site's own that may not be empty and have no default.
FILL_VALUES: dict[str, Any] = {
    "DateField": EPOCH.date(),
    "DateTimeField": EPOCH,
    "TimeField": EPOCH.time(),
    "DurationField": datetime.timedelta(0),
    "BooleanField": False,
    "UUIDField": uuid.UUID(int=0),
    "JSONField": {},
    "BinaryField": b"",
}


def page_rows(scope: ErasureScope) -> Iterator[ErasureTarget]:
    """The pages with all that hangs on them, and every revision of them."""
    for page in scope.pages:
        yield from _children(page)
    yield ErasureTarget(scope.revisions)
    yield ErasureTarget(scope.reassigned_revisions, _delete_reassigned)
    for model in {type(page) for page in scope.pages}:
        rows = model._base_manager.filter(pk__in=scope.page_ids)
        rows = rows.filter(content_type=ContentType.objects.get_for_model(model))
        yield ErasureTarget(
            rows.exclude(_is_anonymised()),
            partial(_anonymise_pages, consent=scope.consent),
        )


def _is_anonymised() -> Q:
    return Q(
        title=TITLE,
        draft_title=TITLE,
        slug__startswith=SLUG_PREFIX,
        live=False,
        first_published_at=None,
        latest_revision=None,
    )


def _children(page: Any) -> Iterator[ErasureTarget]:
    for relation in get_all_child_relations(type(page)):
        rows = relation.related_model._base_manager
        yield ErasureTarget(rows.filter(**{relation.field.name: page.pk}))
    for field in page._meta.many_to_many:
        source: Any = field
        through = source.remote_field.through._base_manager
        yield ErasureTarget(through.filter(**{source.m2m_field_name(): page.pk}))


def _anonymise_pages(pages: Any, consent: Any) -> None:
    for page in pages:
        _anonymise_page(page, consent)


def _anonymise_page(page: Any, consent: Any) -> None:
    slug = f"{SLUG_PREFIX}{get_random_string(16).lower()}"
    path = f"{page.url_path[: -len(page.slug) - 1]}{slug}/"
    _move_descendants(page, path)
    _delete_files(page)
    values = {field.name: _empty_value(field) for field in _fields(page)}
    # Wagtail's default for a new page is to be public.
    values["live"] = False
    names = {"title": TITLE, "draft_title": TITLE, "slug": slug, "url_path": path}
    # With its consent, by which it is found again.
    values.update(**names, consent=consent)
    # In the database, not by save(): that would log, index and redirect once more.
    type(page)._base_manager.filter(pk=page.pk).update(**values)


def _fields(page: Any) -> list[Any]:
    return [
        field
        for field in page._meta.concrete_fields
        if field.name not in KEPT_FIELDS
        and not field.primary_key
        and not (field.is_relation and not field.null)
    ]


def _delete_files(page: Any) -> None:
    for field in _fields(page):
        if isinstance(field, models.FileField) and (file := getattr(page, field.name)):
            file.storage.delete(file.name)


def _empty_value(field: Any) -> Any:
    """The value of a field that says nothing, and that the database accepts."""
    if isinstance(field, StreamField):
        return field.to_python("[]")
    if field.null:
        return None
    if field.unique:
        return _unique_value(field)
    if field.has_default():
        return field.get_default()
    kind = field.get_internal_type()
    return FILL_VALUES.get(kind, "" if field.empty_strings_allowed else 0)


def _unique_value(field: Any) -> Any:
    number = uuid.uuid4()
    if field.empty_strings_allowed:
        return number.hex[: field.max_length]
    return number if field.get_internal_type() == "UUIDField" else number.int % 2**31


def _move_descendants(page: Any, path: str) -> None:
    """Give the pages below a story, and their revisions, an address below ``path``."""
    below = page.get_descendants()
    old = page.url_path
    revisions = Revision.objects.page_revisions().filter(
        object_id__in=[str(pk) for pk in below.values_list("pk", flat=True)]
    )
    for revision in revisions:
        url_path = revision.content.get("url_path", "")
        if url_path.startswith(old):
            url_path = path + url_path.removeprefix(old)
            revision.content = {**revision.content, "url_path": url_path}
            revision.save(update_fields=["content"])
    below.update(url_path=Concat(Value(path), Substr("url_path", len(old) + 1)))


def _delete_reassigned(revisions: Any) -> None:
    """Pages that are another patient's by now lose these revisions and no more."""
    page_model = swapper.load_model("wagtailcore", "Page")
    keys = {int(key) for key in revisions.values_list("object_id", flat=True)}
    revisions.delete()
    for page in page_model._base_manager.filter(pk__in=keys):
        latest = Revision.objects.for_instance(page).order_by("-created_at").first()
        page_model._base_manager.filter(pk=page.pk).update(
            latest_revision=latest,
            draft_title=latest.content["title"] if latest else page.title,
            has_unpublished_changes=latest is not None
            and latest.pk != page.live_revision_id,
        )
