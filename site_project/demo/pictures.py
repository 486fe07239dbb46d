"""The demo's drawings as images that an editor can choose."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from django.core.files.images import ImageFile
from wagtail.images import get_image_model

from site_project.demo.blocks import Ref
from site_project.drawings import DRAWINGS, render


def draw() -> dict[str, bytes]:
    """Every drawing as a file. It takes some seconds."""
    return {key: render(key) for key in DRAWINGS}


@contextmanager
def stored(drawn: dict[str, bytes]) -> Iterator[dict[Ref, int]]:
    """Give the keys of the stored pictures. Take the files away if loading fails."""
    images: dict[str, Any] = {}
    try:
        for key, content in drawn.items():
            images[key] = _store(key, content)
        yield {Ref("picture", key): image.pk for key, image in images.items()}
    except BaseException:
        # The database forgets what it was told; the disk has to be tidied by hand.
        for image in images.values():
            image.file.delete(save=False)
        raise


def _store(key: str, content: bytes) -> Any:
    drawing = DRAWINGS[key]
    return get_image_model().objects.create(
        title=drawing.title,
        description=drawing.alt,
        file=ImageFile(BytesIO(content), name=f"{key}.png"),
        file_size=len(content),
    )
