"""Thousands of pages below a topic, made without a query for each."""

import uuid
from typing import Any

from django.db import connection
from wagtail.models import Page
from wagtail.search.backends import get_search_backend

from spine_content.page_types import page_models
from tests import content


def add_pages(topic: Any, number: int) -> None:
    """Makes ``number`` pages below ``topic``, as many of each type."""
    share = number // len(content.MAKERS)
    for place, (kind, make) in enumerate(content.MAKERS.items()):
        first = make(topic, title=f"{kind} zebra", slug=f"{kind}-{number}")
        copy_page(type(first).objects.get(pk=first.pk), share - 1, place * share)
        topic.refresh_from_db()
    for model in page_models(*content.MAKERS):
        get_search_backend().add_bulk(model, model.objects.descendant_of(topic))


def copy_page(page: Any, number: int, offset: int) -> None:
    parent = page.get_parent()
    steps = range(parent.numchild + 1, parent.numchild + 1 + number)
    rows = Page.objects.bulk_create([_row(page, parent, step) for step in steps])
    Page.objects.filter(pk=parent.pk).update(numchild=parent.numchild + number)
    table = connection.ops.quote_name(page._meta.db_table)
    columns = [field.column for field in page._meta.local_concrete_fields[1:]]
    names = ", ".join(map(connection.ops.quote_name, columns))
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} (page_ptr_id, {names}) "  # noqa: S608 - our own names
            f"SELECT copy.id, {names} FROM wagtailcore_page copy, {table} "
            f"WHERE page_ptr_id = %s AND copy.id BETWEEN %s AND %s",
            [page.pk, rows[0].pk, rows[-1].pk],
        )


def _row(page: Any, parent: Page, step: int) -> Page:
    row = Page.objects.get(pk=page.pk)
    row.pk = row.id = None
    row.path = Page._get_path(parent.path, row.depth, step)
    row.slug = f"{page.slug}-{step}"
    row.url_path = f"{parent.url_path}{row.slug}/"
    row.translation_key = uuid.uuid4()
    return row
