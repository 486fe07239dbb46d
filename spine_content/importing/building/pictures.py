import io
from pathlib import PurePosixPath
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from PIL import Image as Pillow
from wagtail.images import get_image_model
from wagtail.images.fields import WagtailImageField
from wagtail.images.models import Image

from spine_content import conf
from spine_content.images import strip_metadata
from spine_content.importing.building.storing import (
    OWNER,
    NotTaken,
    Store,
    first_message,
)

#: What files are called that hold these formats, whatever the old site called them.
SUFFIXES = {
    "JPEG": ".jpg",
    "MPO": ".jpg",
    "PNG": ".png",
    "GIF": ".gif",
    "WEBP": ".webp",
    "AVIF": ".avif",
}


class Pictures(Store):
    """Pictures, as Wagtail would take them from its own form, without metadata."""

    def model(self) -> Any:
        return get_image_model()

    def auth_model(self) -> Any:
        return Image

    def forbidden(self) -> str:
        return _("You may not add images to any collection.")

    def prepared(self, data: bytes) -> bytes:
        # Before the hash, or the same picture would not be found again.
        return strip_metadata(data) if conf.get("STRIP_IMAGE_METADATA") else data

    def file_name(self, name: str, data: bytes) -> str:
        path = PurePosixPath(super().file_name(name, data))
        suffix = SUFFIXES.get(_format(data), path.suffix)
        right = {".jpeg": ".jpg"}.get(path.suffix.lower(), path.suffix.lower())
        return path.name if right == suffix else f"{path.stem}{suffix}"

    def check(self, file: Any) -> None:
        try:
            WagtailImageField().clean(file)
        except ValidationError as error:
            raise NotTaken(first_message(error)) from error
        except Pillow.DecompressionBombError as error:
            # Before Wagtail 8, its own limit is asked for too late.
            raise NotTaken(_("This file has too many pixels.")) from error

    def create(self, **values: Any) -> Any:
        picture = self.model()(**values, **{OWNER: self.user})
        picture._set_image_file_metadata()
        picture.save()
        return picture


def _format(data: bytes) -> str:
    try:
        with Pillow.open(io.BytesIO(data)) as opened:
            return opened.format or ""
    except Exception:  # whatever a broken file makes Pillow raise, Wagtail explains it
        return ""
