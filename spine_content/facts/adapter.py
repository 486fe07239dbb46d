from typing import Any

from django import forms
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockAdapter

from spine_content.facts.blocks.base import FactBlock
from spine_content.facts.blocks.stored import WORDS

#: What fits beside another field.
SHORT = (
    blocks.IntegerBlock,
    blocks.DecimalBlock,
    blocks.DateBlock,
    blocks.ChoiceBlock,
)
SHORT_TEXT = 10


class FactBlockAdapter(StructBlockAdapter):
    """The form of a fact in the browser, which shows what visitors will read."""

    js_constructor = "spine_content.FactBlock"

    def js_args(self, block: FactBlock) -> list[Any]:
        name, children, meta = super().js_args(block)
        return [name, children, {**meta, "fact": options(block)}]

    @cached_property
    def media(self) -> Any:
        return super().media + forms.Media(
            js=["spine_content/js/facts.js"],
            css={"all": ["spine_content/css/admin/facts.css"]},
        )


def options(block: FactBlock) -> dict[str, Any]:
    """What the script needs to know about a kind of fact."""
    shared = {"measure", *FactBlock.base_blocks}
    return {
        "url": reverse("spine_fact_sentence"),
        "value": [name for name in block.child_blocks if name not in shared],
        "short": [
            name
            for name, each in block.child_blocks.items()
            if name != "status" and is_short(each)
        ],
        "words": list(WORDS),
        "texts": {
            "read": _("Visitors will read:"),
            "nothing": _("Nothing yet: enter the answer first."),
            "publish": _("Before you publish:"),
            "unavailable": _("It could not be worked out just now."),
        },
    }


def is_short(block: Any) -> bool:
    if isinstance(block, blocks.CharBlock):
        longest = block.field.max_length
        return longest is not None and longest <= SHORT_TEXT
    return isinstance(block, SHORT)
