import struct
from collections.abc import Iterator

from spine_content.images import exif

EXTENDED = b"VP8X"
KEPT = {EXTENDED, b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP"}
#: Flags of the extended header.
HAS_EXIF, HAS_XMP = 0x08, 0x04


def clean(data: bytes, orientation: int) -> bytes:
    turned = orientation != exif.UPRIGHT
    parts = []
    for kind, content in _chunks(data):
        if kind == EXTENDED:
            flags = content[0] & ~(HAS_EXIF | HAS_XMP) | (HAS_EXIF if turned else 0)
            content = bytes([flags]) + content[1:]
        if kind in KEPT:
            parts.append(_chunk(kind, content))
    if turned:
        # Only a file with an extended header can have told us that it is turned.
        parts.append(_chunk(b"EXIF", exif.only(orientation)))
    body = b"WEBP" + b"".join(parts)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Kind and content of each chunk, until the picture ends."""
    at, last = 12, 8 + struct.unpack_from("<I", data, 4)[0]
    while at + 8 <= min(last, len(data)):
        kind, length = struct.unpack_from("<4sI", data, at)
        yield kind, data[at + 8 : at + 8 + length]
        at += 8 + length + length % 2


def _chunk(kind: bytes, content: bytes) -> bytes:
    padding = b"\0" * (len(content) % 2)
    return kind + struct.pack("<I", len(content)) + content + padding
