"""Every charset that a browser gets right, and what a file says wrongly."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spine_content.importing.sources.charset import decode

TEXT = "Rücken – “é”"


def page(label: str, text: str = TEXT, language: str = "") -> str:
    meta = f'<meta charset="{label}">' if label else ""
    lang = f' lang="{language}"' if language else ""
    return f"<!doctype html><html{lang}><head>{meta}</head><body>{text}"


HTTP_EQUIV = '<meta http-equiv="Content-Type" content="text/html; charset={}">{}'


@pytest.mark.parametrize(
    ("html", "encoding"),
    [
        pytest.param(page("utf-8"), "utf-8", id="declared"),
        pytest.param(page(""), "utf-8", id="nothing said, UTF-8"),
        pytest.param(page("", language="de"), "cp1252", id="nothing said, Windows"),
        pytest.param(page("UTF8"), "utf-8", id="mistyped"),
        pytest.param(page("iso-8859-1"), "cp1252", id="Latin-1 means Windows"),
        pytest.param(page("latin1"), "cp1252", id="short name"),
        pytest.param(page("us-ascii"), "cp1252", id="ASCII means Windows"),
        pytest.param(HTTP_EQUIV.format("windows-1252", TEXT), "cp1252", id="old meta"),
        pytest.param(HTTP_EQUIV.format("utf-8", TEXT), "utf-8", id="old meta, UTF-8"),
        pytest.param(page("x-mac-roman"), "mac-roman", id="Macintosh"),
        pytest.param(page("windows-1251", "Позвоночник"), "cp1251", id="Cyrillic"),
        pytest.param(page("koi8-r", "Позвоночник"), "koi8-r", id="KOI8"),
        pytest.param(page("", "Позвоночник", "ru"), "cp1251", id="Russian habit"),
        pytest.param(page("", "Kręgosłup", "pl"), "cp1250", id="Polish habit"),
        pytest.param(page("iso-8859-2", "Kręgosłup"), "iso-8859-2", id="Latin-2"),
        pytest.param(
            page("iso-8859-9", "Ağrı €"), "cp1254", id="Latin-5 means Windows"
        ),
        pytest.param(page("shift_jis", "脊椎①"), "cp932", id="Shift-JIS"),
        pytest.param(page("euc-jp", "脊椎"), "euc-jp", id="EUC-JP"),
        pytest.param(page("iso-2022-jp", "脊椎"), "iso-2022-jp", id="seven bits"),
        pytest.param(page("gb2312", "脊柱"), "gb18030", id="Chinese"),
        pytest.param(page("big5", "脊椎"), "big5", id="Taiwan"),
        pytest.param(page("euc-kr", "척추"), "cp949", id="Korean"),
        pytest.param(page("utf-16"), "utf-8", id="UTF-16 said in UTF-8"),
        pytest.param(page("", "plain"), "utf-16-le", id="UTF-16 without a mark"),
        pytest.param(
            f'<?xml version="1.0" encoding="windows-1252"?><html>{TEXT}',
            "cp1252",
            id="XML declaration",
        ),
        pytest.param(
            f"<!-- <meta charset=koi8-r> --><meta charset=windows-1252>{TEXT}",
            "cp1252",
            id="in a comment",
        ),
    ],
)
def test_as_a_browser(html: str, encoding: str) -> None:
    decoded = decode(html.encode(encoding))
    assert decoded.text == html
    assert not decoded.warning


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ],
)
def test_a_byte_order_mark_is_believed(mark: bytes, encoding: str) -> None:
    html = page("windows-1251")
    assert decode(mark + html.encode(encoding)).text == html


@pytest.mark.parametrize(
    ("data", "text", "warning"),
    [
        (page("iso-8859-1").encode(), page("iso-8859-1"), "it is in UTF-8"),
        (page("utf-8").encode("cp1252"), page("utf-8"), "it is not"),
        (page("klingon").encode("cp1252"), page("klingon"), "nobody knows"),
        (page("base64").encode("cp1252"), page("base64"), "nobody knows"),
        (
            page("utf-8", "Rücken Rücken ").encode() + "schön".encode("cp1252"),
            page("utf-8", "Rücken Rücken schön"),
            "broken",
        ),
        (page("euc-kr", "").encode() + b"\xff", None, "broken"),
    ],
)
def test_what_contradicts_itself(data: bytes, text: str | None, warning: str) -> None:
    decoded = decode(data)
    assert warning in decoded.warning
    assert text is None or decoded.text == text


def test_plain_letters_need_no_warning() -> None:
    assert not decode(page("koi8-r", "plain").encode()).warning


@given(st.binary() | st.binary().map(lambda data: b"<meta charset=utf-7>" + data))
def test_any_bytes_can_be_read(data: bytes) -> None:
    decode(data)


@given(st.sampled_from(("hex", "rot13", "idna", "zip", "\x00", "utf-32", "cp65001")))
def test_any_label_can_be_read(label: str) -> None:
    decode(f"<meta charset='{label}'>ä".encode("cp1252"))
