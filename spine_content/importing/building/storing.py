"""Files that came along become pictures and documents of the site, each once."""

import hashlib
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext as _
from wagtail.models import Collection
from wagtail.permission_policies.collections import (
    CollectionOwnershipPermissionPolicy,
)

from spine_content.importing.building.texts import seen
from spine_content.importing.documents import Files, ImportRefused


class NotTaken(Exception):
    """A file that is not taken, with a sentence that says why."""


@dataclass
class Store:
    """
    Files of one kind: what is stored already, and what this document has added.

    Rows go with the transaction of their document. Files do not, so ``undo`` deletes
    those of a document that came to nothing.
    """

    files: Files | None
    user: Any
    known: dict[str, int] = field(default_factory=dict)
    added: list[tuple[int, Any]] = field(default_factory=list)

    def take(self, reference: str, base: str, title: str = "") -> int:
        """The key of the row for the file that ``reference`` means in ``base``."""
        name = self.files.find(reference, base) if self.files else None
        if name is None:
            raise NotTaken(
                _("The file did not come along, and nothing is fetched from elsewhere.")
            )
        if name not in self.known:
            self.known[name] = self._stored(name, title)
        return self.known[name]

    def has(self, reference: str, base: str) -> bool:
        return bool(self.files and self.files.find(reference, base))

    def settle(self) -> None:
        """What was added is in the database for good."""
        self.added.clear()

    def undo(self) -> None:
        """What was added is not in the database: its files go too."""
        gone = {key for key, _file in self.added}
        for _key, file in self.added:
            file.storage.delete(file.name)
        # Also under the names of files with the same content.
        self.known = {name: k for name, k in self.known.items() if k not in gone}
        self.added.clear()

    def _stored(self, name: str, title: str) -> int:
        try:
            data = self.files.read(name) if self.files else b""
        except (ImportRefused, OSError) as error:
            raise NotTaken(str(error)) from error
        data = self.prepared(data)
        stem = PurePosixPath(name).stem
        title = (seen(title).strip() or stem or name)[:255]
        file = ContentFile(data, name=self.file_name(name, data))
        self.check(file)
        digest = hashlib.sha1(data, usedforsecurity=False).hexdigest()
        if (same := self._same(digest)) is not None:
            return same
        file.seek(0)
        made = self.create(title=title, file=file, collection=self._collection())
        self.added.append((made.pk, made.file))
        return int(made.pk)

    def _same(self, digest: str) -> int | None:
        """A row with the same content that the user may choose."""
        rows = self.policy.model._default_manager.filter(file_hash=digest)
        if self.user is not None:
            seen_rows = self.policy.instances_user_has_any_permission_for(
                self.user, ["choose", "change"]
            )
            rows = rows.filter(pk__in=seen_rows.values("pk"))
        found = rows.order_by("pk").values_list("pk", flat=True).first()
        return None if found is None else int(found)

    def _collection(self) -> Any:
        root = Collection.get_first_root_node()
        if self.user is None:
            return root
        allowed = self.policy.collections_user_has_permission_for(self.user, "add")
        chosen = allowed.filter(pk=root.pk).first() or allowed.order_by("path").first()
        if chosen is None:
            raise NotTaken(self.forbidden())
        return chosen

    @property
    def policy(self) -> Any:
        return CollectionOwnershipPermissionPolicy(
            self.model(), auth_model=self.auth_model(), owner_field_name=OWNER
        )

    # What differs between pictures and documents.

    def model(self) -> Any:
        raise NotImplementedError

    def auth_model(self) -> Any:
        raise NotImplementedError

    def forbidden(self) -> str:
        raise NotImplementedError

    def check(self, file: Any) -> None:
        """Raise ``NotTaken`` for a file that may not be stored."""
        raise NotImplementedError

    def create(self, **values: Any) -> Any:
        raise NotImplementedError

    def prepared(self, data: bytes) -> bytes:
        return data

    def file_name(self, name: str, data: bytes) -> str:
        return PurePosixPath(seen(name)).name


OWNER = "uploaded_by_user"


def first_message(error: ValidationError) -> str:
    return str(error.messages[0])
