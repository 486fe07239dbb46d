"""What holds for every block that an editor can pick."""

from collections.abc import Iterator

import pytest
from django.template.loader import get_template
from django.urls import reverse
from wagtail.blocks import Block, StructBlock
from wagtail.images.blocks import ImageBlock

from spine_content.blocks import BodyBlock, body_blocks, section_blocks
from spine_content.blocks.questions import QuestionBlock
from spine_content.facts.blocks import PointBlock
from spine_content.pages.change_notes import ChangeNoteBlock
from tests.hosts.blocks import MapBlock
from tests.reading import inline_code, soup

BODY = dict(body_blocks())
EVERY = {
    **BODY,
    "change_note": ChangeNoteBlock(),
    "point": PointBlock(),
    "question": QuestionBlock(),
}
every_block = pytest.mark.parametrize("key", EVERY)


def named(key: str) -> Block:
    block = EVERY[key]
    block.set_name(key)
    return block


def helpless(block: Block, path: str) -> Iterator[str]:
    """The fields of a block, however deep inside it, that come without any help."""
    inside = dict(getattr(block, "child_blocks", {}))
    if hasattr(block, "child_block") and hasattr(block.child_block, "child_blocks"):
        inside[""] = block.child_block
    field = getattr(block, "field", None)
    help_text = field.help_text if field else getattr(block.meta, "help_text", None)
    # The parts of Wagtail's own picture block are not ours to explain.
    if isinstance(block, ImageBlock) or not inside:
        if not help_text:
            yield path
        return
    for name, child in inside.items():
        yield from helpless(child, f"{path}.{name}")


@every_block
def test_the_picker_shows_its_label_icon_and_description(key, client):
    block = named(key)
    icons = client.get(reverse("wagtailadmin_sprite")).content.decode()
    assert str(block.label)[0].isupper()
    assert str(block.get_description()).endswith(".")
    assert f'id="icon-{block.meta.icon}"' in icons


@every_block
def test_every_field_helps_whoever_fills_it_in(key):
    assert list(helpless(named(key), key)) == []


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
        "callout",
        "faq",
        "quote",
        "image",
        "picture_steps",
        "video",
        "care_card",
        "do_dont",
        "steps",
        "before_during_after",
        "questions",
        "icon_list",
        "table",
        "related_pages",
        "call_to_action",
        "document",
        "support",
    ]
    assert list(dict(section_blocks())) == list(BODY)


def test_the_picker_shows_them_in_groups():
    stream = BodyBlock()
    groups = [str(group) for group, _blocks in stream.grouped_child_blocks()]
    assert groups == [
        "Words",
        "Pictures and video",
        "What to do",
        "At a glance",
        "Where to go next",
    ]


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
