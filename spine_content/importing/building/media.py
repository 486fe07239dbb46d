"""Pictures and documents that came along, stored in Wagtail's libraries, each once."""

import hashlib
import io
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any, ClassVar
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from PIL import Image as Pillow
from wagtail.documents import get_document_model
from wagtail.documents.models import Document
from wagtail.images import get_image_model
from wagtail.images.fields import WagtailImageField
from wagtail.images.models import Image
from wagtail.models import Collection
from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy

from spine_content import conf
from spine_content.images import strip_metadata
from spine_content.importing.documents import AttachedFiles, ImportRefused
from spine_content.importing.sanitiser import without_control_characters


class FileRejected(Exception):
    """A file that is not taken, with a sentence that says why."""


@dataclass
class FileStore:
    """
    Files of one kind: what is stored already, and what this document has added.

    Rows are rolled back with the transaction of their document. Files are not, so
    ``rollback`` deletes those of a document that failed.
    """

    #: What differs between pictures and documents.
    get_model: ClassVar[Any]
    auth_model: ClassVar[Any]
    forbidden: ClassVar[Any]

    files: AttachedFiles | None
    user: Any
    stored: dict[str, int] = field(default_factory=dict)
    added: list[tuple[int, Any]] = field(default_factory=list)

    def store(self, reference: str, base: str, title: str = "") -> int:
        """The key of the row for the file that ``reference`` means in ``base``."""
        name = self.files.find(reference, base) if self.files else None
        if name is None:
            raise FileRejected(
                _("The file did not come along, and nothing is fetched from elsewhere.")
            )
        if name not in self.stored:
            self.stored[name] = self._store_file(name, title)
        return self.stored[name]

    def commit(self) -> None:
        """What was added is in the database for good."""
        self.added.clear()

    def rollback(self) -> None:
        """What was added is not in the database: its files go too."""
        gone = {key for key, _file in self.added}
        for _key, file in self.added:
            file.storage.delete(file.name)
        # Also under the names of files with the same content.
        self.stored = {name: k for name, k in self.stored.items() if k not in gone}
        self.added.clear()

    def _store_file(self, name: str, title: str) -> int:
        try:
            data = self.files.read(name) if self.files else b""
        except (ImportRefused, OSError) as error:
            raise FileRejected(str(error)) from error
        data = self.prepared(data)
        stem = PurePosixPath(name).stem
        title = (without_control_characters(title).strip() or stem or name)[:255]
        file = ContentFile(data, name=self.file_name(name, data))
        self.check(file)
        digest = hashlib.sha1(data, usedforsecurity=False).hexdigest()
        if (same := self._same_file(digest)) is not None:
            return same
        file.seek(0)
        made = self.get_model()(
            title=title,
            file=file,
            collection=self._collection(),
            uploaded_by_user=self.user,
            file_size=len(data),
            file_hash=digest,
        )
        try:
            made.clean()
        except ValidationError as error:
            raise FileRejected(error.messages[0]) from error
        made.save()
        self.added.append((made.pk, made.file))
        return int(made.pk)

    def _same_file(self, digest: str) -> int | None:
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
            raise FileRejected(str(self.forbidden))
        return chosen

    @property
    def policy(self) -> Any:
        return CollectionOwnershipPermissionPolicy(
            self.get_model(),
            auth_model=self.auth_model,
            owner_field_name="uploaded_by_user",
        )

    def check(self, file: Any) -> None:
        """Raise ``FileRejected`` for a file that may not be stored."""
        raise NotImplementedError

    def prepared(self, data: bytes) -> bytes:
        return data

    def file_name(self, name: str, data: bytes) -> str:
        return PurePosixPath(without_control_characters(name)).name


#: What files are called that hold these formats, whatever the old site called them.
_IMAGE_SUFFIXES = {
    "JPEG": ".jpg",
    "MPO": ".jpg",
    "PNG": ".png",
    "GIF": ".gif",
    "WEBP": ".webp",
    "AVIF": ".avif",
}


class ImageStore(FileStore):
    """Pictures, as Wagtail would take them from its own form, without metadata."""

    get_model = staticmethod(get_image_model)
    auth_model = Image
    forbidden = gettext_lazy("You may not add images to any collection.")

    def prepared(self, data: bytes) -> bytes:
        # Before the hash, or the same picture would not be found again.
        return strip_metadata(data) if conf.get("STRIP_IMAGE_METADATA") else data

    def file_name(self, name: str, data: bytes) -> str:
        path = PurePosixPath(super().file_name(name, data))
        suffix = _IMAGE_SUFFIXES.get(_image_format(data), path.suffix)
        right = {".jpeg": ".jpg"}.get(path.suffix.lower(), path.suffix.lower())
        return path.name if right == suffix else f"{path.stem}{suffix}"

    def check(self, file: Any) -> None:
        try:
            WagtailImageField().clean(file)
        except ValidationError as error:
            raise FileRejected(error.messages[0]) from error
        except Pillow.DecompressionBombError as error:
            # Before Wagtail 8, its own limit is asked for too late.
            raise FileRejected(_("This file has too many pixels.")) from error
        except Exception as error:  # Wagtail lets pass what Pillow and plugins raise
            raise FileRejected(_broken_picture()) from error
        if not _can_be_decoded(file):
            raise FileRejected(_broken_picture())


def _broken_picture() -> str:
    return _("The picture is broken, or its end is missing.")


def _can_be_decoded(file: Any) -> bool:
    """Whether every pixel is there: Wagtail only looks at the beginning of a file."""
    if PurePosixPath(file.name).suffix.lower() == ".svg":
        return True
    file.seek(0)
    try:
        with Pillow.open(file) as opened:
            opened.load()
    except Exception:  # whatever a broken file makes Pillow and its plugins raise
        return False
    return True


def _image_format(data: bytes) -> str:
    try:
        with Pillow.open(io.BytesIO(data)) as opened:
            return opened.format or ""
    except Exception:  # whatever a broken file makes Pillow raise, Wagtail explains it
        return ""


#: Files that people read. What a browser might run is not among them.
DOCUMENT_SUFFIXES = frozenset(
    [".pdf", ".doc", ".docx", ".odt", ".rtf", ".txt", ".xls", ".xlsx", ".ods"]
    + [".csv", ".ppt", ".pptx", ".odp", ".epub", ".ics"]
)
MAX_DOCUMENT_BYTES = 50 * 1024 * 1024


class DocumentStore(FileStore):
    """Leaflets and other files to load."""

    get_model = staticmethod(get_document_model)
    auth_model = Document
    forbidden = gettext_lazy("You may not add documents to any collection.")

    def check(self, file: Any) -> None:
        if PurePosixPath(file.name).suffix.lower() not in DOCUMENT_SUFFIXES:
            raise FileRejected(_("Files of this kind are not taken."))
        if file.size > MAX_DOCUMENT_BYTES:
            raise FileRejected(
                _("The file is too big (%(size)s).")
                % {"size": filesizeformat(file.size)}
            )


def is_download(reference: str) -> bool:
    """Whether a link leads to a file that people read."""
    try:
        path = urlsplit(reference).path
    except ValueError:
        return False
    return PurePosixPath(path).suffix.lower() in DOCUMENT_SUFFIXES
