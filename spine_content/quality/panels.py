"""What the quality panel shows of a draft, and the answers of editors to it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext_lazy as _
from django.views.generic import View

from spine_content.admin.panels import DraftPanel, draft_for
from spine_content.quality.models import QualityAnswer
from spine_content.quality.page_report import MAX_GRADE, MAX_LIX, QualityReport
from spine_content.quality.types import Advice, AdviceTopic, CheckedPage


class QualityPanel(DraftPanel):
    """Advice on plain and honest writing. It blocks nothing."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"heading": _("Plain and honest"), **kwargs})

    class BoundPanel(DraftPanel.BoundPanel):
        css_class = "spine-quality"
        view_name = "spine_quality"
        report_name = "spine_quality_report"
        report_title = _("Plain and honest")
        unsaved = _(
            "Save the draft: what could be said more plainly, and what readers still "
            "miss, stands here. It only advises."
        )

        class Media:
            css = {"all": ["spine_content/css/admin/quality.css"]}


TEMPLATE = "spine_content/admin/quality_findings.html"


#: A longer list of sentences helps nobody.
MAX_SENTENCES = 12


class FindingsView(View):
    """The findings on the latest draft of a page, for those who may edit it."""

    def get(self, request: Any, page_id: int) -> TemplateResponse:
        page = draft_for(request.user, page_id, CheckedPage)
        return render_findings(request, QualityReport(page))


class AnswerView(View):
    """Stores that somebody means what they wrote, or takes the answer back."""

    http_method_names = ["post"]

    def post(self, request: Any, page_id: int) -> TemplateResponse:
        page = draft_for(request.user, page_id, CheckedPage)
        key, checksum = request.POST.get("key", ""), request.POST.get("excerpt", "")
        answer = {"page_id": page.pk, "key": key, "excerpt_hash": checksum}
        if not QualityReport(page).has_advice(key, checksum):
            message = _("The text has changed meanwhile. This is what it says now.")
            return render_findings(request, QualityReport(page), message)
        if request.POST.get("take_back"):
            QualityAnswer.objects.filter(**answer).delete()
        else:
            by = {"answered_by": request.user}
            QualityAnswer.objects.get_or_create(**answer, defaults=by)
        return render_findings(request, QualityReport(page))


@dataclass(frozen=True)
class SentenceAdvice:
    """All advice about one sentence, or about one thing that is missing."""

    advice: list[Advice]

    @property
    def first(self) -> Advice:
        return self.advice[0]

    @property
    def excerpt(self) -> tuple[str, str, str]:
        """The sentence before, in and after the words that are marked."""
        return self.first.excerpt.partition(self.first.highlight or "\0")

    @property
    def suggestions(self) -> list[str]:
        return list(dict.fromkeys(a.suggestion for a in self.advice if a.suggestion))


@dataclass(frozen=True)
class Section:
    """The advice on one topic: the first sentences, and how many there are."""

    topic: AdviceTopic
    sentences: list[SentenceAdvice]
    number: int

    @property
    def hidden(self) -> int:
        return self.number - len(self.sentences)


def render_findings(
    request: Any, report: QualityReport, message: Any = ""
) -> TemplateResponse:
    """Store the figures of a draft, and show its findings."""
    report.save()
    context = {
        "result": report.result,
        "max_grade": int(MAX_GRADE),
        "max_lix": int(MAX_LIX),
        "sections": list(_sections(report.open)),
        "answered": report.answered,
        "message": message,
    }
    return TemplateResponse(request, TEMPLATE, context)


def _sections(advice: list[Advice]) -> Iterator[Section]:
    for topic in AdviceTopic:
        by_sentence: dict[tuple[str, ...], list[Advice]] = {}
        for each in advice:
            if each.topic == topic:
                location = each.location
                key = (location.field, location.block, each.excerpt or each.key)
                by_sentence.setdefault(key, []).append(each)
        sentences = [SentenceAdvice(found) for found in by_sentence.values()]
        if sentences:
            yield Section(topic, sentences[:MAX_SENTENCES], len(sentences))


def urls() -> list[Any]:
    address = "spine-content/quality/<int:page_id>/"
    return [
        path(address, FindingsView.as_view(), name="spine_quality"),
        path(f"{address}answer/", AnswerView.as_view(), name="spine_quality_answer"),
    ]
