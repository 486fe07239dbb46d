"""A fact as the form in the browser has it, before anything is saved."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, JsonResponse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.coreutils import get_content_languages

from spine_content.facts.blocks import fact_blocks
from spine_content.facts.blocks.base import FactBlock
from spine_content.facts.blocks.stored import Raw, fact_from_raw
from spine_content.facts.choices import Status
from spine_content.facts.models import Measure, Treatment
from spine_content.facts.rows import row
from spine_content.facts.types import Fact
from spine_content.facts.wording.statement import sentence

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


RIGHTS = ("spine_content.add_treatment", "spine_content.change_treatment")


@require_POST
def fact_sentence(request: HttpRequest) -> JsonResponse:
    """What visitors will read of a fact in the form, and what is still amiss."""
    if not any(request.user.has_perm(right) for right in RIGHTS):
        return JsonResponse({"error": _("You may not change treatments.")}, status=403)
    try:
        return JsonResponse(answer(read(request.body)))
    except Nonsense as error:
        return JsonResponse({"error": str(error)}, status=400)


def answer(sent: dict[str, Any]) -> dict[str, Any]:
    block = block_of(sent.get("type"))
    value = value_of(block, sent.get("value"))
    problems = problems_of(block, value)
    # The editor's own language is for the editor; visitors have that of the page.
    with translation.override(language_of(sent.get("language"))):
        told = words_of(fact_from_raw(stored(block, value)))
    return {"sentence": told, "problems": problems}


def language_of(code: Any) -> str:
    """The language that is meant, or else that of the site."""
    known = isinstance(code, str) and code in dict(get_content_languages())
    return str(code) if known else settings.LANGUAGE_CODE


def words_of(fact: Fact) -> str:
    """The sentence on a fact that every page has, or nothing where it says nothing."""
    measure = Measure.objects.filter(pk=fact.question or 0).first()
    if measure is None or measure.kind != fact.kind or says_nothing(fact):
        return ""
    others = Treatment.objects.filter(pk=fact.other_treatment or 0)
    names = {other.pk: other.localized.label for other in others}
    question = replace(measure.localized.as_question(), pk=measure.pk)
    (cell,) = row(question, [0], {0: [fact]}, names).cells
    return sentence(cell.statements[0], question)


def says_nothing(fact: Fact) -> bool:
    return fact.status == Status.KNOWN and fact.value is None
