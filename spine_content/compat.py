"""
Where Wagtail has no public way, its private one: each with its reason.

``tests/test_compat.py`` fails when Wagtail changes one of them.
"""

from collections.abc import Iterator
from typing import Any

from django.db import router
from wagtail.models import ReferenceIndex


def references_from(instance: Any, model: Any) -> Iterator[tuple[int, str]]:
    """
    Key and place of every object of ``model`` that ``instance`` refers to.

    The place is a field name, or begins with one, as in ``body.image``. Fields, blocks,
    rich text and child objects are looked at, as Wagtail does for its own table.
    """
    # The public table of references holds what is stored in the row of a page, and
    # nothing of its drafts and older revisions.
    index: Any = ReferenceIndex
    wanted = index._get_base_content_type(model).pk
    found = index._extract_references_from_object(instance)
    for content_type, key, field, _path in found:
        if content_type == wanted:
            yield int(key), field


def delete_index_entries(entries: Any) -> None:
    """Delete rows of Wagtail's search index, given as a queryset."""
    # As Wagtail deletes an entry. On SQLite ``delete()`` would take each out of the
    # full-text table twice: by the relation, and by the trigger on these rows.
    entries._raw_delete(using=router.db_for_write(entries.model))
