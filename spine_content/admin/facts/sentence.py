from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.conf import settings
from django.http import HttpRequest, JsonResponse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.coreutils import get_content_languages

from spine_content.admin.facts.posted import (
    Nonsense,
    block_of,
    problems_of,
    read,
    stored,
    value_of,
)
from spine_content.blocks.facts import fact_from_raw
from spine_content.evidence import Fact, Status, row, sentence
from spine_content.models import Measure, Treatment

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
