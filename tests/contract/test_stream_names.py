"""
What is stored under a name is found under it for ever.

Blocks are not in migrations, so a name that is given up loses what editors wrote.
Whoever adds one adds its line to ``stream_names.txt``.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from wagtail.blocks import ListBlock

from spine_content.blocks import body_blocks, section_blocks
from spine_content.fields import ContentStreamField
from spine_content.models import Treatment
from spine_content.page_types import page_models
from tests import content

PROMISED = Path(__file__).with_name("stream_names.txt").read_text().split()
BODY = dict(body_blocks())


def inside(block: Any, path: str) -> Iterator[str]:
    """The dotted names under which a block and what is inside it are stored."""
    yield path
    if isinstance(block, ListBlock):
        block = block.child_block
    for name, child in getattr(block, "child_blocks", {}).items():
        yield from inside(child, f"{path}.{name}")


def streams() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every stream of a page type with its blocks, and the facts."""
    for kind in content.MAKERS:
        (model,) = page_models(kind)
        for field in model._meta.get_fields():
            if isinstance(field, ContentStreamField):
                yield f"{kind}.{field.name}", dict(field.stream_block.child_blocks)
    facts = Treatment._meta.get_field("facts")
    yield "treatment.facts", dict(facts.stream_block.child_blocks)


def names() -> Iterator[str]:
    for key, block in BODY.items():
        yield from inside(block, f"body.{key}")
    for path, blocks in streams():
        if set(blocks) != set(BODY):
            for key, block in blocks.items():
                yield from inside(block, f"{path}.{key}")


def test_no_name_is_ever_given_up():
    assert set(PROMISED) - set(names()) == set()


def test_every_name_is_promised_in_order():
    assert sorted(set(names())) == PROMISED


def test_a_section_keeps_what_a_body_keeps():
    sections = dict(section_blocks())
    for key, block in BODY.items():
        assert list(inside(block, key)) == list(inside(sections[key], key))
