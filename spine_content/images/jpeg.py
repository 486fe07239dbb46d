import struct
from collections.abc import Iterator

from spine_content.images import exif

START, END, SCAN, COMMENT = 0xD8, 0xD9, 0xDA, 0xFE
APPLICATIONS = range(0xE0, 0xF0)
HEADER, EXIF = 0xE0, 0xE1
#: Kept of what programs write: the JFIF header, the colour profile and Adobe's note on
#: how colours are stored.
KEPT = {HEADER: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
#: After 0xFF these are part of a scan, and no marker that ends it.
WITHIN_SCAN = {0x00, 0xFF, *range(0xD0, 0xD8)}


def clean(data: bytes, orientation: int) -> bytes:
    header, rest = [_marker(START)], []
    for marker, segment in _segments(data):
        if marker == HEADER and _is_kept(marker, segment):
            header.append(segment)
        elif _is_kept(marker, segment):
            rest.append(segment)
    if orientation != exif.UPRIGHT:
        block = b"Exif\0\0" + exif.only(orientation)
        header.append(_marker(EXIF) + struct.pack(">H", len(block) + 2) + block)
    return b"".join([*header, *rest])


def _marker(number: int) -> bytes:
    return bytes([0xFF, number])


def _is_kept(marker: int, segment: bytes) -> bool:
    if marker in APPLICATIONS:
        return marker in KEPT and segment.startswith(KEPT[marker], 4)
    return marker != COMMENT


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
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
