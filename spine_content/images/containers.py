"""
Leaves metadata out of JPEG, PNG, WebP, AVIF and HEIC files, byte by byte.

Pillow could only encode these pictures anew: JPEG, WebP and AVIF would lose quality,
and PNG the second half of 16-bit colours and what it says of its colours. Each function
takes a file and the EXIF to put in, which may be empty.
"""

import struct
import zlib
from collections.abc import Iterator

from PIL import Image

EXIF_PREFIX = b"Exif\0\0"


# JPEG: a row of segments, each with a marker.

START, END, SCAN, COMMENT = 0xD8, 0xD9, 0xDA, 0xFE
APPLICATIONS = range(0xE0, 0xF0)
HEADER, EXIF = 0xE0, 0xE1
#: Allowed of what programs write: the JFIF header, the colour profile and Adobe's
#: note on how colours are stored.
ALLOWED_APPLICATIONS = {HEADER: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
#: After 0xFF these are part of a scan, and no marker that ends it.
WITHIN_SCAN = {0x00, 0xFF, *range(0xD0, 0xD8)}


def strip_jpeg(data: bytes, exif: bytes) -> bytes:
    header = [bytes([0xFF, START])]
    rest: list[bytes] = []
    for marker, segment in _jpeg_segments(data):
        if _is_allowed(marker, segment):
            (header if marker == HEADER else rest).append(segment)
    if exif:
        header.append(bytes([0xFF, EXIF]) + struct.pack(">H", len(exif) + 2) + exif)
    return b"".join([*header, *rest])


def _is_allowed(marker: int, segment: bytes) -> bool:
    if marker in APPLICATIONS:
        start = ALLOWED_APPLICATIONS.get(marker)
        return start is not None and segment.startswith(start, 4)
    return marker != COMMENT


def _jpeg_segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Marker and bytes of each segment, until the picture ends."""
    at = 2
    while at < len(data):
        # Fill bytes, or litter that decoders step over.
        while data[at] != 0xFF or data[at + 1] in (0x00, 0xFF):
            at += 1
        marker = data[at + 1]
        end = at + 2
        if marker != END:
            end += struct.unpack_from(">H", data, end)[0]
        if marker == SCAN:
            end = _end_of_scan(data, end)
        yield marker, data[at:end]
        if marker == END:
            return
        at = end


def _end_of_scan(data: bytes, at: int) -> int:
    while (at := data.find(b"\xff", at)) >= 0 and at + 1 < len(data):
        if data[at + 1] not in WITHIN_SCAN:
            return at
        at += 1
    return len(data)


# PNG: a row of chunks, each with a checksum.

PNG_SIGNATURE = 8
#: Allowed besides critical chunks: what changes how the picture looks or moves.
ALLOWED_PNG_CHUNKS = set(
    b"tRNS gAMA cHRM sRGB iCCP cICP mDCV cLLI sBIT bKGD pHYs hIST sPLT "
    b"acTL fcTL fdAT".split()
)


def strip_png(data: bytes, exif: bytes) -> bytes:
    parts = [data[:PNG_SIGNATURE]]
    for kind, chunk in _png_chunks(data):
        # A capital letter first: no decoder may do without it.
        if kind[:1].isupper() or kind in ALLOWED_PNG_CHUNKS:
            parts.append(chunk)
        if kind == b"IHDR" and exif:
            parts.append(_png_chunk(b"eXIf", exif.removeprefix(EXIF_PREFIX)))
    return b"".join(parts)


def _png_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Kind and bytes of each chunk, until the picture ends."""
    at = PNG_SIGNATURE
    while at < len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        end = at + 12 + length
        yield kind, data[at:end]
        if kind == b"IEND":
            return
        at = end


def _png_chunk(kind: bytes, content: bytes) -> bytes:
    checksum = struct.pack(">I", zlib.crc32(kind + content))
    return struct.pack(">I", len(content)) + kind + content + checksum


# WebP: chunks of even length, with flags in an extended header.

EXTENDED = b"VP8X"
ALLOWED_WEBP_CHUNKS = {EXTENDED, b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP"}
HAS_EXIF, HAS_XMP = 0x08, 0x04


def strip_webp(data: bytes, exif: bytes) -> bytes:
    parts = []
    for kind, content in _webp_chunks(data):
        if kind == EXTENDED:
            flags = content[0] & ~(HAS_EXIF | HAS_XMP) | (HAS_EXIF if exif else 0)
            content = bytes([flags]) + content[1:]
        if kind in ALLOWED_WEBP_CHUNKS:
            parts.append(_webp_chunk(kind, content))
    if exif:
        # Only a file with an extended header can have told us that it is turned.
        parts.append(_webp_chunk(b"EXIF", exif.removeprefix(EXIF_PREFIX)))
    body = b"WEBP" + b"".join(parts)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _webp_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Kind and content of each chunk, until the picture ends."""
    at, last = 12, 8 + struct.unpack_from("<I", data, 4)[0]
    while at + 8 <= min(last, len(data)):
        kind, length = struct.unpack_from("<4sI", data, at)
        yield kind, data[at + 8 : at + 8 + length]
        at += 8 + length + length % 2


def _webp_chunk(kind: bytes, content: bytes) -> bytes:
    padding = b"\0" * (len(content) % 2)
    return kind + struct.pack("<I", len(content)) + content + padding


# AVIF and HEIC: boxes in boxes. Metadata is overwritten where it stands, as everything
# in such a file is found by its distance from the start. Which way is up is no part of
# its EXIF.

#: Boxes at the top of the file for other programs, such as the film that comes along.
FOREIGN_BOXES = {b"uuid", b"mpvd"}
METADATA_ITEMS = {b"Exif", b"mime", b"uri "}
#: An EXIF item says first how far it is to its header.
EMPTY_EXIF = struct.pack(">I", 0) + Image.Exif().tobytes().removeprefix(EXIF_PREFIX)


def strip_heif(data: bytes, exif: bytes) -> bytes:
    cleaned = bytearray(data)
    for kind, start, end in _boxes(data, 0, len(data)):
        if kind in FOREIGN_BOXES:
            cleaned[start:end] = bytes(end - start)
            cleaned[start - 4 : start] = b"free"
        elif kind == b"meta":
            # The box has a version, and then boxes of its own.
            inner = {k: (s, e) for k, s, e in _boxes(data, start + 4, end)}
            _blank_items(data, inner, cleaned)
    return bytes(cleaned)


def _blank_items(
    data: bytes, boxes: dict[bytes, tuple[int, int]], cleaned: bytearray
) -> None:
    if b"iinf" not in boxes or b"iloc" not in boxes:
        return
    kinds = dict(_items(data, *boxes[b"iinf"]))
    idat = boxes.get(b"idat", (0, 0))[0]
    for item, method, start, length in _extents(data, boxes[b"iloc"][0]):
        kind = kinds.get(item)
        if kind not in METADATA_ITEMS:
            continue
        start += idat if method == 1 else 0
        if method > 1 or not length or start + length > len(data):
            raise ValueError("An item is stored in a way that is not understood.")
        is_long = kind == b"Exif" and length >= len(EMPTY_EXIF)
        filler = EMPTY_EXIF if is_long else b""
        cleaned[start : start + length] = filler.ljust(length, b"\0")


def _boxes(data: bytes, at: int, last: int) -> Iterator[tuple[bytes, int, int]]:
    """Kind, and where its content starts and ends, of each box."""
    while at + 8 <= last:
        size, kind = struct.unpack_from(">I4s", data, at)
        start = at + 8
        if size == 1:
            size, start = struct.unpack_from(">Q", data, start)[0], at + 16
        end = at + size if size else last
        if not start <= end <= last:
            raise ValueError("A box is longer than what it is in.")
        yield kind, start, end
        at = end


def _items(data: bytes, start: int, end: int) -> Iterator[tuple[int, bytes]]:
    """Number and kind of each item."""
    first = start + (6 if data[start] == 0 else 8)
    for _kind, at, _end in _boxes(data, first, end):
        form = ">H2x4s" if data[at] < 3 else ">I2x4s"
        number, kind = struct.unpack_from(form, data, at + 4)
        yield number, kind


def _extents(data: bytes, at: int) -> Iterator[tuple[int, int, int, int]]:
    """Item number, method, start and length of each piece of each item."""
    version = data[at]
    offset_size, length_size = divmod(data[at + 4], 16)
    base_size, index_size = divmod(data[at + 5], 16)
    index_size = index_size if version else 0
    number_size = 4 if version == 2 else 2
    at += 6
    if not length_size:
        raise ValueError("Items of no stated length are not understood.")

    def number(size: int) -> int:
        nonlocal at
        at += size
        if at > len(data):
            raise ValueError("The list of places is longer than the file.")
        return int.from_bytes(data[at - size : at], "big")

    for _item in range(number(number_size)):
        item = number(number_size)
        method = number(2) & 15 if version else 0
        number(2)  # the file it is in: this one
        base = number(base_size)
        for _piece in range(number(2)):
            number(index_size)
            start = base + number(offset_size)
            yield item, method, start, number(length_size)
