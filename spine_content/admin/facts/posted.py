"""A fact as the form in the browser has it, before anything is saved."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from spine_content.blocks.facts import FactBlock, fact_blocks
from spine_content.blocks.facts.reading import Raw

#: More than any field or list of ours takes.
LONGEST_TEXT = 2_000
LONGEST_LIST = 100


class Nonsense(ValueError):
    """What was sent is not the form of a fact."""


@cache
def known_blocks() -> dict[str, FactBlock]:
    # Of our own: whoever saves a draft makes those of the model lenient for a moment.
    return dict(fact_blocks())


def read(body: bytes) -> dict[str, Any]:
    """The JSON that was sent."""
    try:
        sent = json.loads(body)
    except (ValueError, RecursionError):
        sent = None
    if not isinstance(sent, dict):
        raise Nonsense(_("This is not a fact."))
    return sent


def block_of(kind: Any) -> FactBlock:
    """The block of a kind of fact."""
    block = known_blocks().get(kind) if isinstance(kind, str) else None
    if block is None:
        raise Nonsense(_("There is no such kind of fact."))
    return block


def value_of(block: FactBlock, sent: Any) -> Any:
    """The value of a block as if the form had been saved."""
    data = form_data(block, sent, "fact")
    try:
        return block.value_from_datadict(data, {}, "fact")
    except (ValueError, TypeError, OverflowError) as error:
        # A chooser that names nothing that could have been chosen.
        raise Nonsense(_("This is not a fact.")) from error


def form_data(block: Any, sent: Any, name: str) -> dict[str, str]:
    """The fields that a browser would send for the value of a block."""
    if isinstance(block, blocks.StructBlock):
        return _struct_data(block, sent, name)
    if isinstance(block, blocks.ListBlock):
        return _list_data(block, sent, name)
    if sent is not None and not isinstance(sent, str | int | float):
        raise Nonsense(_("This is not a fact."))
    text = "" if sent is None else str(sent)
    if len(text) > LONGEST_TEXT:
        raise Nonsense(_("This is too long."))
    return {name: text}


def _struct_data(block: Any, sent: Any, name: str) -> dict[str, str]:
    if not isinstance(sent, dict):
        raise Nonsense(_("This is not a fact."))
    data: dict[str, str] = {}
    for key, child in block.child_blocks.items():
        empty: Any = [] if isinstance(child, blocks.ListBlock) else None
        data |= form_data(child, sent.get(key, empty), f"{name}-{key}")
    return data


def _list_data(block: Any, sent: Any, name: str) -> dict[str, str]:
    if not isinstance(sent, list) or len(sent) > LONGEST_LIST:
        raise Nonsense(_("This is not a list of sources."))
    data = {f"{name}-count": str(len(sent))}
    for number, item in enumerate(sent):
        place = f"{name}-{number}"
        data |= {f"{place}-deleted": "", f"{place}-order": str(number)}
        data |= form_data(block.child_block, item, f"{place}-value")
    return data


def problems_of(block: FactBlock, value: Any) -> dict[str, str]:
    """What publishing would refuse, with the first message for each field."""
    try:
        block.clean(value)
    except StructBlockValidationError as error:
        told = error.as_json_data().get("blockErrors", {})
        return {name: first_message(each) for name, each in told.items()}
    return {}


def first_message(told: Any) -> str:
    """The first message in the errors of a block, however deep it stands."""
    if isinstance(told, dict):
        if told.get("messages"):
            return str(told["messages"][0])
        return first_message(told.get("blockErrors") or list(told.values()))
    return next((first_message(each) for each in told if each), "")


def stored(block: FactBlock, value: Any) -> Raw:
    """The fact as a draft would keep it, without what makes no sense yet."""
    raw: Raw = {}
    for name, child in block.child_blocks.items():
        try:
            raw[name] = child.get_prep_value(child.clean(value[name]))
        except ValidationError:
            continue
    return {"type": block.kind.value, "value": raw}
