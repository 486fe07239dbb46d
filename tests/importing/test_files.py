"""HTML files, folders and zips: what is found in them, and what is refused."""

import os
import stat
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from spine_content.importing.documents import ImportRefused
from spine_content.importing.outlining import outline
from spine_content.importing.reading import LIMITS, read
from tests.importing.exports import export, item

PAGE = """<!doctype html><html lang="de-AT"><head><title>Knie</title>
<link rel="canonical" href="https://old.example/knie/"></head><body>Knie"""
PICTURE = b"\x89PNG picture"
SITE = {
    "index.html": "<html><title>Home</title>Home",
    "knee.html": PAGE.encode(),
    "treatments/index.htm": "<html><title>Treatments</title>",
    "treatments/open.html": "<html><img src='../img/knee.png'>",
    "treatments/page.php": "<!DOCTYPE html><p>Saved from a server",
    "img/knee.png": PICTURE,
    "style.css": "p {}",
    "notes.xml": "<note>",
    ".DS_Store": b"\0",
}


def write(folder: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def packed(folder: Path, files: dict[str, str | bytes]) -> Path:
    path = folder / "site.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return path


@pytest.mark.parametrize("form", [write, packed])
def test_a_site_of_files(tmp_path: Path, form) -> None:
    source = read(form(tmp_path, SITE))
    originals = {original.key: original for original in source.originals()}
    assert list(originals) == [
        "index.html",
        "knee.html",
        "treatments/index.htm",
        "treatments/open.html",
        "treatments/page.php",
    ]
    assert source.count == 5
    assert [original.order for original in originals.values()] == [0, 1, 2, 3, 4]
    knee = originals["knee.html"]
    assert (knee.kind, knee.language, knee.slug) == ("file", "de-at", "knee")
    assert knee.address == "https://old.example/knie/"
    assert originals["index.html"].address == "/"
    assert originals["treatments/index.htm"].address == "/treatments/"
    assert originals["treatments/open.html"].address == "/treatments/open.html"
    assert originals["treatments/open.html"].parent_key == "treatments/index.htm"
    assert originals["treatments/index.htm"].parent_key == ""
    assert knee.parent_key == ""
    assert [left.name for left in source.left_out] == ["notes.xml", "style.css"]
    found = source.files.find("../img/knee.png", "treatments/open.html")
    assert found and source.files.read(found) == PICTURE


@pytest.mark.parametrize("form", [write, packed])
@pytest.mark.parametrize(
    ("reference", "name"),
    [
        ("../img/knee.png", "img/knee.png"),
        ("..\\img\\knee.png", "img/knee.png"),
        ("/img/knee.png?ver=2#x", "img/knee.png"),
        ("https://old.example/img/knee.png", "img/knee.png"),
        ("//old.example/site/img/knee.png", "img/knee.png"),
        ("../img/KNEE.PNG", "img/knee.png"),
        ("../img/knee-300x200.png", "img/knee.png"),
        ("../img/a%20b.png", "img/a b.png"),
        ("file:///C:/Site/img/knee.png", "img/knee.png"),
        ("../../../etc/passwd", None),
        ("/etc/passwd", None),
        ("file:///etc/passwd", None),
        ("data:image/png;base64,x", None),
        ("http://[broken", None),
        ("missing.png", None),
        ("", None),
        ("\x00", None),
    ],
)
def test_what_a_reference_means(tmp_path, form, reference, name) -> None:
    files = {**SITE, "img/a b.png": PICTURE}
    source = read(form(tmp_path, files))
    assert source.files.find(reference, "treatments/open.html") == name


def test_one_file_with_its_pictures_and_nothing_else(tmp_path: Path) -> None:
    site = write(tmp_path, {"outside.png": PICTURE, "site/knee.png": PICTURE})
    write(tmp_path, {"site/leaflet.html": PAGE, "site/other.html": PAGE})
    os.symlink(tmp_path / "outside.png", tmp_path / "site" / "link.png")
    source = read(site / "site" / "leaflet.html")
    assert [original.key for original in source.originals()] == ["leaflet.html"]
    assert source.files.find("knee.png", "leaflet.html") == "knee.png"
    assert source.files.read("knee.png") == PICTURE
    for outside in ("../outside.png", "link.png", str(tmp_path / "outside.png")):
        assert source.files.find(outside, "leaflet.html") is None
        with pytest.raises(ImportRefused):
            source.files.read(outside)


def test_links_in_a_folder_are_not_followed(tmp_path: Path) -> None:
    write(tmp_path, {"secret/secret.html": PAGE, "site/index.html": PAGE})
    os.symlink(tmp_path / "secret", tmp_path / "site" / "more")
    os.symlink(tmp_path / "secret" / "secret.html", tmp_path / "site" / "a.html")
    source = read(tmp_path / "site")
    assert [original.key for original in source.originals()] == ["index.html"]


def test_an_export_with_its_files(tmp_path: Path) -> None:
    site = write(
        tmp_path,
        {"export.xml": export(item()), "uploads/2020/01/hand.jpg": PICTURE},
    )
    address = "https://old.example/wp-content/uploads/2020/01/hand-300x200.jpg"
    for source in (read(site), read(site / "export.xml")):
        assert [original.title for original in source.originals()] == ["A post"]
        assert source.files.find(address, "") == "uploads/2020/01/hand.jpg"


def test_one_bad_file_does_not_spoil_the_others(tmp_path: Path) -> None:
    limits = replace(LIMITS, html_bytes=1000)
    site = write(tmp_path, {"a.html": PAGE, "b.html": "x" * 2000})
    source = read(site, limits=limits)
    assert [original.key for original in source.originals()] == ["a.html"]
    assert "larger than 1000 bytes" in source.left_out[0].reason


def entry(name: str, content: str = PAGE, mode: int = 0) -> zipfile.ZipInfo:
    made = zipfile.ZipInfo(name)
    made.external_attr = mode << 16
    return made


@pytest.mark.parametrize(
    ("name", "mode", "sentence"),
    [
        ("../page.html", 0, "leads out of it"),
        ("a/../../page.html", 0, "leads out of it"),
        ("/etc/page.html", 0, "leads out of it"),
        ("C:/page.html", 0, "leads out of it"),
        ("..\\page.html", 0, "leads out of it"),
        ("page.html", stat.S_IFLNK | 0o777, "a link to another file"),
    ],
)
def test_tricks_with_paths(tmp_path: Path, name: str, mode: int, sentence: str) -> None:
    path = tmp_path / "site.zip"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("index.html", PAGE)
        made.writestr(entry(name, mode=mode), PAGE)
    with pytest.raises(ImportRefused, match=sentence):
        read(path)


def test_zips_made_to_do_harm(tmp_path: Path) -> None:
    path = packed(tmp_path, {"index.html": PAGE, "bomb.html": b"\0" * 30_000_000})
    with pytest.raises(ImportRefused, match="made to fill a disk"):
        read(path)
    for limits, sentence in (
        (replace(LIMITS, files=1), "more than 1 files"),
        (replace(LIMITS, unzipped_bytes=1000), "Unpacked, the zip is larger"),
        (replace(LIMITS, zip_bytes=10), "larger than 10 bytes"),
    ):
        with pytest.raises(ImportRefused, match=sentence):
            read(path, limits=limits)


def test_zips_that_are_broken(tmp_path: Path) -> None:
    path = packed(tmp_path, SITE)
    whole = path.read_bytes()
    broken = tmp_path / "broken.zip"
    for data in (whole[:200], whole[:-40], b"PK\x03\x04", b"no zip"):
        broken.write_bytes(data)
        with pytest.raises(ImportRefused, match="broken"):
            read(broken)
    # The list at the end is whole, what it lists is not.
    broken.write_bytes(whole[:60] + b"\xff" * 40 + whole[100:])
    source = read(broken)
    assert len(list(source.originals())) == 3
    assert ["broken" in left.reason for left in source.left_out] == [True, True] + [
        False
    ] * 2


def test_a_picture_that_is_too_big(tmp_path: Path) -> None:
    limits = replace(LIMITS, file_bytes=5)
    for source in (
        read(write(tmp_path / "a", SITE), limits=limits),
        read(packed(tmp_path, SITE), limits=limits),
    ):
        with pytest.raises(ImportRefused, match="larger than 5 bytes"):
            source.files.read("img/knee.png")


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("page.html", b"", "is empty"),
        ("page.docx", b"PK\x03\x04rest", "not a kind of file"),
        ("page.pdf", b"%PDF-1.7", "Save it as HTML"),
        ("site.zip", b"<html", "HTML"),
    ],
)
def test_files_of_other_kinds(tmp_path, name, content, sentence) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    if content == b"<html":
        assert read(path).count == 1
        return
    with pytest.raises(ImportRefused, match=sentence):
        read(path)


def test_what_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ImportRefused, match="no file or folder “gone”"):
        read(tmp_path / "gone")
    with pytest.raises(ImportRefused, match="no HTML file"):
        read(tmp_path)


def test_a_document_that_is_too_large(tmp_path: Path) -> None:
    path = tmp_path / "large.html"
    with path.open("wb") as stream:
        stream.write(b"<html>")
        stream.truncate(50 * 1024 * 1024 + 1)
    with pytest.raises(ImportRefused, match="larger than 20 MB"):
        read(path)


@pytest.mark.parametrize("tag", ["div", "b", "ul><li", "table><tr><td"])
def test_deep_nesting_is_made_flat(tmp_path: Path, tag: str) -> None:
    path = tmp_path / "deep.html"
    path.write_text(f"<title>Deep</title>{f'<{tag}>' * 10_000}Found<p>After")
    made = outline(next(read(path).originals()))
    assert "It was made flat" in made.warnings[0]
    assert "Found" in str(made.opening)
    assert "After" in str(made.opening)
