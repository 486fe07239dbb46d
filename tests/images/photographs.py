"""Photographs as phones and programs write them: with place, camera and words."""

import io
import struct
import zlib

from PIL import Image, ImageCms, PngImagePlugin

#: Words that no stored file may hold. Each stands in another kind of metadata.
CANARIES = {
    "camera": b"CanaryCamera",
    "comment": b"CanaryComment",
    "xmp": b"CanaryXmp",
    "iptc": b"CanaryIptc",
    "behind": b"CanaryBehindTheEnd",
}
GPS_LATITUDE = struct.pack(">6I", 51, 1, 30, 1, 123457, 10000)
XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
    b'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    b'<rdf:Description rdf:about="CanaryXmp"/></rdf:RDF></x:xmpmeta>'
)
PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def picture(mode="RGB", size=(60, 40)):
    """Every corner has another colour, so that a turned picture is noticed."""
    image = Image.new("RGB", size, "white")
    for at, colour in [((0, 0), "red"), ((1, 0), "green"), ((0, 1), "blue")]:
        left, top = at[0] * size[0] // 2, at[1] * size[1] // 2
        image.paste(colour, (left, top, left + size[0] // 2, top + size[1] // 2))
    return image.convert(mode)


def exif(orientation=1):
    told = Image.Exif()
    told[0x010F] = CANARIES["camera"].decode()
    if orientation != 1:
        told[0x0112] = orientation
    told.get_ifd(0x8825).update({1: "N", 2: (51.0, 30.0, 12.3457)})
    data = told.tobytes()
    assert CANARIES["camera"] in data
    return told


def saved(image, form, **options):
    stream = io.BytesIO()
    image.save(stream, form, **options)
    return stream.getvalue()


def jpeg(orientation=1, mode="RGB", **options):
    data = saved(
        picture(mode),
        "JPEG",
        quality=92,
        exif=exif(orientation),
        icc_profile=PROFILE if mode == "RGB" else None,
        comment=CANARIES["comment"],
        xmp=XMP,
        **options,
    )
    iptc = b"Photoshop 3.0\0" + CANARIES["iptc"]
    segment = b"\xff\xed" + struct.pack(">H", len(iptc) + 2) + iptc
    return data[:2] + segment + data[2:] + CANARIES["behind"]


def two_in_one():
    """A phone's photograph with a second one behind it."""
    options = {"save_all": True, "append_images": [picture()], "exif": exif()}
    return saved(picture(), "MPO", **options)


def png(orientation=1, mode="RGBA", **options):
    words = PngImagePlugin.PngInfo()
    words.add_text("Comment", CANARIES["comment"].decode())
    words.add_text("Packed", CANARIES["comment"].decode() * 9, zip=True)
    words.add_itxt("XML:com.adobe.xmp", XMP.decode())
    data = saved(
        picture(mode),
        "PNG",
        exif=exif(orientation),
        icc_profile=PROFILE,
        pnginfo=words,
        **options,
    )
    moment = b"tIME" + struct.pack(">H5B", 2026, 5, 4, 3, 2, 1)
    chunk = struct.pack(">I", 7) + moment + struct.pack(">I", zlib.crc32(moment))
    end = data.rindex(b"IEND") - 4
    return data[:end] + chunk + data[end:] + CANARIES["behind"]


def webp(orientation=1, mode="RGBA", **options):
    data = saved(
        picture(mode),
        "WEBP",
        lossless=True,
        exif=exif(orientation),
        icc_profile=PROFILE,
        xmp=XMP,
        **options,
    )
    return data + CANARIES["behind"]


def avif(orientation=1):
    return saved(picture(), "AVIF", exif=exif(orientation), xmp=XMP)


def animation(form, **options):
    frames = [Image.new("RGB", (20, 20), colour) for colour in ("blue", "white")]
    return saved(
        frames[0], form, save_all=True, append_images=frames[1:], duration=90, **options
    )


MAKERS = {"JPEG": jpeg, "PNG": png, "WEBP": webp, "AVIF": avif}
