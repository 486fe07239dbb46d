"""The name is the address: what knows one file of a block knows them all."""

import pytest

from spine_content.blocks import body_blocks
from spine_content.pages.listing import page_models
from tests import content
from tests.contract.package import CSS, PACKAGE, TEMPLATES, TESTS

BODY = [key for key, _block in body_blocks()]


@pytest.mark.parametrize("key", BODY)
def test_a_block_is_at_the_same_address_in_every_room(key):
    block = dict(body_blocks())[key]
    assert type(block).__module__ == f"spine_content.blocks.{key}"
    for room in (
        PACKAGE / f"blocks/{key}.py",
        TEMPLATES / f"spine_content/blocks/{key}.html",
        CSS / f"blocks/{key}.css",
        TESTS / f"blocks/test_{key}.py",
    ):
        assert room.is_file()


@pytest.mark.parametrize("module", sorted((PACKAGE / "blocks").glob("[a-z]*.py")))
def test_every_module_of_blocks_is_tested(module):
    in_a_page = {"code.py"}
    if module.name not in in_a_page:
        assert (TESTS / f"blocks/test_{module.name}").is_file()


@pytest.mark.parametrize("kind", content.MAKERS)
def test_a_page_type_is_at_the_same_address_in_every_room(kind):
    (model,) = page_models(kind)
    assert model.packaged_template == f"spine_content/pages/{kind}_page.html"
    for room in (
        PACKAGE / f"pages/{kind}.py",
        TEMPLATES / model.packaged_template,
        TESTS / f"pages/test_{kind}.py",
    ):
        assert room.is_file()


@pytest.mark.parametrize("room", ["blocks", "pages"])
def test_no_style_sheet_is_left_over(room):
    for sheet in (CSS / room).glob("*.css"):
        assert list(PACKAGE.glob(f"{room}/{sheet.stem}.py")), sheet.name


def test_no_room_is_called_after_nothing():
    vague = {"utils", "helpers", "common", "core", "services", "misc"}
    assert not {path.stem for path in PACKAGE.rglob("*.py")} & vague
