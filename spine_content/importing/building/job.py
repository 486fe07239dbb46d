from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import cached_property

from spine_content.importing.building.addresses import Addresses
from spine_content.importing.building.downloads import Downloads
from spine_content.importing.building.earlier import seen_before
from spine_content.importing.building.kinds import page_model
from spine_content.importing.building.pictures import Pictures
from spine_content.importing.documents import Files
from spine_content.models import ImportRun


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
        self.pictures = Pictures(self.files, self.user)
        self.downloads = Downloads(self.files, self.user)

    @cached_property
    def site(self) -> Any:
        """The site of the drafts, asked for once."""
        return page_model().objects.get(pk=self.run.parent_page_id).get_site()

    def settle(self) -> None:
        self.pictures.settle()
        self.downloads.settle()

    def undo(self) -> None:
        self.pictures.undo()
        self.downloads.undo()
