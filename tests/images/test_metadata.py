"""Nothing but the picture itself is kept of a file, and the picture is kept whole."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageOps

from spine_content.images import strip_metadata
from tests.images import photographs
from tests.images.photographs import CANARIES, GPS_LATITUDE, PROFILE

# Pillow is surprised at what we show it.
pytestmark = pytest.mark.filterwarnings("ignore::UserWarning:PIL")
each_format = pytest.mark.parametrize(
    "make", photographs.MAKERS.values(), ids=lambda make: make.__name__
)
each_orientation = pytest.mark.parametrize("orientation", range(1, 9))


def opened(data):
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def personal_data(data):
    """What can be read out of a file about somebody."""
    image = opened(data)
    exif = image.getexif()
    found = {name for name, word in CANARIES.items() if word in data}
    if GPS_LATITUDE in data or exif.get_ifd(0x8825):
        found.add("place")
    if set(exif) - {0x0112}:
        found.add("exif")
    words = [image.info.get(key) for key in ("xmp", "comment", "Comment")]
    if any(each.strip(b"\0") for each in words if each):
        found.add("words")
    return found


def upright(data):
    return ImageOps.exif_transpose(opened(data)).convert("RGBA").tobytes()


@each_format
@each_orientation
def test_metadata_goes_and_the_picture_looks_the_same(make, orientation):
    data = make(orientation)
    assert {"camera", "xmp", "place"} <= personal_data(data)
    cleaned = strip_metadata(data)
    assert personal_data(cleaned) == set()
    assert upright(cleaned) == upright(data)
    assert opened(cleaned).getexif().get(0x0112, 1) == opened(data).getexif().get(
        0x0112, 1
    )


@each_format
def test_pixels_are_not_encoded_anew(make):
    data = make()
    assert opened(strip_metadata(data)).tobytes() == opened(data).tobytes()


@pytest.mark.parametrize("make", [photographs.jpeg, photographs.png, photographs.webp])
def test_the_colour_profile_stays(make):
    assert opened(strip_metadata(make())).info["icc_profile"] == PROFILE


@each_format
def test_a_clean_picture_is_left_alone(make):
    cleaned = strip_metadata(make(6))
    assert strip_metadata(cleaned) == cleaned


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
@pytest.mark.parametrize("progressive", [False, True])
def test_every_kind_of_jpeg_keeps_its_colours(mode, progressive):
    data = photographs.jpeg(mode=mode, progressive=progressive, restart_marker_blocks=1)
    cleaned = strip_metadata(data)
    assert personal_data(cleaned) == set()
    assert opened(cleaned).tobytes() == opened(data).tobytes()


def test_the_second_picture_of_a_phone_goes_too():
    data = photographs.two_in_one()
    assert data.count(CANARIES["camera"]) == 2
    cleaned = strip_metadata(data)
    assert cleaned.count(b"\xff\xd8\xff") == 1
    assert personal_data(cleaned) == set()
    assert upright(cleaned) == upright(data)


def test_a_jpeg_with_litter_between_its_segments_is_cleaned():
    data = photographs.jpeg()
    table = data.index(b"\xff\xdb")
    cleaned = strip_metadata(data[:table] + b"\0\0" + data[table:])
    assert personal_data(cleaned) == set()


def test_exif_that_cannot_be_read_goes_too():
    data = photographs.jpeg().replace(b"Exif\0\0MM\0*", b"Exif\0\0MM\xff\xff", 1)
    assert personal_data(strip_metadata(data)) == set()


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_png_keeps_its_pixels(mode):
    source = photographs.picture("L" if mode == "I;16" else mode)
    if mode == "I;16":
        source = source.convert("I").convert("I;16")
    data = photographs.saved(source, "PNG", exif=photographs.exif())
    cleaned = strip_metadata(data)
    assert personal_data(cleaned) == set()
    assert opened(cleaned).tobytes() == opened(data).tobytes()


@pytest.mark.parametrize("form", ["PNG", "WEBP"])
def test_an_animation_goes_on_moving(form):
    data = photographs.animation(form, exif=photographs.exif(), lossless=True)
    before, after = (Image.open(io.BytesIO(d)) for d in (data, strip_metadata(data)))
    assert CANARIES["camera"] not in strip_metadata(data)
    assert before.n_frames == after.n_frames == 2
    for frame in range(2):
        before.seek(frame)
        after.seek(frame)
        assert before.tobytes() == after.tobytes()
        assert before.info.get("duration") == after.info.get("duration")


@pytest.mark.parametrize(
    "data",
    [
        photographs.animation("GIF", comment=b"Drawn by hand"),
        b'<svg xmlns="http://www.w3.org/2000/svg"><desc>A spine</desc></svg>',
        b"",
        b"no picture at all",
        photographs.saved(photographs.picture(), "TIFF"),
    ],
    ids=["gif", "svg", "empty", "text", "tiff"],
)
def test_other_formats_are_returned_unchanged(data):
    assert strip_metadata(data) == data


PICTURES = {
    name: (data := make(6), upright(data)) for name, make in photographs.MAKERS.items()
}


def _looks(data):
    try:
        return upright(data)
    except Exception:
        return None


@pytest.mark.parametrize("form", PICTURES)
@given(st.data())
def test_a_truncated_file_never_raises_and_never_gets_worse(form, data):
    original, _ = PICTURES[form]
    broken = original[: data.draw(st.integers(0, len(original)))]
    assert _looks(broken) in (None, _looks(strip_metadata(broken)))


@pytest.mark.parametrize("form", PICTURES)
@given(st.data())
def test_a_damaged_file_never_raises_and_never_gets_worse(form, data):
    original, _ = PICTURES[form]
    broken = bytearray(original)
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(original) - 1))
        broken[at] = data.draw(st.integers(0, 255))
    broken = bytes(broken)
    assert _looks(broken) in (None, _looks(strip_metadata(broken)))


@given(st.binary(max_size=300))
def test_any_bytes_are_accepted(data):
    assert isinstance(strip_metadata(data), bytes)


@pytest.mark.parametrize(
    "start",
    [b"\xff\xd8", b"\x89PNG\r\n\x1a\n", b"RIFF\0\0\0\0WEBP", b"\0\0\0\x20ftypavif"],
)
@given(rest=st.binary(max_size=300))
def test_a_file_with_only_the_right_first_bytes_is_accepted(start, rest):
    assert isinstance(strip_metadata(start + rest), bytes)
