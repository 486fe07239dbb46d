"""EXIF that says nothing, or only which way is up."""

import struct

ORIENTATION = 0x0112
UPRIGHT = 1

_HEADER = b"MM\0*" + struct.pack(">I", 8)
_LAST = struct.pack(">I", 0)
_SHORT = 3

NOTHING = _HEADER + struct.pack(">H", 0) + _LAST


def only(orientation: int) -> bytes:
    """An EXIF block whose one entry is ``orientation``."""
    entry = struct.pack(">HHIHH", ORIENTATION, _SHORT, 1, orientation, 0)
    return _HEADER + struct.pack(">H", 1) + entry + _LAST
