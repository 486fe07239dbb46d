"""What is left of a page: a row that keeps its place in the tree and says nothing."""

import datetime
import uuid
from collections.abc import Iterator
from typing import Any

import swapper
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.utils.crypto import get_random_string
from modelcluster.models import get_all_child_relations
from wagtail.fields import StreamField
from wagtail.models import Revision

from spine_content.consent.erasure.scope import TITLE, Holding, Trail

#: Where the page stands, in which language, and whose consent it was. All else goes.
KEPT = {
    *("path", "depth", "numchild", "content_type"),
    *("locale", "translation_key", "owner"),
}
SLUG = "story-"
NEVER = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)
#: For fields of a site's own that may not be empty and have no default.
FILLERS: dict[str, Any] = {
    "DateField": NEVER.date(),
    "DateTimeField": NEVER,
    "TimeField": NEVER.time(),
    "DurationField": datetime.timedelta(0),
    "BooleanField": False,
    "UUIDField": uuid.UUID(int=0),
    "JSONField": {},
    "BinaryField": b"",
}


def page_rows(trail: Trail) -> Iterator[Holding]:
    """The pages with all that hangs on them, and every revision of them."""
    for page in trail.pages:
        yield from _children(page)
    yield Holding(trail.revisions)
    yield Holding(trail.stray_revisions, _delete_strays)
    for model in {type(page) for page in trail.pages}:
        rows = model._base_manager.filter(pk__in=trail.page_ids)
        rows = rows.filter(content_type=ContentType.objects.get_for_model(model))
        yield Holding(rows.exclude(_blanked()), _blanker(trail.consent))


def _blanked() -> Q:
    return Q(
        title=TITLE,
        draft_title=TITLE,
        slug__startswith=SLUG,
        live=False,
        first_published_at=None,
        latest_revision=None,
    )


def _children(page: Any) -> Iterator[Holding]:
    for relation in get_all_child_relations(type(page)):
        rows = relation.related_model._base_manager
        yield Holding(rows.filter(**{relation.field.name: page.pk}))
    for field in page._meta.many_to_many:
        source: Any = field
        through = source.remote_field.through._base_manager
        yield Holding(through.filter(**{source.m2m_field_name(): page.pk}))


def _blanker(consent: Any) -> Any:
    def blank(rows: Any) -> None:
        for page in rows:
            _blank_page(page, consent)

    return blank


def _blank_page(page: Any, consent: Any) -> None:
    slug = f"{SLUG}{get_random_string(16).lower()}"
    path = f"{page.url_path[: -len(page.slug) - 1]}{slug}/"
    page._update_descendant_url_paths(page.url_path, path)
    _rename_below(page, path)
    _delete_files(page)
    values = {field.name: blank_value(field) for field in _fields(page)}
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
        if field.name not in KEPT
        and not field.primary_key
        and not (field.is_relation and not field.null)
    ]


def _delete_files(page: Any) -> None:
    for field in _fields(page):
        if isinstance(field, models.FileField) and (file := getattr(page, field.name)):
            file.storage.delete(file.name)


def blank_value(field: Any) -> Any:
    """What a field says when it says nothing."""
    if isinstance(field, StreamField):
        return field.to_python("[]")
    if field.null:
        return None
    if field.unique:
        return _never_twice(field)
    if field.has_default():
        return field.get_default()
    kind = field.get_internal_type()
    return FILLERS.get(kind, "" if field.empty_strings_allowed else 0)


def _never_twice(field: Any) -> Any:
    number = uuid.uuid4()
    if field.empty_strings_allowed:
        return number.hex[: field.max_length]
    return number if field.get_internal_type() == "UUIDField" else number.int % 2**31


def _rename_below(page: Any, path: str) -> None:
    """Revisions of pages below a story hold the address of the story."""
    keys = [str(pk) for pk in page.get_descendants().values_list("pk", flat=True)]
    for revision in Revision.objects.page_revisions().filter(object_id__in=keys):
        old = revision.content.get("url_path", "")
        if old.startswith(page.url_path):
            url_path = path + old.removeprefix(page.url_path)
            revision.content = {**revision.content, "url_path": url_path}
            revision.save(update_fields=["content"])


def _delete_strays(revisions: Any) -> None:
    """The page is another patient's by now: it loses its old versions and no more."""
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
