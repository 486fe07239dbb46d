"""The way from one decision to the next, in steps that a script or a button takes."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.forms import Media
from django.http import Http404, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView, View
from wagtail.admin import messages

from spine_content.admin.importing.base import RunPage
from spine_content.importing.documents import ImportRefused
from spine_content.importing.models import ImportRun
from spine_content.importing.steps import Step, give_up

State = ImportRun.State
SCRIPT = Media(js=["spine_content/js/importing.js"])


class RunView(RunPage, TemplateView):
    """
    Where a run is. A POST takes one step: a script sends one after the other and gets
    JSON, and without it a button does, and gets the page.
    """

    template_name = "spine_content/admin/import_progress.html"

    def get(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        if self._goes_elsewhere:
            return redirect(self._next())
        return super().get(request, *args, **kwargs)

    def post(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        try:
            self.step.take()
        except (ImportRefused, Http404, PermissionDenied) as reason:
            told = _told(reason)
            give_up(self.run, told)
            messages.error(request, told)
        if "application/json" in request.headers.get("Accept", ""):
            return JsonResponse(self._state())
        return redirect(self._next())

    @cached_property
    def step(self) -> Step:
        return Step(self.run, self.parent)

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
            done=done, total=total, doing=self._doing, media=SCRIPT, **kwargs
        )


class StopView(RunPage, View):
    """Gives a run up. What is made stays made."""

    def post(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        if not self.run.is_over:
            give_up(self.run)
        return redirect("spine_import:result", self.run.pk)


def _told(reason: Exception) -> str:
    if isinstance(reason, ImportRefused):
        return str(reason)
    return _("The page that the drafts were put below is gone, or no longer yours.")
