from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import cached_property

from spine_content.importing.building.addresses import Addresses
from spine_content.importing.building.downloads import Downloads
from spine_content.importing.building.earlier import seen_before
from spine_content.importing.building.kinds import page_model
from spine_content.importing.building.pictures import Pictures
from spine_content.importing.documents import Files
from spine_content.importing.models import ImportRun


@dataclass
class Job:
    """What the documents of a run share."""

    run: ImportRun
    files: Files | None
    kinds: dict[str, Any]
    addresses: Addresses = field(default_factory=Addresses)

    def __post_init__(self) -> None:
        self.user = self.run.user
        self.known = seen_before(self.run)
        self.slugs: dict[int, set[str]] = {}
        self.pictures = Pictures(self.files, self.user)
        self.downloads = Downloads(self.files, self.user)

    @cached_property
    def top(self) -> Any:
        """The page that the drafts are put below, as it was when the job began."""
        pages = page_model().objects.select_related("locale")
        return pages.get(pk=self.run.parent_page_id)

    @cached_property
    def site(self) -> Any:
        return self.top.get_site()

    @cached_property
    def language(self) -> str:
        return str(self.top.locale.language_code)

    def slugs_below(self, page: Any) -> set[str]:
        """The ends of addresses that are taken below ``page``, asked for once."""
        if page.pk not in self.slugs:
            slugs = page.get_children().order_by().values_list("slug", flat=True)
            self.slugs[page.pk] = set(slugs)
        return self.slugs[page.pk]

    def settle(self) -> None:
        self.pictures.settle()
        self.downloads.settle()

    def undo(self) -> None:
        self.slugs.clear()
        self.pictures.undo()
        self.downloads.undo()
