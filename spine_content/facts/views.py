from typing import Any

from django.template.response import TemplateResponse

from spine_content.admin.drafts import draft_for
from spine_content.facts.panels import evidence
from spine_content.pages.factual import FactualPageMixin

TEMPLATE = "spine_content/admin/evidence_findings.html"


def evidence_findings(request: Any, page_id: int) -> TemplateResponse:
    """What the panel “Facts on this page” shows of the latest draft of a page."""
    page = draft_for(request.user, page_id, FactualPageMixin)
    return TemplateResponse(request, TEMPLATE, evidence(page, request.user))
