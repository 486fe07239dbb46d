"""What the documents of one run share while their drafts are made."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import cached_property

from spine_content.importing.building.links import UrlMap
from spine_content.importing.building.media import DocumentStore, ImageStore
from spine_content.importing.building.placement import page_model
from spine_content.importing.building.previous_imports import known_key_hashes
from spine_content.importing.documents import AttachedFiles
from spine_content.importing.models import ImportRun


@dataclass
class Job:
    """What the documents of a run share."""

    run: ImportRun
    files: AttachedFiles | None
    page_types: dict[str, Any]
    url_map: UrlMap = field(default_factory=UrlMap)

    def __post_init__(self) -> None:
        self.user = self.run.user
        self.known_hashes = known_key_hashes(self.run)
        self.slugs: dict[int, set[str]] = {}
        self.pictures = ImageStore(self.files, self.user)
        self.downloads = DocumentStore(self.files, self.user)

    @cached_property
    def parent_page(self) -> Any:
        """The page that the drafts are put below, as it was when the job began."""
        pages = page_model().objects.select_related("locale")
        return pages.get(pk=self.run.parent_page_id)

    @cached_property
    def site(self) -> Any:
        return self.parent_page.get_site()

    @cached_property
    def language(self) -> str:
        return str(self.parent_page.locale.language_code)

    def slugs_below(self, page: Any) -> set[str]:
        """The ends of addresses that are taken below ``page``, asked for once."""
        if page.pk not in self.slugs:
            slugs = page.get_children().order_by().values_list("slug", flat=True)
            self.slugs[page.pk] = set(slugs)
        return self.slugs[page.pk]

    def commit(self) -> None:
        self.pictures.commit()
        self.downloads.commit()

    def rollback(self) -> None:
        self.slugs.clear()
        self.pictures.rollback()
        self.downloads.rollback()
