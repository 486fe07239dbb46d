"""
Bytes to text, as a browser does it, and a little better.

A browser believes a byte order mark, then the document, then the habit of its
language. A document that says something else than its own bytes is common in old
sites, where the server's word counted and the file's did not: the bytes win here.
"""

import codecs
import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from spine_content.importing.names import names

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: How far into a document a charset is looked for. Browsers stop at 1024 bytes,
#: but look again at what follows.
HEAD = 8192
XML_DECLARATION = re.compile(rb"""^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)""")
META = re.compile(rb"""<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)""", re.I)
COMMENT = re.compile(rb"<!--.*?-->", re.S)
LANGUAGE = re.compile(rb"""<html\b[^>]*?\blang\s*=\s*["']?([a-z]{2})""", re.I)

#: Labels that mean another charset than their name says, from the WHATWG Encoding
#: Standard, with what Python calls it.
LABELS = {
    "utf8": "utf-8",
    "unicode-1-1-utf-8": "utf-8",
    "unicode11utf8": "utf-8",
    "unicode20utf8": "utf-8",
    "x-unicode20utf8": "utf-8",
    # A document whose declaration could be read byte by byte is not in UTF-16.
    "utf-16": "utf-8",
    "utf-16le": "utf-8",
    "utf-16be": "utf-8",
    "unicode": "utf-8",
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "ansi_x3.4-1968": "cp1252",
    "ansi": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "l1": "cp1252",
    "iso88591": "cp1252",
    "iso8859-1": "cp1252",
    "iso-8859-1": "cp1252",
    "iso_8859-1": "cp1252",
    "x-cp1252": "cp1252",
    "x-user-defined": "cp1252",
    "iso-8859-9": "cp1254",
    "iso8859-9": "cp1254",
    "latin5": "cp1254",
    "iso-8859-11": "cp874",
    "tis-620": "cp874",
    "iso-8859-8-i": "iso-8859-8",
    "gb2312": "gb18030",
    "gb_2312-80": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "chinese": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "sjis": "cp932",
    "x-sjis": "cp932",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "x-euc-jp": "euc-jp",
    "x-mac-roman": "mac-roman",
    "macintosh": "mac-roman",
    "x-mac-cyrillic": "mac-cyrillic",
    "koi": "koi8-r",
    "koi8-u": "koi8-u",
}
#: What a browser takes a document of a language for that says nothing.
HABITS = {
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


@dataclass(frozen=True)
class Decoded:
    """A text, the charset it was in, and what was odd about it."""

    text: str
    charset: str
    warning: str = ""


def decode(data: bytes) -> Decoded:
    """The text of a document. It never fails: the worst case is a wrong letter."""
    for mark, charset in MARKS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(charset, "replace")
            return Decoded(text, charset)
    if wide := _wide(data):
        return Decoded(data.decode(wide, "replace"), wide)
    declared, name = _declared(data)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _not_utf8(data, declared, name)
    if declared in ("", "utf-8") or data.isascii():
        if declared.startswith("iso2022") or declared == "hz":
            return _by(declared, data)
        return Decoded(text, "utf-8")
    # Bytes of another charset are next to never valid UTF-8 by chance.
    return Decoded(
        text,
        "utf-8",
        _("It says that it is in “%s”, but it is in UTF-8 and was read so.") % name,
    )


def _wide(data: bytes) -> str:
    """UTF-16 without a mark: every other byte of its tags is zero."""
    start = data[:64]
    if len(start) > 3 and start[0] == 0 and start[2] == 0 and start[1]:
        return "utf-16-be"
    if len(start) > 3 and start[1] == 0 and start[3] == 0 and start[0]:
        return "utf-16-le"
    return ""


def _declared(data: bytes) -> tuple[str, str]:
    """The charset that a document says it is in, for Python, and in its own words."""
    head = COMMENT.sub(b"", data[:HEAD])
    match = META.search(head) or XML_DECLARATION.search(head)
    if not match:
        return "", ""
    name = match[1].decode("ascii", "replace")
    return _charset(name), name


def _charset(label: str) -> str:
    label = label.strip().lower()
    if label in LABELS:
        return LABELS[label]
    spaced = label.replace("windows", "cp").replace("cp-", "cp").replace("_", "-")
    for name in (label, spaced):
        try:
            info = codecs.lookup(name)
        except (LookupError, ValueError):
            continue
        # Python also knows "base64", "rot13" and other codecs that are no charsets.
        if getattr(info, "_is_text_encoding", True) and info.name not in _NO_CHARSETS:
            return LABELS.get(info.name, info.name)
    return ""


#: Codecs that Python has and browsers have not.
_NO_CHARSETS = names(
    "idna punycode raw-unicode-escape unicode-escape undefined mbcs oem utf-7 utf-32 "
    "utf-32-be utf-32-le"
)


def _not_utf8(data: bytes, declared: str, name: str) -> Decoded:
    if declared and declared != "utf-8":
        return _by(declared, data)
    if declared or not name:
        mixed = data.decode("utf-8", "surrogateescape")
        broken = sum("\udc80" <= letter <= "\udcff" for letter in mixed)
        right = sum(letter > "\udfff" or "\x7f" < letter < "\ud800" for letter in mixed)
        if right > broken:
            warning = _("Some letters are broken in the source. Check the text.")
            return Decoded(data.decode("utf-8", "spine-cp1252"), "utf-8", warning)
    habit = HABITS.get(_language(data), "cp1252")
    decoded = _by(habit, data)
    if declared:
        warning = _("It says that it is in UTF-8, but it is not. Check its accents.")
        return Decoded(decoded.text, decoded.charset, warning)
    if name:
        warning = _(
            "It says that it is in “%s”, which nobody knows. Check its accents."
        )
        return Decoded(decoded.text, decoded.charset, warning % name)
    return decoded


def _language(data: bytes) -> str:
    match = LANGUAGE.search(data[:HEAD])
    return match[1].decode("ascii").lower() if match else ""


def _by(charset: str, data: bytes) -> Decoded:
    if charset == "cp1252":
        return Decoded(data.decode("cp1252", "spine-cp1252"), charset)
    text = data.decode(charset, "replace")
    warning = ""
    if "\ufffd" in text:
        warning = _("Some letters are broken in the source. Check the text.")
    return Decoded(text, charset, warning)


def _latin(error: UnicodeError) -> tuple[str, int]:
    """A byte that does not fit is what an old Windows editor wrote."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    wrong = error.object[error.start : error.end]
    text = "".join(bytes((byte,)).decode("cp1252", "ignore") for byte in wrong)
    return text or "\ufffd", error.end


codecs.register_error("spine-cp1252", _latin)
