from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from wagtail.documents import get_document_model
from wagtail.documents.models import Document

from spine_content.importing.building.storing import (
    OWNER,
    NotTaken,
    Store,
    first_message,
)

#: Files that people read. What a browser might run is not among them.
SUFFIXES = frozenset(
    [".pdf", ".doc", ".docx", ".odt", ".rtf", ".txt", ".xls", ".xlsx", ".ods"]
    + [".csv", ".ppt", ".pptx", ".odp", ".epub", ".ics"]
)
LARGEST = 50 * 1024 * 1024


class Downloads(Store):
    """Leaflets and other files to load."""

    def model(self) -> Any:
        return get_document_model()

    def auth_model(self) -> Any:
        return Document

    def forbidden(self) -> str:
        return _("You may not add documents to any collection.")

    def check(self, file: Any) -> None:
        if PurePosixPath(file.name).suffix.lower() not in SUFFIXES:
            raise NotTaken(_("Files of this kind are not taken."))
        if file.size > LARGEST:
            raise NotTaken(
                _("The file is too big (%(size)s).")
                % {"size": filesizeformat(file.size)}
            )

    def create(self, **values: Any) -> Any:
        document = self.model()(**values, **{OWNER: self.user})
        try:
            document.clean()
        except ValidationError as error:
            raise NotTaken(first_message(error)) from error
        document._set_document_file_metadata()
        document.save()
        return document


def is_download(reference: str) -> bool:
    """Whether a link leads to a file that people read."""
    try:
        path = urlsplit(reference).path
    except ValueError:
        return False
    return PurePosixPath(path).suffix.lower() in SUFFIXES
