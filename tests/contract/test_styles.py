"""One sheet for the visitor, joined from the small ones that developers edit."""

import re
from pathlib import Path

import pytest

from tests.contract.package import CSS, JS, PACKAGE

SHEETS = [
    CSS / "tokens.css",
    CSS / "base.css",
    *[
        sheet
        for folder in ("components", "blocks", "pages")
        for sheet in sorted((CSS / folder).glob("*.css"))
    ],
]
each = pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.stem)


def test_the_joined_sheet_is_up_to_date():
    joined = "".join(sheet.read_text() for sheet in SHEETS)
    assert (CSS / "spine.css").read_text() == joined, "run `make css`"


def test_the_joined_script_is_up_to_date():
    parts = [JS / "dates" / f"{part}.js" for part in ("days", "calendar", "page")]
    joined = "".join(part.read_text() for part in parts)
    words = (JS / "words.js").read_text()
    script = f'{words}(() => {{\n"use strict";\n{joined}}})();\n'
    assert (JS / "recovery.js").read_text() == script, "run `make js`"
    assert {*(JS / "dates").iterdir()} == {*parts}


def test_no_sheet_is_forgotten():
    public = {sheet for sheet in CSS.rglob("*.css") if sheet.parent.name != "admin"}
    assert public - {CSS / "spine.css"} == {*SHEETS}


def rules(sheet: Path) -> str:
    return re.sub(r"/\*.*?\*/", "", sheet.read_text(), flags=re.DOTALL).strip()


@each
def test_a_rule_of_the_site_always_wins(sheet):
    outside = re.sub(r"@layer spine\s*{.*?\n}", "", rules(sheet), flags=re.DOTALL)
    assert outside.replace("@layer spine;", "").strip() == ""


@each
def test_every_name_begins_with_ours(sheet):
    text = rules(sheet)
    assert set(re.findall(r"\.(?!spine)[a-z_][\w-]*", text)) == set()
    assert set(re.findall(r"(?<![\w-])--(?!spine-)[a-z][\w-]*", text)) == set()


@each
def test_a_sheet_asks_nobody_for_anything(sheet):
    assert not re.search(r"@import|url\(\s*['\"]?(https?:)?//", sheet.read_text())


def test_every_class_that_is_styled_is_used():
    styled = set(re.findall(r"\.(spine[\w-]*)", (CSS / "spine.css").read_text()))
    used = "".join(
        path.read_text()
        for ending in ("*.html", "*.py", "*.js")
        for path in PACKAGE.rglob(ending)
    )
    unused = {name for name in styled if not in_use(name, used)}
    assert unused == set()


def in_use(name: str, text: str) -> bool:
    # A modifier may be put together: spine-card--{{ page.page_type }}.
    stem, dashes, _modifier = name.partition("--")
    page = name.startswith("spine-page-")
    return name in text or (bool(dashes) and f"{stem}--{{{{" in text) or page
