import io
from collections.abc import Callable

from PIL import ExifTags, Image

from spine_content.images import containers

UPRIGHT = 1
#: How to clean a file, by the name that Pillow has for its format. GIF and SVG hold no
#: place or camera, and whatever else a site allows is stored as it comes.
STRIPPERS: dict[str, Callable[[bytes, bytes], bytes]] = {
    "JPEG": containers.strip_jpeg,
    "MPO": containers.strip_jpeg,
    "PNG": containers.strip_png,
    "WEBP": containers.strip_webp,
    "AVIF": containers.strip_heif,
    "HEIF": containers.strip_heif,
}
#: What one of these says of itself once it is clean. Phones put a second picture, or a
#: film, behind the first; it goes too.
BECOMES = {"MPO": "JPEG"}


def strip_metadata(data: bytes) -> bytes:
    """
    ``data`` without EXIF, XMP, IPTC and comments; as it is where that cannot be.

    Nothing is encoded anew: metadata are left out of the file, so every pixel, the
    colour profile and the frames stay as they were. EXIF keeps only which way is up.
    """
    try:
        form, appearance, orientation = _inspect(data)
        cleaned = STRIPPERS[form](data, _exif(orientation))
        same = (BECOMES.get(form, form), appearance, orientation)
        return cleaned if _inspect(cleaned) == same else data
    except Exception:
        # The files of strangers break parsers, Pillow included, in every way there
        # is, and a picture that we cannot read must not stop its upload.
        return data


def _inspect(data: bytes) -> tuple[str, tuple[object, ...], int]:
    """Format, appearance and orientation of a picture, without reading its pixels."""
    with Image.open(io.BytesIO(data)) as image:
        form = image.format or ""
        frames = 1 if form in {"MPO", "JPEG"} else getattr(image, "n_frames", 1)
        return form, (image.size, image.mode, frames), _orientation(image)


def _orientation(image: Image.Image) -> int:
    try:
        orientation = image.getexif().get(ExifTags.Base.Orientation, UPRIGHT)
    except Exception:  # EXIF that cannot be read still has to go
        return UPRIGHT
    return orientation if orientation in range(1, 9) else UPRIGHT


def _exif(orientation: int) -> bytes:
    """EXIF that says nothing but which way is up; empty for an upright picture."""
    if orientation == UPRIGHT:
        return b""
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    return bytes(exif.tobytes())
