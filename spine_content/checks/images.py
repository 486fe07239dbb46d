from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.core.checks import CheckMessage, Tags, Warning, register
from django.db import DatabaseError, connections
from wagtail.images import get_image_model

from spine_content.consent.gate import story_models
from spine_content.consent.image_files import (
    local_folder,
    private_storage,
    public_storage,
)


@register(Tags.database)
def check_image_tables(
    app_configs: Any, databases: Any = None, **kwargs: Any
) -> list[CheckMessage]:
    """W003: the image model was switched after our tables were made."""
    try:
        found = [each for alias in databases or [] for each in _misdirected(alias)]
    except DatabaseError:
        return []  # a database that cannot be reached is none of our business
    return [
        Warning(
            f"{field} points at the table {table}, but the images are in {images}.",
            hint=(
                "WAGTAILIMAGES_IMAGE_MODEL was changed after migrating. Move the "
                "images to the new table and the foreign key with them, in a "
                "migration of your own."
            ),
            id="spine_content.W003",
        )
        for field, table, images in found
    ]


def _misdirected(database: str) -> Iterator[tuple[str, str, str]]:
    """Each image field whose foreign key leads elsewhere, and where, and whereto."""
    connection = connections[database]
    image_model = get_image_model()
    expected = image_model._meta.db_table
    with connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor))
        for field in _image_fields(image_model):
            table = field.model._meta.db_table
            if table in tables:
                relations = connection.introspection.get_relations(cursor, table)
                found = relations.get(field.column, ("", expected))[1]
                if found != expected:
                    yield field.model._meta.label + "." + field.name, found, expected


def _image_fields(image_model: Any) -> Iterator[Any]:
    for model in apps.get_models():
        if model.__module__.startswith("spine_content."):
            for field in model._meta.local_concrete_fields:
                if field.remote_field and field.related_model is image_model:
                    yield field


@register()
def check_private_pictures(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """W005: pictures without a consent that counts stay where everybody may fetch."""
    if not story_models():
        return []
    private, public = private_storage(), public_storage()
    hidden, shown = local_folder(private), local_folder(public)
    is_inside = hidden and shown and hidden.is_relative_to(shown)
    if private is not public and not is_inside:
        return []
    return [
        Warning(
            "Pictures of patients whose consent has run out stay in the public storage "
            "of the site, under names that nobody can guess.",
            hint="Name a storage that the web server does not show “spine_private” in "
            "STORAGES.",
            id="spine_content.W005",
        )
    ]
