import struct
import zlib
from collections.abc import Iterator

from spine_content.images import exif

SIGNATURE = 8
#: Kept beside the critical chunks: what changes how the picture looks or moves.
KEPT = set(
    b"tRNS gAMA cHRM sRGB iCCP cICP mDCV cLLI sBIT bKGD pHYs hIST sPLT "
    b"acTL fcTL fdAT".split()
)


def clean(data: bytes, orientation: int) -> bytes:
    parts = [data[:SIGNATURE]]
    for kind, chunk in _chunks(data):
        # A capital letter first: no decoder may do without it.
        if kind[:1].isupper() or kind in KEPT:
            parts.append(chunk)
        if kind == b"IHDR" and orientation != exif.UPRIGHT:
            parts.append(_chunk(b"eXIf", exif.only(orientation)))
    return b"".join(parts)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Kind and bytes of each chunk, until the picture ends."""
    at = SIGNATURE
    while at < len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        end = at + 12 + length
        yield kind, data[at:end]
        if kind == b"IEND":
            return
        at = end


def _chunk(kind: bytes, content: bytes) -> bytes:
    checksum = struct.pack(">I", zlib.crc32(kind + content))
    return struct.pack(">I", len(content)) + kind + content + checksum
