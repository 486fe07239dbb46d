"""
Bytes to text, as a browser does it, and a little better.

A browser believes a byte order mark, then the document, then the default of its
language. Many old pages declare another charset than they are in, as only what the
server said used to count: here the bytes win over the declaration.
"""

import codecs
import re
from typing import NamedTuple

import webencodings
from bs4.dammit import EncodingDetector
from django.utils.translation import gettext as _

#: How far into a document a charset is looked for. Browsers stop at 1024 bytes,
#: but look again at what follows.
HEAD_BYTES = 8192
_COMMENT = re.compile(rb"<!--.*?-->", re.S)
_LANGUAGE = re.compile(rb"""<html\b[^<>]*?\blang\s*=\s*["']?([a-z]{2})""", re.I)

#: Labels that the WHATWG Encoding Standard leaves out, though pages have them.
MISSPELT_LABELS = {
    "ansi": "windows-1252",
    "koi": "koi8-r",
    "latin-1": "latin1",
    "shift-jis": "shift_jis",
    "unicode": "utf-8",
}
#: Charsets of DOS that no browser knows, and Python does.
DOS_CODECS = frozenset(("cp437", "cp850", "cp852", "cp857", "cp858"))
#: Encodings that a browser reads as another one when a page declares them.
READ_AS = {
    # A page whose declaration could be read byte by byte is not in UTF-16.
    "utf-16le": "utf-8",
    "utf-16be": "utf-8",
    "x-user-defined": "cp1252",
    "gbk": "gb18030",
    # A browser shows nothing at all: better an unknown charset, and a warning.
    "replacement": "",
}
#: What a browser takes a page of a language for that declares nothing.
DEFAULT_CHARSETS = {
    **dict.fromkeys(("cs", "hu", "pl", "sk", "sl", "hr", "ro"), "cp1250"),
    **dict.fromkeys(("ru", "uk", "be", "bg", "sr", "mk"), "cp1251"),
    **dict.fromkeys(("lt", "lv", "et"), "cp1257"),
    "el": "cp1253",
    "tr": "cp1254",
    "he": "cp1255",
    "ar": "cp1256",
    "fa": "cp1256",
    "th": "cp874",
    "vi": "cp1258",
    "ja": "cp932",
    "ko": "cp949",
    "zh": "gb18030",
}


class Decoded(NamedTuple):
    """The text of a document, and a warning if its charset was in doubt."""

    text: str
    warning: str = ""


def decode(data: bytes) -> Decoded:
    """The text of a document. It never fails: the worst case is a wrong letter."""
    data, marked = EncodingDetector.strip_byte_order_mark(data)
    if charset := marked or _utf16_without_mark(data):
        return Decoded(data.decode(charset, "replace"))
    label = _declared_label(data)
    declared = python_codec(label)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_other(data, declared, label)
    if declared == "iso2022_jp" and data.isascii():
        return _decode_as(declared, data)
    if declared in ("", "utf-8") or data.isascii():
        return Decoded(text)
    # Bytes of another charset are next to never valid UTF-8 by chance.
    return Decoded(
        text,
        _("It says that it is in “%s”, but it is in UTF-8 and was read so.") % label,
    )


def _utf16_without_mark(data: bytes) -> str:
    """The UTF-16 of a page without a mark: every other byte of its tags is zero."""
    start = data[:4]
    if len(start) == 4 and start[0] == 0 == start[2] and start[1]:
        return "utf-16-be"
    if len(start) == 4 and start[1] == 0 == start[3] and start[0]:
        return "utf-16-le"
    return ""


def _declared_label(data: bytes) -> str:
    head = _COMMENT.sub(b"", data[:HEAD_BYTES])
    found = EncodingDetector.find_declared_encoding(
        head, is_html=True, search_entire_document=True
    )
    return (found or "").strip()


def python_codec(label: str) -> str:
    """Python's codec for the label of a charset, or nothing for one nobody knows."""
    label = label.replace("cp-", "cp").replace("win-", "windows-")
    encoding = webencodings.lookup(MISSPELT_LABELS.get(label, label))
    if encoding is None:
        return label if label in DOS_CODECS else ""
    return READ_AS.get(encoding.name, str(encoding.codec_info.name))


def _decode_other(data: bytes, declared: str, label: str) -> Decoded:
    if declared and declared != "utf-8":
        return _decode_as(declared, data)
    if declared or not label:
        mixed = data.decode("utf-8", "surrogateescape")
        broken = sum("\udc80" <= letter <= "\udcff" for letter in mixed)
        right = sum(letter > "\udfff" or "\x7f" < letter < "\ud800" for letter in mixed)
        if right > broken:
            warning = _("Some letters are broken in the source. Check the text.")
            return Decoded(data.decode("utf-8", "spine-cp1252"), warning)
    decoded = _decode_as(DEFAULT_CHARSETS.get(_language(data), "cp1252"), data)
    if declared:
        warning = _("It says that it is in UTF-8, but it is not. Check its accents.")
        return Decoded(decoded.text, warning)
    if label:
        warning = _(
            "It says that it is in “%s”, which nobody knows. Check its accents."
        )
        return Decoded(decoded.text, warning % label)
    return decoded


def _language(data: bytes) -> str:
    match = _LANGUAGE.search(data[:HEAD_BYTES])
    return match[1].decode("ascii").lower() if match else ""


def _decode_as(charset: str, data: bytes) -> Decoded:
    if charset == "cp1252":
        return Decoded(data.decode("cp1252", "spine-cp1252"))
    text = data.decode(charset, "replace")
    is_broken = "\ufffd" in text
    broken = _("Some letters are broken in the source. Check the text.")
    return Decoded(text, broken if is_broken else "")


def _replace_by_cp1252(error: UnicodeError) -> tuple[str, int]:
    """A byte that does not fit is what an old Windows editor wrote."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    wrong = error.object[error.start : error.end]
    text = "".join(bytes((byte,)).decode("cp1252", "ignore") for byte in wrong)
    return text or "\ufffd", error.end


codecs.register_error("spine-cp1252", _replace_by_cp1252)
