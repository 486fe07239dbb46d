"""What one consent covers: the pages that tell the story, and every version of them."""

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
from spine_content.consent.patient_images import page_from_revision, patient_images

#: Stored as they are, whatever the language: they tell the erased from all the rest.
TITLE = "Withdrawn story"
IMAGE_TITLE = "Withdrawn picture"


def delete(rows: Any) -> None:
    rows.delete()


@dataclass(frozen=True)
class ErasureTarget:
    """
    Rows of one table that say something of a story, and how that is erased.

    ``rows`` is a queryset without those that are erased already, so that counting tells
    what is still there and erasing twice does no harm. ``erase`` is called with it.
    """

    rows: Any
    erase: Callable[[Any], None] = delete

    @property
    def table(self) -> str:
        """The model's label, which certificates keep: it names nobody."""
        return str(self.rows.model._meta.label)

    def count(self) -> int:
        return int(self.rows.count())


@dataclass(frozen=True)
class ErasureScope:
    """
    All that is found by one consent, as the database has it now.

    Pages may be of any story type; a site's own, and subclasses of it, included.
    """

    consent: Consent
    #: Keys of images that somebody looked at and that do not show the patient.
    excluded_images: frozenset[int] = frozenset()

    @cached_property
    def page_ids(self) -> set[int]:
        """Copies, aliases and translations are among them."""
        found = self._ids_by_row() | self._ids_by_revision()
        while more := self._related_ids(found) - found:
            found |= more
        return found

    @cached_property
    def pages(self) -> list[Any]:
        """The pages as instances of their own classes, in tree order."""
        page_model = swapper.load_model("wagtailcore", "Page")
        found = page_model._base_manager.filter(pk__in=self.page_ids)
        return [page.specific for page in found.order_by("path")]

    @property
    def object_ids(self) -> list[str]:
        """The keys of the pages, as generic relations store them."""
        return [str(pk) for pk in self.page_ids]

    @cached_property
    def revisions(self) -> Any:
        """Every revision of these pages."""
        return Revision.objects.filter(
            base_content_type=self.page_content_type, object_id__in=self.object_ids
        )

    @cached_property
    def reassigned_revisions(self) -> Any:
        """Revisions with this consent of pages that have another one by now."""
        return self._revisions_with_consent().exclude(object_id__in=self.object_ids)

    @cached_property
    def page_content_type(self) -> Any:
        page_model = swapper.load_model("wagtailcore", "Page")
        return ContentType.objects.get_for_model(page_model)

    @cached_property
    def content_types(self) -> Any:
        """Of the pages as stories, and as pages of any kind."""
        specific = {page.content_type for page in self.pages}
        return {self.page_content_type, *story_content_types(), *specific}

    @cached_property
    def versions(self) -> list[Any]:
        """The pages as they are, and as each revision stores them."""
        revisions = [*self.revisions, *self.reassigned_revisions]
        return [*self.pages, *(page_from_revision(each) for each in revisions)]

    @cached_property
    def versions_data(self) -> list[dict[str, Any]]:
        """The same versions as revisions store them, by field."""
        rows = [page.serializable_data() for page in self.pages]
        revisions = [*self.revisions, *self.reassigned_revisions]
        return [*rows, *(revision.content for revision in revisions)]

    @cached_property
    def names(self) -> set[str]:
        """Titles and slugs that the story has or had."""
        keys = ("title", "draft_title", "slug")
        return {
            str(version[key])
            for version in self.versions_data
            for key in keys
            if version.get(key) not in (None, "", TITLE)
        }

    @property
    def images(self) -> Any:
        """The patient's images, those of earlier versions of the story included."""
        return patient_images(self.versions, self.excluded_images)

    def versions_as_json(self) -> Iterator[str]:
        for version in self.versions_data:
            yield json.dumps(version, cls=DjangoJSONEncoder, ensure_ascii=False)

    def _ids_by_row(self) -> set[int]:
        return {
            pk
            for model in story_models()
            for pk in _keys(model._base_manager.filter(consent=self.consent))
        }

    def _ids_by_revision(self) -> set[int]:
        # Somebody may have taken the consent off a page, and left the story on it.
        keys = self._revisions_with_consent().values_list("object_id", flat=True)
        return _ids_without_consent(pk__in={int(key) for key in keys})

    def _revisions_with_consent(self) -> Any:
        return Revision.objects.filter(
            content_type__in=story_content_types(), content__consent=self.consent.pk
        )

    def _related_ids(self, found: set[int]) -> set[int]:
        """Translations and aliases."""
        page_model = swapper.load_model("wagtailcore", "Page")
        pages = page_model._base_manager.filter(pk__in=found)
        translations = set(pages.values_list("translation_key", flat=True))
        return _ids_without_consent(
            translation_key__in=translations
        ) | _ids_without_consent(alias_of__in=found)


def story_content_types() -> Any:
    return ContentType.objects.get_for_models(*story_models()).values()


def _ids_without_consent(**lookup: Any) -> set[int]:
    return {
        pk
        for model in story_models()
        for pk in _keys(model._base_manager.filter(consent=None, **lookup))
    }


def _keys(rows: Any) -> list[int]:
    return list(rows.values_list("pk", flat=True))
