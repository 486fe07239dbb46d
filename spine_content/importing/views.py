"""The import in the admin: upload, progress and result. The choices: ``preview``."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.forms import Media
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView, TemplateView, View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets import AdminPageChooser
from wagtail.permissions import page_permission_policy

from spine_content.importing import uploads
from spine_content.importing.building.placement import may_add_below, page_model
from spine_content.importing.documents import ImportRefused
from spine_content.importing.models import ImportRun
from spine_content.importing.report import Report, present_run
from spine_content.importing.runner import start_run, stop_abandoned_runs, stop_run
from spine_content.importing.steps import ImportStep, unfinished_runs

_CSS = "spine_content/css/admin"
STYLES = Media(css={"all": [f"{_CSS}/registers.css", f"{_CSS}/importing.css"]})


def may_import(user: Any) -> bool:
    """Whether somebody may add pages anywhere at all."""
    return bool(page_permission_policy.user_has_permission(user, "add"))


class ImportViewMixin(WagtailAdminTemplateMixin):
    """A page of the import, for those who may add pages."""

    page_title = _("Import")
    header_icon = "download"
    _show_breadcrumbs = True

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        if not may_import(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        start = {"url": reverse("spine_import:index"), "label": _("Import")}
        steps = [start, *self.crumbs()]
        return [*super().get_breadcrumbs_items(), *steps[:-1], {**steps[-1], "url": ""}]

    def crumbs(self) -> list[dict[str, Any]]:
        return []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        context["media"] = STYLES + context.get("media", Media())
        return context


class RunViewMixin(ImportViewMixin):
    """A page about one run: of the user's own, whatever others may guess."""

    @cached_property
    def run(self) -> ImportRun:
        mine = ImportRun.objects.filter(user=self.request.user)
        return get_object_or_404(mine.select_related("user"), pk=self.kwargs["pk"])

    @cached_property
    def parent(self) -> Any:
        """The page above the drafts, if it is still there and still allowed."""
        page = page_model().objects.filter(pk=self.run.parent_page_id).first()
        if page is None:
            raise Http404
        if not may_add_below(page, self.request.user):
            raise PermissionDenied
        return page

    def crumbs(self) -> list[dict[str, Any]]:
        return [{"label": self.run.source_name}]

    def get_page_subtitle(self) -> str:
        return self.run.source_name

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(run=self.run, **kwargs)


UPLOAD_SUFFIXES = (".html", ".htm", ".zip", ".xml")


class UploadForm(forms.Form):
    """A file of the old site, and the page that its drafts are put below."""

    file = forms.FileField(
        label=_("File"),
        widget=forms.FileInput(attrs={"accept": ",".join(UPLOAD_SUFFIXES)}),
        help_text=_(
            "An HTML page, a zip of HTML pages with their pictures, or a WordPress "
            "export (.xml). At most %(size)s."
        )
        % {"size": filesizeformat(uploads.MAX_UPLOAD_BYTES)},
    )
    parent: Any = forms.ModelChoiceField(
        label=_("Below which page"),
        queryset=None,
        help_text=_("The drafts are put below it. You can move them later."),
    )

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["parent"]
        allowed = page_permission_policy.instances_user_has_permission_for(user, "add")
        field.queryset = page_model().objects.filter(pk__in=allowed.values("pk"))
        field.widget = AdminPageChooser(target_models=[page_model()])
        field.widget.is_required = True

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if not file.name.lower().endswith(UPLOAD_SUFFIXES):
            raise forms.ValidationError(
                _("Choose a file that ends in .html, .zip or .xml.")
            )
        if file.size > uploads.MAX_UPLOAD_BYTES:
            raise forms.ValidationError(
                _(
                    "The file is larger than %(size)s. Divide it, or have it imported "
                    "on the server, where there is no such limit."
                )
                % {"size": filesizeformat(uploads.MAX_UPLOAD_BYTES)}
            )
        return file


class UploadView(ImportViewMixin, FormView):  # type: ignore[type-arg]
    """Takes the file, and begins to read it."""

    template_name = "spine_content/admin/import_upload.html"
    form_class = UploadForm

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "user": self.request.user}

    def form_valid(self, form: Any) -> Any:
        user, file = self.request.user, form.cleaned_data["file"]
        stop_abandoned_runs()
        # Noted before it is stored: what is cut short in between is deleted in a day.
        name = uploads.upload_name()
        try:
            run = start_run(file.name, form.cleaned_data["parent"], user, upload=name)
            run.save()
            uploads.store_upload(name, file)
        except (ImportRefused, OSError) as reason:
            ImportRun.objects.filter(upload=name).delete()
            form.add_error(None, str(reason))
            return self.form_invalid(form)
        return redirect("spine_import:run", run.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            waiting=unfinished_runs(self.request.user), **kwargs
        )


State = ImportRun.State
PROGRESS_SCRIPT = Media(js=["spine_content/js/importing.js"])


class RunView(RunViewMixin, TemplateView):
    """
    Where a run is. A POST takes one step: a script sends one after the other and gets
    JSON, and without it a button does, and gets the page.
    """

    template_name = "spine_content/admin/import_progress.html"

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        try:
            return super().dispatch(request, *args, **kwargs)
        finally:
            if "step" in self.__dict__:
                self.step.close()

    def get(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        if self._goes_elsewhere:
            return redirect(self._next())
        return super().get(request, *args, **kwargs)

    def post(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        try:
            self.step.advance()
        except (ImportRefused, Http404, PermissionDenied) as reason:
            message = _error_message(reason)
            stop_run(self.run, message)
            messages.error(request, message)
        if "application/json" in request.headers.get("Accept", ""):
            return JsonResponse(self._state())
        return redirect(self._next())

    @cached_property
    def step(self) -> ImportStep:
        return ImportStep(self.run, self.parent)

    @property
    def _goes_elsewhere(self) -> bool:
        return self.run.state == State.READY or self.run.is_over

    def _next(self) -> str:
        if self.run.state == State.READY:
            return reverse("spine_import:preview", args=[self.run.pk])
        name = "result" if self.run.is_over else "run"
        return reverse(f"spine_import:{name}", args=[self.run.pk])

    def _state(self) -> dict[str, Any]:
        if self._goes_elsewhere:
            return {"next": self._next()}
        return {"done": self.step.done, "total": self.step.total, "doing": self._doing}

    @property
    def _doing(self) -> str:
        return str(State(self.run.state).label)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        try:
            done, total = self.step.done, self.step.total
        except ImportRefused:
            done, total = 0, 0  # the next step says why
        return super().get_context_data(
            done=done, total=total, doing=self._doing, media=PROGRESS_SCRIPT, **kwargs
        )


class StopView(RunViewMixin, View):
    """Gives a run up. What is made stays made."""

    def post(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        if not self.run.is_over:
            stop_run(self.run)
        return redirect("spine_import:result", self.run.pk)


def _error_message(reason: Exception) -> str:
    if isinstance(reason, ImportRefused):
        return str(reason)
    return str(
        _("The page that the drafts were put below is gone, or no longer yours.")
    )


DOCUMENTS_PER_PAGE = 50
VIEW_PERMISSIONS = ("spine_content.view_importrun", "spine_content.change_importrun")


class ResultView(RunViewMixin, TemplateView):
    """Every document with its draft, and what is left to do."""

    template_name = "spine_content/admin/import_result.html"

    def get(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        if not self.run.is_over:
            return redirect("spine_import:run", self.run.pk)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        pages = Paginator(self.run.documents.all(), DOCUMENTS_PER_PAGE)
        page = pages.get_page(self.request.GET.get("p"))
        shown = present_run(self.run, page.object_list, self.request.user)
        return super().get_context_data(page_obj=page, **shown, **kwargs)


class ReportView(View):
    """The report of a run as a file, for whoever ran it or may see the register."""

    def get(self, request: Any, pk: int, form: str) -> HttpResponse:
        may_see = any(request.user.has_perm(right) for right in VIEW_PERMISSIONS)
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
