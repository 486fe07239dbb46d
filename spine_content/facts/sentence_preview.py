"""The form of a fact, and the sentence under it: what visitors will read."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, JsonResponse
from django.urls import reverse
from django.utils import translation
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockAdapter, StructBlockValidationError
from wagtail.coreutils import get_content_languages

from spine_content.facts.blocks import FactBlock, fact_blocks
from spine_content.facts.choices import Status
from spine_content.facts.models import draft_rows
from spine_content.facts.raw_data import TRANSLATED_FIELDS, RawFact, fact_from_raw
from spine_content.facts.types import Fact
from spine_content.facts.wording import sentence

PERMISSIONS = ("spine_content.add_treatment", "spine_content.change_treatment")
#: More than any field or list of ours takes.
LONGEST_TEXT = 2_000
LONGEST_LIST = 100


class InvalidFact(ValueError):
    """What was sent is not the form of a fact."""


@require_POST
def fact_sentence(request: HttpRequest) -> JsonResponse:
    """What visitors will read of a fact in the form, and what is wrong with it."""
    if not any(request.user.has_perm(name) for name in PERMISSIONS):
        return JsonResponse({"error": _("You may not change treatments.")}, status=403)
    try:
        return JsonResponse(preview(parse_json(request.body)))
    except InvalidFact as error:
        return JsonResponse({"error": str(error)}, status=400)


def preview(sent: dict[str, Any]) -> dict[str, Any]:
    """The ``sentence`` of a fact, and its ``errors``: the first of each field."""
    block = get_block(sent.get("type"))
    value = get_value(block, sent.get("value"))
    errors = field_errors(block, value)
    # The editor's own language is for the editor; visitors have that of the page.
    with translation.override(content_language(sent.get("language"))):
        words = visitor_sentence(fact_from_raw(raw_fact(block, value)))
    return {"sentence": words, "errors": errors}


def parse_json(body: bytes) -> dict[str, Any]:
    try:
        sent = json.loads(body)
    except (ValueError, RecursionError):
        sent = None
    if not isinstance(sent, dict):
        raise InvalidFact(_("This is not a fact."))
    return sent


@cache
def preview_blocks() -> dict[str, FactBlock]:
    # Of our own: whoever saves a draft makes those of the model lenient for a moment.
    return dict(fact_blocks())


def get_block(kind: Any) -> FactBlock:
    block = preview_blocks().get(kind) if isinstance(kind, str) else None
    if block is None:
        raise InvalidFact(_("There is no such kind of fact."))
    return block


def get_value(block: FactBlock, sent: Any) -> Any:
    """The value of a block as if the form had been saved."""
    data = form_data(block, sent, "fact")
    try:
        return block.value_from_datadict(data, {}, "fact")
    except (ValueError, TypeError, OverflowError) as error:
        # A chooser that names nothing that could have been chosen.
        raise InvalidFact(_("This is not a fact.")) from error


def form_data(block: Any, sent: Any, name: str) -> dict[str, str]:
    """The fields that a browser would send for the value of a block."""
    if isinstance(block, blocks.StructBlock):
        return _struct_data(block, sent, name)
    if isinstance(block, blocks.ListBlock):
        return _list_data(block, sent, name)
    if sent is not None and not isinstance(sent, str | int | float):
        raise InvalidFact(_("This is not a fact."))
    text = "" if sent is None else str(sent)
    if len(text) > LONGEST_TEXT:
        raise InvalidFact(_("This is too long."))
    return {name: text}


def _struct_data(block: Any, sent: Any, name: str) -> dict[str, str]:
    if not isinstance(sent, dict):
        raise InvalidFact(_("This is not a fact."))
    data: dict[str, str] = {}
    for key, child in block.child_blocks.items():
        empty: Any = [] if isinstance(child, blocks.ListBlock) else None
        data |= form_data(child, sent.get(key, empty), f"{name}-{key}")
    return data


def _list_data(block: Any, sent: Any, name: str) -> dict[str, str]:
    if not isinstance(sent, list) or len(sent) > LONGEST_LIST:
        raise InvalidFact(_("This is not a list of sources."))
    data = {f"{name}-count": str(len(sent))}
    for number, item in enumerate(sent):
        prefix = f"{name}-{number}"
        data |= {f"{prefix}-deleted": "", f"{prefix}-order": str(number)}
        data |= form_data(block.child_block, item, f"{prefix}-value")
    return data


def field_errors(block: FactBlock, value: Any) -> dict[str, str]:
    """What publishing would refuse, with the first message for each field."""
    try:
        block.clean(value)
    except StructBlockValidationError as error:
        found = error.as_json_data().get("blockErrors", {})
        return {name: first_message(each) for name, each in found.items()}
    return {}


def first_message(error: Any) -> str:
    """The first message in the errors of a block, however deeply nested."""
    if isinstance(error, dict):
        if error.get("messages"):
            return str(error["messages"][0])
        return first_message(error.get("blockErrors") or list(error.values()))
    return next((first_message(each) for each in error if each), "")


def raw_fact(block: FactBlock, value: Any) -> RawFact:
    """The fact as a draft would keep it, without what is not valid yet."""
    raw: RawFact = {}
    for name, child in block.child_blocks.items():
        try:
            raw[name] = child.get_prep_value(child.clean(value[name]))
        except ValidationError:
            continue
    return {"type": block.kind.value, "value": raw}


def content_language(code: Any) -> str:
    """The language of the page, or of the site where the code is not one of its own."""
    known = isinstance(code, str) and code in dict(get_content_languages())
    return str(code) if known else settings.LANGUAGE_CODE


def visitor_sentence(fact: Fact) -> str:
    """The sentence that every page shows; empty for a fact without an answer yet."""
    if fact.status == Status.KNOWN and not fact.is_answered:
        return ""
    rows = [row for row in draft_rows([fact]) if row.question.kind == fact.kind]
    return "".join(sentence(r.cells[0].statements[0], r.question) for r in rows)


#: Fields that fit beside another one.
SHORT_BLOCKS = (
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
        return [name, children, {**meta, "fact": form_options(block)}]

    @cached_property
    def media(self) -> Any:
        return super().media + forms.Media(
            js=["spine_content/js/facts.js"],
            css={"all": ["spine_content/css/admin/facts.css"]},
        )


def form_options(block: FactBlock) -> dict[str, Any]:
    """What ``facts.js`` needs to know about a kind of fact."""
    children = block.child_blocks.items()
    return {
        "url": reverse("spine_fact_sentence"),
        "value": block.own_fields,
        "short": [n for n, child in children if n != "status" and _is_short(child)],
        "words": list(TRANSLATED_FIELDS),
        "texts": {
            "read": _("Visitors will read:"),
            "nothing": _("Nothing yet: enter the answer first."),
            "publish": _("Before you publish:"),
            "unavailable": _("It could not be worked out just now."),
        },
    }


def _is_short(block: Any) -> bool:
    if isinstance(block, blocks.CharBlock):
        longest = block.field.max_length
        return longest is not None and longest <= SHORT_TEXT
    return isinstance(block, SHORT_BLOCKS)
