"""
Every private name of Wagtail and Django that the package depends on, each in a
function of its own. ``tests/test_compat.py`` fails where one of them changes.
"""

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

from django.db import router
from django.db.models.fields.files import FieldFile
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.models import ReferenceIndex

#: Of version 3 of Wagtail's API (Wagtail 8 and later).
V3_PAGES = "wagtail.api.v3.routers.pages"


def has_unsaved_upload(file: FieldFile) -> bool:
    """
    Whether a file has been put into its field and not been stored yet.

    Django stores it in ``pre_save`` of the field, and has no signal in between.
    """
    return not file._committed  # type: ignore[attr-defined]


class InstanceCleaningForm(WagtailAdminModelForm):
    """
    A model form that can look at the instance as it will be saved.

    Django fills the instance after ``clean()``, and offers no later public step.
    """

    def clean_instance(self) -> None:
        """Add errors that depend on ``self.instance`` with all that was typed."""

    def _post_clean(self) -> None:
        super()._post_clean()
        self.clean_instance()


def replace_v3_pages_queryset(replacement: Callable[..., Any]) -> Callable[..., Any]:
    """
    Make every view of version 3 of the pages API ask ``replacement`` for its pages.

    Lists, single pages, searches and filters all look the function up in their module,
    and Wagtail has no hook for it. Returns the function that was there.
    """
    router: Any = import_module(V3_PAGES)
    replaced: Callable[..., Any] = router.get_pages_queryset
    router.get_pages_queryset = replacement
    return replaced


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
