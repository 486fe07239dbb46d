from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from spine_content.facts.blocks.base import FactBlock, layout
from spine_content.facts.choices import Kind, Verdict

#: What fits into a cell of a table, in words.
LONGEST_ANSWER = 25


class AnswerBlock(FactBlock):
    """Yes, no or it varies, and a few words."""

    kind = Kind.ANSWER

    verdict = blocks.ChoiceBlock(
        label=_("In short"), choices=Verdict.choices, required=False
    )
    text = blocks.CharBlock(
        label=_("In words"),
        max_length=240,
        required=False,
        help_text=_("At most 25 plain words."),
    )

    class Meta:
        label = Kind.ANSWER.label
        icon = "comment"
        form_layout = layout("verdict", "text")

    def problems(self, value: Any) -> dict[str, Any]:
        if not value["verdict"] and not value["text"]:
            return {"text": _("Give an answer, in short or in words.")}
        if len(value["text"].split()) > LONGEST_ANSWER:
            return {"text": _("Use at most 25 words, so that it fits into a table.")}
        return {}
