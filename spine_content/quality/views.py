"""The quality panel, asked for anew while somebody writes, and what they answer."""

from typing import Any

from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext as _
from django.views.generic import View

from spine_content.admin.drafts import draft_for
from spine_content.quality.models import QualityAnswer
from spine_content.quality.page_report import PageAppraisal
from spine_content.quality.panels import findings

TEMPLATE = "spine_content/admin/quality_findings.html"


class FindingsView(View):
    """The findings on the latest draft of a page, for those who may edit it."""

    def get(self, request: Any, page_id: int) -> TemplateResponse:
        return shown(request, PageAppraisal(draft_for(request.user, page_id)))


class AnswerView(View):
    """Keeps that somebody means what they wrote, or takes it back."""

    http_method_names = ["post"]

    def post(self, request: Any, page_id: int) -> TemplateResponse:
        page = draft_for(request.user, page_id)
        key, checksum = request.POST.get("key", ""), request.POST.get("excerpt", "")
        answer = {"page_id": page.pk, "key": key, "excerpt_hash": checksum}
        if PageAppraisal(page).advice(key, checksum) is None:
            message = _("The text has changed meanwhile. This is what it says now.")
            return shown(request, PageAppraisal(page), message)
        if request.POST.get("take_back"):
            QualityAnswer.objects.filter(**answer).delete()
        else:
            by = {"answered_by": request.user}
            QualityAnswer.objects.get_or_create(**answer, defaults=by)
        return shown(request, PageAppraisal(page))


def shown(
    request: Any, appraisal: PageAppraisal, message: str = ""
) -> TemplateResponse:
    appraisal.keep()
    return TemplateResponse(request, TEMPLATE, findings(appraisal, message))


def urls() -> list[Any]:
    address = "spine-content/quality/<int:page_id>/"
    return [
        path(address, FindingsView.as_view(), name="spine_quality"),
        path(f"{address}answer/", AnswerView.as_view(), name="spine_quality_answer"),
    ]
