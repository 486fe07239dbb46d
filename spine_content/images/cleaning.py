import io
from collections.abc import Callable

from PIL import Image

from spine_content.images import heif, jpeg, png, webp
from spine_content.images.exif import ORIENTATION, UPRIGHT

#: How to clean a file, by the name that Pillow has for its format. GIF and SVG hold no
#: place or camera, and whatever else a site allows is stored as it comes.
CLEANERS: dict[str, Callable[[bytes, int], bytes]] = {
    "JPEG": jpeg.clean,
    "MPO": jpeg.clean,
    "PNG": png.clean,
    "WEBP": webp.clean,
    "AVIF": heif.clean,
    "HEIF": heif.clean,
}
#: What one of these says of itself once it is clean. Phones put a second picture, or a
#: film, behind the first; it goes too.
BECOMES = {"MPO": "JPEG"}


def without_metadata(data: bytes) -> bytes:
    """
    ``data`` without EXIF, XMP, IPTC and comments; as it is where that cannot be.

    Nothing is encoded anew: segments are left out of the file, so every pixel and the
    colour profile stay as they were. Which way is up is all that EXIF still says.
    """
    try:
        kind, looks, orientation = _look(data)
        cleaned = CLEANERS[kind](data, orientation)
        same = (BECOMES.get(kind, kind), looks, orientation)
        return cleaned if _look(cleaned) == same else data
    except Exception:
        # The files of strangers break parsers, Pillow included, in every way there
        # is, and a picture that we cannot read must not stop its upload.
        return data


def _look(data: bytes) -> tuple[str, tuple[object, ...], int]:
    """Format, looks and orientation of a picture, without reading its pixels."""
    with Image.open(io.BytesIO(data)) as image:
        kind = image.format or ""
        frames = 1 if kind in {"MPO", "JPEG"} else getattr(image, "n_frames", 1)
        return kind, (image.size, image.mode, frames), _orientation(image)


def _orientation(image: Image.Image) -> int:
    try:
        orientation = image.getexif().get(ORIENTATION, UPRIGHT)
    except Exception:  # EXIF that cannot be read still has to go
        return UPRIGHT
    return orientation if orientation in range(1, 9) else UPRIGHT
