from typing import Any

from django.template.response import TemplateResponse
from django.utils.cache import patch_cache_control


def gone_response(request: Any) -> TemplateResponse:
    """410 with a neutral text: it says nothing about the story that was here."""
    response = TemplateResponse(request, "spine_content/pages/gone.html", status=410)
    response["X-Robots-Tag"] = "noindex"
    patch_cache_control(response, no_store=True)
    return response
