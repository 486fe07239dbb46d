"""The end: what became of each document, as a page and as a file."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.text import slugify
from django.views.generic import TemplateView, View

from spine_content.admin.importing.base import RunPage
from spine_content.admin.importing.told import source, told, totals
from spine_content.importing.models import ImportRun
from spine_content.importing.reporting import Report

ROWS = 50
SEE = ("spine_content.view_importrun", "spine_content.change_importrun")


class ResultView(RunPage, TemplateView):
    """Every document with its draft, and what is left to do."""

    template_name = "spine_content/admin/import_result.html"

    def get(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        if not self.run.is_over:
            return redirect("spine_import:run", self.run.pk)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        documents = self.run.documents.all()
        page = Paginator(documents, ROWS).get_page(self.request.GET.get("p"))
        return super().get_context_data(
            page_obj=page,
            documents=told(page.object_list, self.request.user),
            totals=totals(self.run),
            **source(self.run),
            **kwargs,
        )


class ReportView(View):
    """The report of a run as a file, for whoever ran it or may see the register."""

    def get(self, request: Any, pk: int, form: str) -> HttpResponse:
        may_see = any(request.user.has_perm(right) for right in SEE)
        runs = ImportRun.objects.all()
        if not may_see:
            runs = runs.filter(user=request.user)
        report = Report.of(get_object_or_404(runs, pk=pk))
        name = f"{slugify(report.run.source_name) or 'import'}-{pk}.{form}"
        if form == "json":
            response: HttpResponse = JsonResponse(
                report.as_json(), json_dumps_params={"indent": 2, "ensure_ascii": False}
            )
        else:
            response = HttpResponse(report.as_text(), "text/plain; charset=utf-8")
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        return response
