"""Where a consent leads: the pages that tell the story, and what they are called."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import swapper
from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from wagtail.models import Revision

from spine_content.consent.gate import story_models
from spine_content.consent.models import Consent
from spine_content.consent.references import as_page

#: Stored as they are, whatever the language: they tell the erased from all the rest.
TITLE = "Withdrawn story"
PICTURE_TITLE = "Withdrawn picture"


def delete(rows: Any) -> None:
    rows.delete()


@dataclass(frozen=True)
class Holding:
    """
    Rows of one table that hold something of a story, and how they lose it.

    ``rows`` leaves out what has lost it already, so that counting tells what is still
    there and erasing twice does no harm.
    """

    rows: Any
    erase: Callable[[Any], None] = delete

    @property
    def table(self) -> str:
        """The model's label, which certificates keep: it is no name of anybody."""
        return str(self.rows.model._meta.label)

    def count(self) -> int:
        return int(self.rows.count())


@dataclass(frozen=True)
class Trail:
    """
    All that is found by one consent, as the database has it now.

    Pages may be of any story type; a site's own, and subclasses of it, included.
    """

    consent: Consent
    #: Pictures that somebody looked at and that do not show the patient.
    kept: frozenset[int] = frozenset()

    @cached_property
    def page_ids(self) -> set[int]:
        """Copies, aliases and translations are among them."""
        found = self._by_row() | self._by_revision()
        while more := self._twins(found) - found:
            found |= more
        return found

    @cached_property
    def pages(self) -> list[Any]:
        page_model = swapper.load_model("wagtailcore", "Page")
        found = page_model._base_manager.filter(pk__in=self.page_ids)
        return [page.specific for page in found.order_by("path")]

    @cached_property
    def revisions(self) -> Any:
        """Every revision of these pages."""
        keys = [str(pk) for pk in self.page_ids]
        return Revision.objects.filter(
            base_content_type=self.page_content_type, object_id__in=keys
        )

    @cached_property
    def stray_revisions(self) -> Any:
        """Revisions with this consent of pages that have another one by now."""
        keys = [str(pk) for pk in self.page_ids]
        return self._naming_revisions().exclude(object_id__in=keys)

    @cached_property
    def page_content_type(self) -> Any:
        page_model = swapper.load_model("wagtailcore", "Page")
        return ContentType.objects.get_for_model(page_model)

    @cached_property
    def content_types(self) -> Any:
        """Of the pages as stories, and as pages of any kind."""
        found = ContentType.objects.get_for_models(*story_models()).values()
        specific = {page.content_type for page in self.pages}
        return {self.page_content_type, *found, *specific}

    @cached_property
    def versions(self) -> list[dict[str, Any]]:
        """What the rows and each of their revisions say, as revisions keep it."""
        rows = [page.serializable_data() for page in self.pages]
        contents = [*self.revisions, *self.stray_revisions]
        return [*rows, *(revision.content for revision in contents)]

    @cached_property
    def objects(self) -> list[Any]:
        """The rows and each of their revisions as pages, at no more queries."""
        revisions = [*self.revisions, *self.stray_revisions]
        return [*self.pages, *(as_page(revision) for revision in revisions)]

    @cached_property
    def names(self) -> set[str]:
        """Titles and slugs that the story has or had."""
        keys = ("title", "draft_title", "slug")
        return {
            str(version[key])
            for version in self.versions
            for key in keys
            if version.get(key) not in (None, "", TITLE)
        }

    def texts(self) -> Iterator[str]:
        for version in self.versions:
            yield json.dumps(version, cls=DjangoJSONEncoder, ensure_ascii=False)

    def _by_row(self) -> set[int]:
        return {
            pk
            for model in story_models()
            for pk in _keys(model._base_manager.filter(consent=self.consent))
        }

    def _by_revision(self) -> set[int]:
        # Somebody may have taken the consent off a page, and left the story on it.
        keys = self._naming_revisions().values_list("object_id", flat=True)
        return self._without_consent(pk__in={int(key) for key in keys})

    def _naming_revisions(self) -> Any:
        types = ContentType.objects.get_for_models(*story_models()).values()
        return Revision.objects.filter(
            content_type__in=types, content__consent=self.consent.pk
        )

    def _twins(self, found: set[int]) -> set[int]:
        page_model = swapper.load_model("wagtailcore", "Page")
        pages = page_model._base_manager.filter(pk__in=found)
        translations = set(pages.values_list("translation_key", flat=True))
        return self._without_consent(
            translation_key__in=translations
        ) | self._without_consent(alias_of__in=found)

    @staticmethod
    def _without_consent(**lookup: Any) -> set[int]:
        return {
            pk
            for model in story_models()
            for pk in _keys(model._base_manager.filter(consent=None, **lookup))
        }


def _keys(rows: Any) -> list[int]:
    return list(rows.values_list("pk", flat=True))
