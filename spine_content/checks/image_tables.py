from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.core.checks import CheckMessage, Tags, Warning, register
from django.db import DatabaseError, connections
from wagtail.images import get_image_model


@register(Tags.database)
def check_image_tables(
    app_configs: Any, databases: Any = None, **kwargs: Any
) -> list[CheckMessage]:
    """W003: the image model was switched after our tables were made."""
    try:
        found = [each for alias in databases or [] for each in _strayed(alias)]
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


def _strayed(database: str) -> Iterator[tuple[str, str, str]]:
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
