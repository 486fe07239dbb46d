"""HTML files, folders and zips: what is found in them, and what is refused."""

import os
import stat
import time
import zipfile
from dataclasses import replace
from pathlib import Path
from unicodedata import normalize
from urllib.parse import quote

import pytest

from spine_content.importing.documents import ImportRefused
from spine_content.importing.parsing import parse_document
from spine_content.importing.sources import LIMITS, open_source
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
    source = open_source(form(tmp_path, SITE))
    documents = {document.key: document for document in source.documents()}
    assert list(documents) == [
        "index.html",
        "knee.html",
        "treatments/index.htm",
        "treatments/open.html",
        "treatments/page.php",
    ]
    assert source.count == 5
    assert [document.order for document in documents.values()] == [0, 1, 2, 3, 4]
    knee = documents["knee.html"]
    assert (knee.kind, knee.language, knee.slug) == ("file", "de-at", "knee")
    assert knee.address == "https://old.example/knie/"
    assert documents["index.html"].address == "/"
    assert documents["treatments/index.htm"].address == "/treatments/"
    assert documents["treatments/open.html"].address == "/treatments/open.html"
    assert documents["treatments/open.html"].parent_key == "treatments/index.htm"
    assert documents["treatments/index.htm"].parent_key == ""
    assert knee.parent_key == ""
    assert [left.name for left in source.skipped] == ["notes.xml", "style.css"]
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
    source = open_source(form(tmp_path, files))
    assert source.files.find(reference, "treatments/open.html") == name


def test_one_file_with_its_pictures_and_nothing_else(tmp_path: Path) -> None:
    site = write(tmp_path, {"outside.png": PICTURE, "site/knee.png": PICTURE})
    write(tmp_path, {"site/leaflet.html": PAGE, "site/other.html": PAGE})
    os.symlink(tmp_path / "outside.png", tmp_path / "site" / "link.png")
    source = open_source(site / "site" / "leaflet.html")
    assert [document.key for document in source.documents()] == ["leaflet.html"]
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
    source = open_source(tmp_path / "site")
    assert [document.key for document in source.documents()] == ["index.html"]


def test_an_export_with_its_files(tmp_path: Path) -> None:
    site = write(
        tmp_path, {"export.xml": export(item()), "uploads/2020/01/hand.jpg": PICTURE}
    )
    address = "https://old.example/wp-content/uploads/2020/01/hand-300x200.jpg"
    for source in (open_source(site), open_source(site / "export.xml")):
        assert [document.title for document in source.documents()] == ["A post"]
        assert source.files.find(address, "") == "uploads/2020/01/hand.jpg"


def test_one_bad_file_does_not_spoil_the_others(tmp_path: Path) -> None:
    limits = replace(LIMITS, html_bytes=1000)
    site = write(tmp_path, {"a.html": PAGE, "b.html": "x" * 2000})
    source = open_source(site, limits=limits)
    assert [document.key for document in source.documents()] == ["a.html"]
    assert "larger than 1000 bytes" in source.skipped[0].reason


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
        open_source(path)


def test_zips_made_to_do_harm(tmp_path: Path) -> None:
    path = packed(tmp_path, {"index.html": PAGE, "bomb.html": b"\0" * 30_000_000})
    with pytest.raises(ImportRefused, match="made to fill a disk"):
        open_source(path)
    for limits, sentence in (
        (replace(LIMITS, files=1), "more than 1 files"),
        (replace(LIMITS, unzipped_bytes=1000), "Unpacked, the zip is larger"),
        (replace(LIMITS, zip_bytes=10), "larger than 10 bytes"),
    ):
        with pytest.raises(ImportRefused, match=sentence):
            open_source(path, limits=limits)


def test_zips_that_are_broken(tmp_path: Path) -> None:
    path = packed(tmp_path, SITE)
    whole = path.read_bytes()
    broken = tmp_path / "broken.zip"
    for data in (whole[:200], whole[:-40], b"PK\x03\x04", b"no zip"):
        broken.write_bytes(data)
        with pytest.raises(ImportRefused, match="broken"):
            open_source(broken)
    # The list at the end is whole, what it lists is not.
    broken.write_bytes(whole[:60] + b"\xff" * 40 + whole[100:])
    source = open_source(broken)
    assert len(list(source.documents())) == 3
    assert ["broken" in left.reason for left in source.skipped] == [True, True] + [
        False
    ] * 2


def test_a_zip_of_one_broken_page_says_that_it_is_broken(tmp_path: Path) -> None:
    path = packed(tmp_path, {"index.html": PAGE * 50})
    whole = path.read_bytes()
    path.write_bytes(whole[:60] + b"\xff" * 40 + whole[100:])
    with pytest.raises(ImportRefused, match="“index.html” is broken"):
        open_source(path)


@pytest.mark.parametrize("form", [write, packed])
@pytest.mark.parametrize("there", ["NFC", "NFD"])
@pytest.mark.parametrize("written", ["NFC", "NFD"])
def test_accents_may_be_written_in_either_way(
    tmp_path: Path, form, there, written
) -> None:
    names = {name: normalize(there, name) for name in ("Übung.jpg", "Größe/Épaule.pdf")}
    site = form(tmp_path, {"a.html": PAGE, **dict.fromkeys(names.values(), PICTURE)})
    source = open_source(site)
    for name, stored in names.items():
        for reference in (normalize(written, name), quote(normalize(written, name))):
            found = source.files.find(reference, "a.html")
            assert found == stored
            assert source.files.read(found) == PICTURE


@pytest.mark.parametrize("there", ["NFC", "NFD"])
@pytest.mark.parametrize("written", ["NFC", "NFD"])
def test_accents_beside_a_single_file(tmp_path: Path, there, written) -> None:
    name = normalize(there, "Übung.jpg")
    site = write(tmp_path, {"a.html": PAGE, name: PICTURE})
    source = open_source(site / "a.html")
    found = source.files.find(normalize(written, "Übung.jpg"), "a.html")
    assert found == name
    assert source.files.read(found) == PICTURE


def seconds_to_read(folder: Path, pages: int) -> float:
    site = folder / str(pages)
    for number in range(pages):
        area = site / "www.old.example" / "en" / "patients" / f"area{number % 20}"
        area.mkdir(parents=True, exist_ok=True)
        (area / f"page{number}.html").write_text(PAGE)
    begun = time.process_time()
    assert len(list(open_source(site).documents())) == pages
    return time.process_time() - begun


def test_many_files_are_read_in_linear_time(tmp_path: Path) -> None:
    few = seconds_to_read(tmp_path, 250)
    assert seconds_to_read(tmp_path, 1000) < 9 * max(few, 0.02)


def test_a_picture_that_is_too_big(tmp_path: Path) -> None:
    limits = replace(LIMITS, file_bytes=5)
    for source in (
        open_source(write(tmp_path / "a", SITE), limits=limits),
        open_source(packed(tmp_path, SITE), limits=limits),
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
        assert open_source(path).count == 1
        return
    with pytest.raises(ImportRefused, match=sentence):
        open_source(path)


def test_what_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ImportRefused, match="no file or folder “gone”"):
        open_source(tmp_path / "gone")
    with pytest.raises(ImportRefused, match="no HTML file"):
        open_source(tmp_path)


def test_a_document_that_is_too_large(tmp_path: Path) -> None:
    path = tmp_path / "large.html"
    with path.open("wb") as stream:
        stream.write(b"<html>")
        stream.truncate(50 * 1024 * 1024 + 1)
    with pytest.raises(ImportRefused, match="larger than 20 MB"):
        open_source(path)


@pytest.mark.parametrize("tag", ["div", "b", "ul><li", "table><tr><td"])
def test_deep_nesting_is_made_flat(tmp_path: Path, tag: str) -> None:
    path = tmp_path / "deep.html"
    path.write_text(f"<title>Deep</title>{f'<{tag}>' * 10_000}Found<p>After")
    made = parse_document(next(open_source(path).documents()))
    assert "It was made flat" in made.warnings[0]
    assert "Found" in str(made.opening)
    assert "After" in str(made.opening)
