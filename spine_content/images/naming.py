import re
import uuid
from pathlib import PurePosixPath
from typing import Any

from django.core.files.base import ContentFile
from django.utils.translation import gettext as _

from spine_content.images.cleaning import without_metadata

#: The last part of a name that says nothing. A storage adds to names that are taken.
NEUTRAL = re.compile(r"[0-9a-f]{32}(_\w{7})?\.\w+\Z")


def has_neutral_name(image: Any) -> bool:
    """Whether the name of the file says nothing of who is in the picture."""
    return bool(NEUTRAL.match(PurePosixPath(image.file.name).name))


def anonymise_file(image: Any) -> str:
    """
    Give a picture of a patient a file name and a title that say nothing of them.

    Place, camera and comments go too, whatever the site's setting. Gives the name of
    the old file, which the caller deletes once the new one is sure to stay.
    """
    storage, old = image.file.storage, image.file.name
    with storage.open(old) as stored:
        cleaned = without_metadata(stored.read())
    suffix = PurePosixPath(old).suffix.lower()
    name = image.get_upload_to(f"{uuid.uuid4().hex}{suffix}")
    image.file = storage.save(name, ContentFile(cleaned))
    image.title = _("Story image %(number)s") % {"number": image.pk}
    image._set_image_file_metadata()
    image.save()
    return str(old)
