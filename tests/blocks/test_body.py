"""What holds for every block that an editor can pick."""

import pytest
from django.template.loader import get_template
from django.urls import reverse
from wagtail.blocks import Block, StructBlock

from spine_content.blocks import BodyBlock, body_blocks, section_blocks
from spine_content.blocks.point import PointBlock
from spine_content.blocks.question import QuestionBlock
from spine_content.blocks.support import SupportBlock
from tests.hosts.blocks import MapBlock
from tests.reading import inline_code, soup

BODY = dict(body_blocks())
EVERY = {
    **BODY,
    "point": PointBlock(),
    "question": QuestionBlock(),
    "support": SupportBlock(),
}
every_block = pytest.mark.parametrize("key", EVERY)


def named(key: str) -> Block:
    block = EVERY[key]
    block.set_name(key)
    return block


def said(block: Block) -> list[str]:
    """Every help text of a block and of what is inside it."""
    texts = [getattr(block, "field", None) and block.field.help_text]
    texts.append(getattr(block.meta, "help_text", None))
    for child in getattr(block, "child_blocks", {}).values():
        texts += said(child)
    if hasattr(block, "child_block"):
        texts += said(block.child_block)
    return [str(text) for text in texts if text]


@every_block
def test_the_picker_shows_its_label_icon_and_description(key, client):
    block = named(key)
    icons = client.get(reverse("wagtailadmin_sprite")).content.decode()
    assert str(block.label)[0].isupper()
    assert str(block.get_description()).endswith(".")
    assert f'id="icon-{block.meta.icon}"' in icons


BUG_NO_HELP = pytest.mark.xfail(strict=True, reason="bug: no field has a help text")
HELPLESS = {"rich_text", "callout", "steps", "faq", "question", "support"}


@pytest.mark.parametrize(
    "key",
    [pytest.param(key, marks=BUG_NO_HELP if key in HELPLESS else ()) for key in EVERY],
)
def test_it_helps_whoever_fills_it_in(key):
    assert said(named(key))


@every_block
def test_the_picker_shows_a_preview_with_our_style(key, admin_client):
    block = named(key)
    assert block.is_previewable
    address = reverse("wagtailadmin_block_preview")
    response = admin_client.get(address, {"id": block.definition_prefix})
    assert response.status_code == 200
    preview = soup(response.content)
    (style,) = preview.select('link[rel="stylesheet"][href*="spine_content/css/"]')
    assert style["href"].endswith("spine_content/css/spine.css")
    shown = preview.select_one(".spine-preview")
    assert shown.find(True), "the preview is empty"
    assert list(inline_code(shown)) == []


@every_block
def test_it_has_a_template_of_its_own(key):
    assert named(key).meta.template == f"spine_content/blocks/{key}.html"
    get_template(named(key).meta.template)


def test_an_editor_is_offered_these_blocks_in_this_order():
    assert list(BODY) == [
        "rich_text",
        "image",
        "callout",
        "care_card",
        "do_dont",
        "steps",
        "faq",
        "quote",
    ]
    assert list(dict(section_blocks())) == list(BODY)


def test_a_section_offers_no_main_heading():
    assert "h2" in BODY["rich_text"].features
    assert "h2" not in dict(section_blocks())["rich_text"].features


def test_a_site_can_have_the_list_as_one_block_and_add_to_it(settings):
    settings.SPINE_CONTENT = {"EXTRA_BLOCKS": {"map": "tests.hosts.blocks.MapBlock"}}
    body = BodyBlock([("own", MapBlock())])
    assert list(body.child_blocks) == [*BODY, "map", "own"]
    assert isinstance(body.child_blocks["map"], MapBlock)


@pytest.mark.parametrize(
    "key", [key for key, block in EVERY.items() if isinstance(block, StructBlock)]
)
def test_an_empty_block_can_be_rendered(key):
    block = named(key)
    block.render(block.get_default(), context={})
