"""
AVIF and HEIC. Metadata is overwritten where it stands, as everything in such a file is
found by its distance from the start. Which way is up is no part of its EXIF.
"""

import struct
from collections.abc import Iterator

from spine_content.images import exif

#: Boxes at the top of the file for other programs, such as the film that comes along.
FOREIGN = {b"uuid", b"mpvd"}
METADATA = {b"Exif", b"mime", b"uri "}
#: An EXIF item says first how far it is to its header.
NO_EXIF = struct.pack(">I", 0) + exif.NOTHING


def clean(data: bytes, orientation: int) -> bytes:
    cleaned = bytearray(data)
    for kind, start, end in _boxes(data, 0, len(data)):
        if kind in FOREIGN:
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
    for item, method, start, length in _places(data, boxes[b"iloc"][0]):
        kind = kinds.get(item)
        if kind not in METADATA:
            continue
        start += idat if method == 1 else 0
        if method > 1 or not length or start + length > len(data):
            raise ValueError("An item is stored in a way that is not understood.")
        filler = NO_EXIF if kind == b"Exif" and length >= len(NO_EXIF) else b""
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


def _places(data: bytes, at: int) -> Iterator[tuple[int, int, int, int]]:
    """Number, method, start and length of each piece of each item."""
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
